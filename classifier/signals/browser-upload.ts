import { speaksOf } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const pages = new Set(['element', 'page', 'browser', 'input']);

export const browserUpload: Signal = {
  id: 'browser-upload',
  title: 'Hands a local file to a page',
  why: 'A file leaves the machine for whatever site is open.',
  status: 'stable',
  strength: 'strong',
  suggests: {
    operation: 'write',
    risk: 'high',
    capability: 'reaches-network',
    implies: ['controls-systems'],
  },
  where: { words: ['upload', 'uploads'] },
  find: (text) => {
    const { reading } = text;
    const act = reading.main;
    if (act === undefined || !/^uploads?$/.test(act.word) || !speaksOf(reading, pages)) return [];
    if (/page$/i.test(act.object)) return [];
    return [quoteAct('browser-upload', act)];
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'upload_file', description: 'Uploads a file using a file input element' },
        quote: 'upload_file',
      },
    ],
    silent: [
      { name: 'upload_file', description: 'Uploads a file to the drive' },
      { name: 'upload_page', description: 'Uploads Markdown as a new page.' },
    ],
  },
};
