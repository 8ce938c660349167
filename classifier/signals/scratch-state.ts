import { actsOnScratch, effects, scratch } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

export const scratchState: Signal = {
  id: 'scratch-state',
  title: 'Touches only its own scratch or session state',
  why: 'Caches, thoughts, logs and sessions of the tool itself are not data that others rely on.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'low' },
  where: { words: [...wordsOf(scratch), ...wordsOf(effects)] },
  find: (text) => {
    const { reading } = text;
    return reading.acts
      .filter((act) => act === reading.main && act.verb !== 'access' && actsOnScratch(reading, act))
      .map((act) => quoteAct('scratch-state', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'clear_cache' }, quote: 'clear_cache' }],
    silent: [{ name: 'delete_file' }],
  },
};
