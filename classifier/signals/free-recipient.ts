import { isRead } from '../acts.ts';
import { actsOf, ownParameters, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const freeRecipient: Signal = {
  id: 'free-recipient',
  title: 'Sends to an address that the call names',
  why: 'Data can be sent to anyone.',
  status: 'stable',
  strength: 'strong',
  suggests: { capability: 'reaches-network' },
  find: (text) => {
    const { reading } = text;
    if (actsOf(reading, 'send', 'publish', 'create').length === 0 || isRead(reading)) return [];
    if (actsOf(reading, 'send').length === 0 && !/forward/i.test(text.description?.clean ?? ''))
      return [];
    return ownParameters(reading, 'recipient').map((parameter) =>
      quoteParameter('free-recipient', parameter),
    );
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'send_email', inputSchema: { properties: { to: { type: 'string' } } } },
        quote: 'to',
      },
    ],
    silent: [{ name: 'get_user', inputSchema: { properties: { email: { type: 'string' } } } }],
  },
};
