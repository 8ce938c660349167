import { isRead } from '../acts.ts';
import { hasKind, ownParameters, quoteAct } from '../evidence.ts';
import { objectsOf } from '../lexicon/senses.ts';
import { verbForms } from '../lexicon/verbs.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const sends = /^(?:send|sends|place|places|capture|captures|submit|execute)$/;
const assets =
  /^(?:funds?|money|eth|btc|sol|usdc|usdt|tokens?|coins?|orders?|payments?|payouts?|trades?|charges?|tips?|nft)$/;
/** What is redeemed for money or credit. */
const vouchers = /^(?:codes?|coupons?|vouchers?|invites?|points?|gifts?|giftcards?|credits?)$/;
const unreal =
  /quote|preview|simulat|paper|estimate|draft|invoice|link|history|calculate|email|message/i;

export const moneyMovement: Signal = {
  id: 'money-movement',
  title: 'Pays, charges, refunds or transfers money or assets',
  why: 'Money that has left does not come back by itself.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'moves-money' },
  where: { isRead: false, words: [...wordsOf(assets), ...verbForms('pay'), ...objectsOf('pay')] },
  find: (text) => {
    const { reading } = text;
    if (isRead(reading) || unreal.test(text.name.clean)) return [];
    return reading.acts
      .filter(
        (act) =>
          act.passage.kind !== 'enum' &&
          (act.verb === 'pay'
            ? hasKind(act.kinds, 'money') ||
              (act.word.startsWith('redeem') && vouchers.test(act.object)) ||
              ownParameters(reading, 'amount').length > 0
            : sends.test(act.word) && assets.test(act.object)),
      )
      .map((act) => quoteAct('money-movement', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'send_funds', inputSchema: { properties: { amount: {} } } },
        quote: 'send_funds',
      },
      { tool: { name: 'refund_payment' }, quote: 'refund_payment' },
    ],
    silent: [{ name: 'list_charges' }, { name: 'transfer_ownership' }],
  },
};
