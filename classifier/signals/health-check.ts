import { isRead } from '../acts.ts';
import type { Signal } from '../signal.ts';

const status =
  /(?:^|[_.-])(?:ping|health|version|help|status|echo|docs?|documentation|instructions|tips|supported|available|stats|hello|time|connection|capabilities)(?:$|[_.-])|Health|Version|Help|Status$|Documentation/;

export const healthCheck: Signal = {
  id: 'health-check',
  title: 'Reports status, version or help',
  why: 'A health check or a manual holds nothing private.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low' },
  find: (text) => {
    const { reading } = text;
    if (!isRead(reading)) return [];
    return [text.name]
      .filter((name) => status.test(name.clean))
      .map((name) => ({ signal: 'health-check', pointer: name.pointer, quote: name.raw }));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'get_version' }, quote: 'get_version' }],
    silent: [{ name: 'get_user' }],
  },
};
