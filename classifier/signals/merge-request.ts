import { actsOf, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const requests = new Set(['pull', 'pr', 'mr', 'pullrequest', 'request']);

export const mergeRequest: Signal = {
  id: 'merge-request',
  title: 'Merges a request, or commits a transaction',
  why: 'What is merged or committed is there for everyone, and the chance to drop it is gone.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'high' },
  where: { verbs: ['update', 'create'] },
  find: (text) => {
    const { reading } = text;
    const { nameAct } = reading;
    if (nameAct?.word === 'commit' && /^transactions?$/.test(nameAct.object))
      return [quoteAct('merge-request', nameAct)];
    if (!text.nameWords.some((word) => requests.has(word.text))) return [];
    return actsOf(reading, 'update')
      .filter((act) => act === reading.nameAct && act.word === 'merge')
      .map((act) => quoteAct('merge-request', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'merge_pull_request' }, quote: 'merge_pull_request' },
      { tool: { name: 'commit_transaction' }, quote: 'commit_transaction' },
    ],
    silent: [
      { name: 'git_merge' },
      { name: 'list_merge_requests' },
      { name: 'create_merge_request' },
    ],
  },
};
