import { isRead, speaksOf } from '../acts.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const buys = /^(?:purchase|buy|topup|checkout|pay|refund|payout|bet|donate)$/;
/** A checkout of these is no purchase. */
const versions = new Set(['git', 'branch', 'branches', 'commit', 'worktree', 'ready', 'session']);
/** What one orders and pays at the door. */
const ordered =
  /^(?:food|pizzas?|meals?|groceries|rides?|taxis?|drinks?|coffees?|flowers|products?)$/;
const unreal =
  /^(?:link|links|request|quote|quotes|preview|estimate|get|list|search|check|simulate|draft|history|status|template|report|methods?|info|invoice|session|review|webhook)$/;

export const purchase: Signal = {
  id: 'purchase',
  title: 'Buys or tops up',
  why: 'The call spends money.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'moves-money' },
  where: { words: [...wordsOf(buys), 'order'] },
  find: (text) => {
    const { reading } = text;
    if (
      text.nameWords.some((word) => unreal.test(word.text)) ||
      (text.nameWords.some((word) => word.text === 'checkout') && speaksOf(reading, versions)) ||
      (reading.nameAct !== undefined && isRead(reading))
    )
      return [];
    const named = text.nameWords.find(
      (word, index) =>
        buys.test(word.text) ||
        (word.text === 'order' && ordered.test(text.nameWords[index + 1]?.text ?? '')),
    );
    return named !== undefined
      ? [{ signal: 'purchase', pointer: text.name.pointer, quote: text.name.raw }]
      : [];
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'credits_purchase' }, quote: 'credits_purchase' }],
    silent: [
      { name: 'git_checkout', description: 'Switches branches.' },
      { name: 'list_purchases' },
      { name: 'create_payment_link' },
    ],
  },
};
