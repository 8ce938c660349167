import { actsOf, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

export const withdrawal: Signal = {
  id: 'withdrawal',
  title: 'Takes published content down',
  why: 'What others could see is gone for them, though it can be published again.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high' },
  where: { verbs: ['publish'] },
  find: (text) => {
    const { reading } = text;
    return actsOf(reading, 'publish')
      .filter((act) => act === reading.main && /^un/.test(act.word))
      .map((act) => quoteAct('withdrawal', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'unpublish_page' }, quote: 'unpublish_page' }],
    silent: [{ name: 'publish_page' }],
  },
};
