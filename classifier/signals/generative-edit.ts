import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const generates = /^(?:inpaint|outpaint)(?:s|ing)?$/;
const overwrites = /\boverwrit|\bin[- ]place\b|\breplaces the (?:input|original|source|file)\b/i;

export const generativeEdit: Signal = {
  id: 'generative-edit',
  title: 'Generates a new picture from one that stays',
  why: 'What is painted in is new media; the picture it was made from is not touched.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', denies: ['deletes-data', 'reads-private-data'] },
  where: { isRead: false, verbs: ['create'] },
  find: ({ reading, description }) => {
    const act = reading.nameAct;
    return act !== undefined &&
      generates.test(act.word) &&
      !overwrites.test(description?.clean ?? '')
      ? [quoteAct('generative-edit', act)]
      : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'inpaint' }, quote: 'inpaint' },
      { tool: { name: 'image_outpaint' }, quote: 'image_outpaint' },
    ],
    silent: [
      { name: 'crop' },
      { name: 'inpaint', description: 'Paints over the object and overwrites the input file.' },
    ],
  },
};
