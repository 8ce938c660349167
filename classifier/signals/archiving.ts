import { actsOf, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const archiving: Signal = {
  id: 'archiving',
  title: 'Archives or trashes, so that it can be restored',
  why: 'What is archived or in the trash comes back.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'medium' },
  where: { verbs: ['archive'] },
  find: (text) => {
    const { reading } = text;
    return actsOf(reading, 'archive')
      .filter((act) => act === reading.main && !/empty|purge/i.test(text.name.clean))
      .map((act) => quoteAct('archiving', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'archive_card' }, quote: 'archive_card' }],
    silent: [{ name: 'empty_trash' }],
  },
};
