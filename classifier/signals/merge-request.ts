import { actsOf, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const requests = new Set(['pull', 'pr', 'mr', 'pullrequest', 'request']);

export const mergeRequest: Signal = {
  id: 'merge-request',
  title: 'Merges a pull or merge request',
  why: 'What is merged is there for everyone who builds from the branch.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'high' },
  where: { verbs: ['update'] },
  find: (text) => {
    const { reading } = text;
    if (!text.nameWords.some((word) => requests.has(word.text))) return [];
    return actsOf(reading, 'update')
      .filter((act) => act === reading.nameAct && act.word === 'merge')
      .map((act) => quoteAct('merge-request', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'merge_pull_request' }, quote: 'merge_pull_request' }],
    silent: [
      { name: 'git_merge' },
      { name: 'list_merge_requests' },
      { name: 'create_merge_request' },
    ],
  },
};
