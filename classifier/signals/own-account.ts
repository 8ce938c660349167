import { readActs } from '../acts.ts';
import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const own =
  /\b(?:the |your |my )?(?:authenticated|current|logged[- ]in|connected) (?:user|account|athlete|workspace|organization|member)\w*|\b(?:your|my|the user's) (?:own |personal )?(?:\w+ )?(?:account|data|workspace|calendar|inbox|files|library|tasks|mailbox|team|organization|portfolio|wallet|watchlist|profile)|自分/i;

export const ownAccount: Signal = {
  id: 'own-account',
  title: 'Speaks of the signed-in user',
  why: 'What belongs to the signed-in user is private.',
  status: 'stable',
  strength: 'strong',
  suggests: { capability: 'reads-private-data' },
  where: {
    verbs: ['get', 'list', 'search', 'compute', 'wait'],
    words: ['authenticated', 'current', 'logged', 'connected', 'your', 'my', "user's"],
  },
  find: (text) => {
    const { reading } = text;
    if (readActs(reading).length === 0) return [];
    return quoteMatch('own-account', text.description, own);
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'get_items', description: 'Lists items of the authenticated user.' },
        quote: 'the authenticated user',
      },
    ],
    silent: [{ name: 'get_items', description: 'Lists items.' }],
  },
};
