import { isRead, speaksOf } from '../acts.ts';
import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const buys = /^(?:purchase|buy|topup|checkout|pay|refund|payout|bet|donate)$/;
/** A checkout of these is no purchase. */
const versions = new Set(['git', 'branch', 'branches', 'commit', 'worktree', 'ready', 'session']);
const settled = /^(?:refunds?|charges?|payouts?)$/;
const pays =
  /\b(?:releases? (?:their |the |an? )?payment|one-time charge|spends? (?:real )?money|costs? real money|pays? (?:the |a |via |from |for )|paying (?:the |a |via |an )|spends? (?:from|your|credits|usdc|eth|sol)|charges? (?:the|your) (?:card|customer|wallet)|requires [\w ]{0,20}payment|workers? (?:are|is|get|gets) paid|fund(?:s|ed) the (?:bounty|escrow))\b/i;
const unreal =
  /^(?:link|links|request|quote|quotes|preview|estimate|get|list|search|check|simulate|draft|history|status|template|report|methods?|info|invoice|session|review|webhook)$/;

export const purchase: Signal = {
  id: 'purchase',
  title: 'Buys, tops up or has others paid',
  why: 'The call spends money or releases a payment.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'moves-money' },
  find: (text) => {
    const { reading } = text;
    if (
      text.nameWords.some((word) => unreal.test(word.text)) ||
      (text.nameWords.some((word) => word.text === 'checkout') && speaksOf(reading, versions)) ||
      (reading.nameAct !== undefined && isRead(reading))
    )
      return [];
    const named = text.nameWords.find((word) => buys.test(word.text));
    const created = reading.nameAct?.verb === 'create' && settled.test(reading.nameAct.object);
    if (named !== undefined || created)
      return [{ signal: 'purchase', pointer: text.name.pointer, quote: text.name.raw }];
    return quoteMatch('purchase', text.description, pays);
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'credits_purchase' }, quote: 'credits_purchase' },
      { tool: { name: 'orders_refunds_create' }, quote: 'orders_refunds_create' },
      {
        tool: {
          name: 'approve_submission',
          description: 'Approves the work and releases the payment.',
        },
        quote: 'releases the payment',
      },
    ],
    silent: [
      { name: 'git_checkout', description: 'Switches branches.' },
      { name: 'list_purchases' },
      { name: 'create_payment_link' },
    ],
  },
};
