import { nameHas } from '../acts.ts';
import { actsOf, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const limits = /^(?:budgets?|bids?|spend|spending|spendings|allowances?)$/;
const capped = /^(?:limits?|caps?|amounts?|settings?)$/;
/** Whose money is spent from then on, not what a person plans to spend. */
const spent = new Set(
  'campaign campaigns ad ads adset adgroup group keyword spending spend bid bids token erc20 allowance wallet account'.split(
    ' ',
  ),
);

export const spendingLimit: Signal = {
  id: 'spending-limit',
  title: 'Changes how much may be spent',
  why: 'A budget, a bid or a limit decides how much money leaves from then on.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high' },
  where: { verbs: ['update', 'create', 'access'], words: [...spent] },
  find: (text) => {
    const { reading } = text;
    if (!nameHas(reading, spent)) return [];
    return actsOf(reading, 'update', 'create', 'access')
      .filter(
        (act) =>
          act === reading.main &&
          (limits.test(act.object) ||
            (capped.test(act.object) && text.nameWords.some((word) => limits.test(word.text)))),
      )
      .map((act) => quoteAct('spending-limit', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'update_campaign_budget' }, quote: 'update_campaign_budget' },
      { tool: { name: 'set_spending_limit' }, quote: 'set_spending_limit' },
    ],
    silent: [
      { name: 'get_spending_limit' },
      { name: 'create_budget', description: 'Create a monthly budget for groceries.' },
    ],
  },
};
