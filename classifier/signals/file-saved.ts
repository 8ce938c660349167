import { quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const saves = /^(?:saves?|saving|writes?|writing|stores?)$/;
const places = /^(?:files?|director(?:y|ies)|folders?|disk|path|paths)$/;

export const fileSaved: Signal = {
  id: 'file-saved',
  title: 'Says that it saves its result to a file or folder',
  why: 'An export that is saved on disk outlives the call.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write' },
  where: { words: [...wordsOf(saves)] },
  find: (text) =>
    text.reading.clauseActs
      .filter((act) => saves.test(act.word) && places.test(act.object))
      .slice(0, 1)
      .map((act) => quoteAct('file-saved', act)),
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'export_route',
          description: 'Exports a route and saves it to a local directory.',
        },
        quote: 'saves it to a local directory',
      },
    ],
    silent: [{ name: 'export_route', description: 'Exports a route as GPX.' }],
  },
};
