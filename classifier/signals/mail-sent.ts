import { isRead } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const sends = /^(?:send|sends|reply|forward|mail|email)$/;
const mails = /^(?:e?mails?|gmail|sms|mms|whatsapp|fax|newsletters?|tweets?|dms?)$/;
/** It is written, shown or tried, and not sent; or it goes to the caller. */
const unsent =
  /draft|preview|template|test|sandbox|validate|verif|schedule_list|undo|unsend|cancel|get|list|search|count|status|code|otp|suggest/i;
const unsentSaid =
  /\b(?:nothing is|(?:is|are) (?:never|not)|never) (?:actually |really )?sent\b(?! (?:if|when|until|unless|to)\b)|\bwithout sending\b/i;

export const mailSent: Signal = {
  id: 'mail-sent',
  title: 'Sends a mail or a message to a person',
  why: 'What has been sent cannot be unsent, and the reader takes it for the words of the user.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'high', capability: 'communicates' },
  where: { isRead: false, verbs: ['send'] },
  find: ({ name, description, reading }) => {
    const act = reading.nameAct;
    if (act === undefined || isRead(reading) || unsent.test(name.clean)) return [];
    if (unsentSaid.test(description?.clean ?? '')) return [];
    return sends.test(act.word) && mails.test(act.object) ? [quoteAct('mail-sent', act)] : [];
  },
  falsePositives: ['a mail server for tests that keeps what it is sent'],
  examples: {
    fires: [
      { tool: { name: 'send_email' }, quote: 'send_email' },
      { tool: { name: 'gmail_reply_email' }, quote: 'gmail_reply_email' },
    ],
    silent: [
      { name: 'send_test_email' },
      { name: 'send_sandbox_email' },
      { name: 'send_email', description: 'The mail is only rendered and never sent.' },
      { name: 'list_emails' },
      { name: 'send_keys' },
    ],
  },
};
