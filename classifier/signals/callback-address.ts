import { isRead, readActs } from '../acts.ts';
import { parametersOf, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const callbackAddress: Signal = {
  id: 'callback-address',
  title: 'Posts to a webhook or callback that the call names',
  why: 'Results are sent to any address.',
  status: 'stable',
  strength: 'strong',
  suggests: { capability: 'reaches-network' },
  find: (text) => {
    const { reading } = text;
    if (isRead(reading) && readActs(reading).length > 0 && reading.main?.verb !== 'get') return [];
    return parametersOf(reading, 'webhook')
      .filter(({ parameter }) => !/(?:id|token)$/i.test(parameter.name.clean))
      .slice(0, 2)
      .map((parameter) => quoteParameter('callback-address', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'run_endpoint',
          inputSchema: { properties: { webhook: { type: 'string' } } },
        },
        quote: 'webhook',
      },
    ],
    silent: [
      { name: 'delete_webhook', inputSchema: { properties: { webhookId: { type: 'string' } } } },
    ],
  },
};
