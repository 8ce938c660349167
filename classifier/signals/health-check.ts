import { isRead, speaksOf } from '../acts.ts';
import { ownParameters } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const status =
  /(?:^|[_.-])(?:ping|health|health_?check|version|help|echo|hello|capabilities|server_?info)(?:$|[_.-])|Health|Version$|Help$/;

/** The health of a person. */
const personal = new Set([
  'user',
  "user's",
  'patient',
  'athlete',
  'my',
  'your',
  'wearable',
  'daily',
  'sleep',
  'heart',
  'medical',
]);

export const healthCheck: Signal = {
  id: 'health-check',
  title: 'Reports status, version or help',
  why: 'A health check or a manual holds nothing private.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low' },
  where: {
    words: [
      'ping',
      'health*',
      'version',
      'help',
      'echo',
      'hello',
      'capabilities',
      'serverinfo',
      'info',
    ],
  },
  find: (text) => {
    const { reading } = text;
    if (!isRead(reading) || ownParameters(reading, 'id', 'ids').length > 0) return [];
    if (speaksOf(reading, personal)) return [];
    return [text.name]
      .filter((name) => status.test(name.clean))
      .map((name) => ({ signal: 'health-check', pointer: name.pointer, quote: name.raw }));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'get_version' }, quote: 'get_version' }],
    silent: [
      { name: 'get_health_summary', description: 'Returns the health summary of the user.' },

      { name: 'get_user' },
      { name: 'get_order_status', inputSchema: { properties: { id: { type: 'string' } } } },
    ],
  },
};
