import { isRead } from '../acts.ts';
import {
  ownNamed,
  quoteAct,
  quoteMatch,
  quoteParameter,
  quoteStatedAnywhere,
} from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

/** Says it of another thing, time or person: "the fee that is charged", "if the card is charged". */
const turned = String.raw`\b(?:that|which|who|whose|when|whenever|if|once|whether|how|before|until|after|unless)\b`;
const source = 'card|wallet|account|balance|credit|funds|fee|fare|cost|price|amount|deposit';
const said = [
  String.raw`releases? (?:their |the |an? )?payment\b`,
  'one-time charge',
  String.raw`(?=pay)(?<!\b(?:who|that|which|what|it|already) )(?:pays? (?:the |a |via |from |for )|paying (?:the |an? |via ))`,
  'spends? (?:from|your|usdc|eth|sol)',
  'charges? (?:the|your) (?:card|customer|wallet)',
  String.raw`requires (?!no\b)(?:[\w.$-]+ ){0,3}payment\b(?! (?:method|id|type|term|status|token|plan|profile|provider|detail|info))`,
  'workers? (?:are|is|get|gets) paid',
  'fund(?:s|ed) the (?:bounty|escrow)',
  'releases? (?:the )?escrow',
  String.raw`(?=bills)(?<!\bhow \w+ \w+ )bills (?:the|your) (?:card|account|(?:customer|client|guest|patient|user|tenant|member)s?(?=[.,;]|$| (?:for|with|at|by|via|on)\b))`,
  String.raw`bills (?:the )?(?:[\w$€£-]+(?:\.\d+)? ){0,4}(?:fees?|prices?|amounts?)`,
  "collects? (?:an? |the )?amounts? from the (?:customer|payer|client|buyer)(?:'s)?",
  String.raw`(?:is|are|gets?|will be) (?:charged|billed|debited) (?:to|from|against) (?:the|your|an?) (?:[\w-]+ ){0,3}(?:card|payment method)`,
  String.raw`remits?\b(?! (?:are|is)\b)`,
  String.raw`authori[sz]es (?:the|a) (?:[\w-]+ )?deposit`,
  String.raw`charges? (?:the|your|a) (?:[\w'-]+ ){0,3}(?:fee|account|balance|cards?|form of payment|payment method|mandates?)\b`,
  'pays out',
  '(?:is|are|be) paid out',
  String.raw`(?=${source})(?<!${turned} (?:the |your |an? |their )?(?:\w+ )?)(?:${source})s?\b(?:(?!${turned})[^.;]){0,50}? (?:is|are|gets?|will be) (?:(?!not |never |only )\w+ )?(?:debited|charged|deducted|billed)`,
  String.raw`signs? (?!no\b)(?:an? |the )?(?:[\w'-]+ ){0,3}(?:payment|transfer)s?`,
];
const pays = new RegExp(String.raw`\b(?:${said.join('|')})\b`, 'gi');
/** As `turned`, up to the border of the clause. */
const turnedAbroad = String.raw`(?<!(?<!\p{L})(?:wenn|damit|sobald|falls|cuando|si|que|quando|se|quand|lorsque|qui|когда|если)(?!\p{L})[^.;!?]{0,60})`;
const statedAbroad = [
  String.raw`(?<!\p{L})se (?:carga|cobra|descuenta|debita)n?(?!\p{L})[^.]{0,30}(?<!\p{L})(?:tarjeta|cuenta|saldo|cliente|importe)`,
  String.raw`(?<!\p{L})(?:é|são|será|serão) (?:cobrad|debitad|descontad)[oa]s?(?!\p{L})`,
  String.raw`(?=abgebucht|belastet)(?<=\b(?:Konto|Karte|Kreditkarte|Zahlungsart|Betrag|Guthaben|Kunden?|Gebühr|Preis|Abruf)\b[^.]{0,80})(?:abgebucht|belastet)(?!\p{L})`,
  String.raw`(?<!\p{L})(?:est|sont|sera|seront) (?:immédiatement |aussitôt )?(?:débité|prélevé|facturé)e?s?(?!\p{L})`,
  String.raw`(?<!\p{L})(?:списыва(?:ет|ют)ся|будет списан|спишется)`,
].join('|');
/** A look ahead comes first, here as above: a look back over 60 letters at every place of a text is a third of all labelling. */
const paysAbroad = new RegExp(
  [
    `(?=${statedAbroad})${turnedAbroad}(?:${statedAbroad})`,
    '(?:自动|立即|直接)(?:扣款|扣费)|(?:自动|立即|直接|将|会)扣除.{0,10}费',
    '(?:引き落とさ|課金さ)れ',
    '(?:결제|차감|청구)됩니다',
  ].join('|'),
  'giu',
);
const owed = /^(?:orders?|payments?|charges?|authorizations?|intents?)$/;
const settled = /^(?:refunds?|charges?|payouts?)$/;
const unreal =
  /^(?:link|links|request|quote|quotes|preview|estimate|get|list|search|check|simulate|draft|history|status|template|report|methods?|info|invoice|session|review|webhook|record|calculate)$/;

