import { isRead } from '../acts.ts';
import { quoteParameter } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const notifies =
  /^(?:attendees|guests|invitees|customer_?note|(?:send|notify)_?(?:e?mails?|notifications?|updates?|invites?|invitations?|users?|customers?|attendees|assignees?)|sendUpdates|e?mail_?customer)$/i;

export const notificationOption: Signal = {
  id: 'notification-option',
  title: 'Can write to people on the way',
  why: 'Attendees, a customer note or a switch for notifications reach people when the change is saved.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'communicates' },
  where: { isRead: false, words: [...wordsOf(notifies)] },
  find: (text) => {
    const { reading } = text;
    if (isRead(reading)) return [];
    return reading.parameters
      .filter(({ parameter }) => parameter.depth <= 1 && notifies.test(parameter.name.clean))
      .slice(0, 2)
      .map((parameter) => quoteParameter('notification-option', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'create_event',
          inputSchema: { properties: { attendees: { type: 'array' } } },
        },
        quote: 'attendees',
      },
    ],
    silent: [
      { name: 'list_events', inputSchema: { properties: { attendees: { type: 'array' } } } },
      { name: 'create_event' },
    ],
  },
};
