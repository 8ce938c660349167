import { isRead } from '../acts.ts';
import { ownNamed, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const delivers =
  /^(?:e_?)?mail_?to$|^(?:send|notify)_?(?:to_?)?(?:e_?)?mails?$|^(?:e_?)?mail_?recipients?$/i;

const sends =
  /^(?!.*\b(?:filter|only|match|search|deprecated|ignored|whose)).*\b(?:send|sent|e-?mail|deliver|forward)/i;

export const deliveryOption: Signal = {
  id: 'delivery-option',
  title: 'Can be told to mail what it returns',
  why: 'A report that may go to an address is sent to people, and to whom the caller chooses.',
  status: 'stable',
  strength: 'decisive',
  suggests: {
    operation: 'write',
    risk: 'high',
    capability: 'communicates',
    implies: ['reaches-network'],
  },
  where: { isRead: true, words: ['emailto', 'mailto', 'sendemail', 'send*', 'notify*', 'email*'] },
  find: ({ reading }) =>
    isRead(reading)
      ? ownNamed(reading, delivers)
          .filter(({ parameter: { text } }) => sends.test(text?.clean ?? ''))
          .slice(0, 1)
          .map((parameter) => quoteParameter('delivery-option', parameter))
      : [],
  falsePositives: ['a filter of mails by whom they went to'],
  examples: {
    fires: [
      {
        tool: {
          name: 'get_report',
          description: 'Returns the report.',
          inputSchema: {
            properties: { email_to: { type: 'string', description: 'Also send it there' } },
          },
        },
        quote: 'email_to',
      },
    ],
    silent: [
      { name: 'get_report', inputSchema: { properties: { email: { type: 'string' } } } },
      {
        name: 'search_tickets',
        inputSchema: { properties: { email_to: { description: 'Recipient to filter by' } } },
      },
      { name: 'send_report', inputSchema: { properties: { email_to: { type: 'string' } } } },
    ],
  },
};
