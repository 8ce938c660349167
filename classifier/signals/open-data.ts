import { isRead, readActs } from '../acts.ts';
import { hasKind, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const openData: Signal = {
  id: 'open-data',
  title: 'Returns public or reference data',
  why: 'Weather, prices, places, papers and documentation are open to everyone.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low' },
  find: (text) => {
    const { reading } = text;
    if (!isRead(reading)) return [];
    return readActs(reading)
      .filter((act) => hasKind(act.kinds, 'open') && !hasKind(act.kinds, 'people', 'mail'))
      .slice(0, 1)
      .map((act) => quoteAct('open-data', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'get_weather' }, quote: 'get_weather' }],
    silent: [{ name: 'get_email' }],
  },
};
