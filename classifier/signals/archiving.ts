import { isTrashed } from '../acts.ts';
import { actsOf, quoteAct } from '../evidence.ts';
import type { VerbClass } from '../lexicon/verbs.ts';
import type { Signal } from '../signal.ts';

export const archiving: Signal = {
  id: 'archiving',
  title: 'Archives or trashes, so that it can be restored',
  why: 'What is archived or in the trash comes back.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'medium' },
  where: { verbs: ['archive', 'delete'] },
  find: (text) => {
    const { reading } = text;
    const verbs: VerbClass[] = isTrashed(reading) ? ['archive', 'delete'] : ['archive'];
    return actsOf(reading, ...verbs)
      .filter((act) => act === reading.main && !/empty|purge/i.test(text.name.clean))
      .map((act) => quoteAct('archiving', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'archive_card' }, quote: 'archive_card' },
      {
        tool: { name: 'delete_task', description: 'Move a task to the trash.' },
        quote: 'delete_task',
      },
    ],
    silent: [{ name: 'empty_trash' }],
  },
};
