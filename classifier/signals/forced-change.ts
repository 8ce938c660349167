import { isRead, onlyWrites } from '../acts.ts';
import { ownParameters, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const forcedChange: Signal = {
  id: 'forced-change',
  title: 'Can be forced past a safeguard',
  why: 'A force option beside a write takes away what would have protected data.',
  status: 'stable',
  strength: 'weak',
  suggests: { operation: 'destructive' },
  where: { isRead: false, parameters: ['force'] },
  find: (text) => {
    const { reading } = text;
    if (isRead(reading) || onlyWrites(reading)) return [];
    return ownParameters(reading, 'force').map((parameter) =>
      quoteParameter('forced-change', parameter),
    );
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'git_push', inputSchema: { properties: { force: { type: 'boolean' } } } },
        quote: 'force',
      },
    ],
    silent: [{ name: 'get_logs', inputSchema: { properties: { force: { type: 'boolean' } } } }],
  },
};
