import { readActs, speaksOf } from '../acts.ts';
import { hasKind, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const open = new Set([
  'public',
  'web',
  'wikipedia',
  'documentation',
  'weather',
  'news',
  'arxiv',
  'npm',
  'crypto',
  'market',
  'stock',
  'available',
  'supported',
  'internet',
]);

export const privateReading: Signal = {
  id: 'private-reading',
  title: 'Returns private, personal or business data',
  why: 'Mail, files, records, people, logs and work items belong to someone.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'medium', capability: 'reads-private-data' },
  find: (text) => {
    const { reading } = text;
    if (speaksOf(reading, open)) return [];
    return readActs(reading)
      .filter(
        (act) =>
          act.verb !== 'compute' &&
          act.verb !== 'wait' &&
          hasKind(act.kinds, 'business', 'people', 'mail'),
      )
      .slice(0, 2)
      .map((act) => quoteAct('private-reading', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'read_email' }, quote: 'read_email' }],
    silent: [{ name: 'get_weather' }, { name: 'send_email' }],
  },
};
