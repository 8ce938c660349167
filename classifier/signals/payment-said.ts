import { isRead } from '../acts.ts';
import { quoteAct, quoteMatch, quoteParameter } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const pays =
  /\b(?:releases? (?:their |the |an? )?payment|one-time charge|pays? (?:the |a |via |from |for )|paying (?:the |an? |via )|spends? (?:from|your|credits|usdc|eth|sol)|charges? (?:the|your) (?:card|customer|wallet)|requires [\w ]{0,20}payment|workers? (?:are|is|get|gets) paid|fund(?:s|ed) the (?:bounty|escrow)|releases? (?:the )?escrow|bills the|remits?|charges? (?:the|your|a) (?:[\w'-]+ ){0,3}(?:fee|account|balance)|pays out|(?:is|are|be) paid out|(?<!\b(?:when|whenever|if|once|whether|how|before|until|after|unless|no) (?:the |your |an? |their )?)(?:card|wallet|account|balance|credit|funds|fee|price|amount)\b[^.;]{0,50}? (?:is|are|gets?|will be) (?:(?!not |never |only )\w+ )?(?:debited|charged|deducted|billed)|collects? (?:an? |the )?amounts?|signs? (?:an? |the )?(?:[\w'-]+ ){0,3}(?:payment|transfer)s?)\b/i;
const owed = /^(?:orders?|payments?|charges?|authorizations?|intents?)$/;
const settled = /^(?:refunds?|charges?|payouts?)$/;
const unreal =
  /^(?:link|links|request|quote|quotes|preview|estimate|get|list|search|check|simulate|draft|history|status|template|report|methods?|info|invoice|session|review|webhook|record|calculate)$/;

/** What a booking is paid with. */
const paidWith = /^(?:payment|payment_?(?:method|token|card)(?:_?id)?|saved_?card)$/i;
const bought = /^(?:book|order|reserve|rent|hire|buy|purchase|checkout)$/;

export const paymentSaid: Signal = {
  id: 'payment-said',
  title: 'Says that the call pays or releases a payment',
  why: 'Money leaves as a side effect of what the name says.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'moves-money' },
  where: {
    words: [
      ...wordsOf(settled),
      ...wordsOf(bought),
      'capture',
      'payment',
      'pay',
      'pays',
      'paying',
      'spend',
      'spends',
      'charge',
      'charges',
      'paid',
      'funds',
      'funded',
      'escrow',
      'bills',
      'remit',
      'remits',
      'debited',
      'charged',
      'deducted',
      'billed',
      'collect',
      'collects',
      'sign',
      'signs',
    ],
  },
  find: (text) => {
    const { reading } = text;
    if (
      (reading.nameAct !== undefined && isRead(reading)) ||
      text.nameWords.some((word) => unreal.test(word.text))
    )
      return [];
    const { nameAct } = reading;
    const captured = text.nameWords.some(
      (word, index) => word.text === 'capture' && owed.test(text.nameWords[index + 1]?.text ?? ''),
    );
    if (captured)
      return [{ signal: 'payment-said', pointer: text.name.pointer, quote: text.name.raw }];
    if (nameAct?.verb === 'create' && settled.test(nameAct.object))
      return [quoteAct('payment-said', nameAct)];
    const means = reading.parameters.find(
      ({ parameter }) => parameter.depth === 0 && paidWith.test(parameter.name.clean),
    );
    if (means !== undefined && bought.test(nameAct?.word ?? ''))
      return [quoteParameter('payment-said', means)];
    return quoteMatch('payment-said', text.description, pays);
  },
  falsePositives: ['a paid plan that is only mentioned'],
  examples: {
    fires: [
      { tool: { name: 'orders_refunds_create' }, quote: 'orders_refunds_create' },
      { tool: { name: 'capture_payment' }, quote: 'capture_payment' },
      {
        tool: { name: 'book_room', inputSchema: { properties: { payment: { type: 'object' } } } },
        quote: 'payment',
      },
      {
        tool: {
          name: 'approve_submission',
          description: 'Approves the work and releases the payment.',
        },
        quote: 'releases the payment',
      },
      {
        tool: {
          name: 'submit_payroll',
          description: 'Submits the payroll. Funds are debited from the company account.',
        },
        quote: 'Funds are debited',
      },
    ],
    silent: [
      { name: 'create_card', inputSchema: { properties: { card_id: {} } } },
      { name: 'capture_screenshot' },
      { name: 'create_webhook', description: 'Calls a URL when a card is charged.' },
      { name: 'create_subscription', description: 'Starts a trial. The card is not charged.' },
      { name: 'create_form', description: 'Makes a form to collect payments.' },
      { name: 'preview_charge', description: 'Previews a one-time charge.' },
      { name: 'list_purchases', description: 'What pays for itself.' },
    ],
  },
};