/** What a booking is paid with. */
const paidWith = /^(?:payment|payment_?(?:method|token|card)(?:_?id)?|saved_?card)$/i;
const storedCard =
  /\b(?:with|using) (?:the |your |a )?(?:(?:saved|stored) (?:card|payment method)|(?:card|payment method) on file)\b/i;
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
      'collect',
      'collects',
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
      'card',
      'stored',
      'saved',
      'remit',
      'remits',
      'debited',
      'charged',
      'deducted',
      'billed',
      'deposit',
      'authorises',
      'authorizes',
      'carga*',
      'cobra*',
      'descuenta*',
      'debita*',
      'descontad*',
      'abgebucht',
      'belastet',
      'débité*',
      'prélevé*',
      'facturé*',
      'спис*',
      'спиш*',
      '扣款',
      '課金*',
      '결제*',
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
      (word, index) =>
        word.text === 'capture' &&
        index + 1 < text.nameWords.length &&
        text.nameWords.slice(index + 1).every((after) => owed.test(after.text)),
    );
    if (captured)
      return [{ signal: 'payment-said', pointer: text.name.pointer, quote: text.name.raw }];
    if (nameAct?.verb === 'create' && settled.test(nameAct.object))
      return [quoteAct('payment-said', nameAct)];
    const [means] = ownNamed(reading, paidWith);
    if (means !== undefined && bought.test(nameAct?.word ?? ''))
      return [quoteParameter('payment-said', means)];
    const booked = text.reading.acts.some(({ word }) => bought.test(word.replace(/s$/, '')));
    const onFile = booked ? quoteMatch('payment-said', text.description, storedCard) : [];
    return onFile.length > 0
      ? onFile
      : quoteStatedAnywhere('payment-said', text.description, pays, paysAbroad);
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
      {
        tool: { name: 'reserve_hotel', description: 'Book a room with the card on file.' },
        quote: 'with the card on file',
      },
      { tool: { name: 'submit_order', description: 'Сумма спишется с карты.' }, quote: 'спишется' },
    ],
    silent: [
      { name: 'create_card', inputSchema: { properties: { card_id: {} } } },
      { name: 'capture_screenshot' },
      { name: 'create_webhook', description: 'Calls a URL when a card is charged.' },
      { name: 'create_subscription', description: 'Starts a trial. The card is not charged.' },
      { name: 'update_plan', description: 'Renames a plan. The fee that is charged stays.' },
      { name: 'capture_charge_level' },
      { name: 'update_card', description: 'Replaces the card on file with a new one.' },
      { name: 'create_form', description: 'Makes a form to collect payments.' },
      { name: 'preview_charge', description: 'Previews a one-time charge.' },
      { name: 'list_purchases', description: 'What pays for itself.' },
    ],
  },
};
