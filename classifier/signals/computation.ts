import { isRead } from '../acts.ts';
import { actsOf, hasKind, ownParameters, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const computation: Signal = {
  id: 'computation',
  title: 'Only computes on what it is given',
  why: 'Arithmetic, formatting, validation and conversion leave nothing behind.',
  status: 'stable',
  strength: 'weak',
  suggests: { operation: 'read', risk: 'low' },
  where: { isRead: true, verbs: ['compute', 'wait'] },
  find: (text) => {
    const { reading } = text;
    if (!isRead(reading)) return [];
    return actsOf(reading, 'compute', 'wait')
      .filter(
        (act) =>
          act === reading.main &&
          !hasKind(act.kinds, 'people', 'mail') &&
          ownParameters(reading, 'id', 'ids').length === 0,
      )
      .map((act) => quoteAct('computation', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'calculate_hash' }, quote: 'calculate_hash' }],
    silent: [{ name: 'create_hash' }],
  },
};
