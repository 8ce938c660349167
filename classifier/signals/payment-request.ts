import { quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const makes =
  /^(?:creates?|generates?|makes?|new|adds?|issues?|drafts?|prepares?|updates?|sends?)$/;
const asked =
  /^(?:invoices?|quotes?|estimates?|links?|intents?|requests?|checkout|proforma|reminders?|bills?)$/;
const money =
  /^(?:payments?|invoices?|quotes?|estimates?|checkout|billing|bills?|paylink|proforma)$/;
const paid = /pay_|charge|confirm|capture|refund|collect|settle|transfer|execute/i;

export const paymentRequest: Signal = {
  id: 'payment-request',
  title: 'Asks for a payment that somebody has yet to make',
  why: 'An invoice, a link or an intent moves no money until its payer acts.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', denies: ['moves-money'] },
  where: { isRead: false, words: [...wordsOf(asked)] },
  find: ({ name, nameWords, reading }) => {
    const act = reading.nameAct;
    if (act === undefined || !makes.test(act.word) || paid.test(name.clean)) return [];
    const words = nameWords.map(({ text }) => text);
    return words.some((word) => asked.test(word)) && words.some((word) => money.test(word))
      ? [quoteAct('payment-request', act)]
      : [];
  },
  falsePositives: ['a bill that is entered in order to be paid at once'],
  examples: {
    fires: [
      { tool: { name: 'create_payment_link' }, quote: 'create_payment_link' },
      { tool: { name: 'create_invoice' }, quote: 'create_invoice' },
    ],
    silent: [{ name: 'pay_invoice' }, { name: 'list_invoices' }, { name: 'create_refund' }],
  },
};
