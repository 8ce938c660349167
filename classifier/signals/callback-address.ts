import { parametersOf, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const callbackAddress: Signal = {
  id: 'callback-address',
  title: 'Posts to a webhook or callback that the call names',
  why: 'Results are sent to any address.',
  status: 'stable',
  strength: 'strong',
  suggests: { capability: 'reaches-network' },
  where: { parameters: ['webhook'] },
  find: (text) => {
    const { reading } = text;
    return parametersOf(reading, 'webhook')
      .filter(
        ({ parameter }) =>
          parameter.depth <= 2 &&
          /^(?:webhooks?|webhook_?url|callback(?:_?url)?|notify_?url|notification_?url|postback_?url|push_?url|s3Config)$/i.test(
            parameter.name.clean,
          ) &&
          parameter.type !== 'boolean',
      )
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
