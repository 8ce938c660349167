import { actsOf, quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const said = /^(?:comment|reply|reaction|review|story)s?$/;
const voices =
  /^(?:creates?|adds?|posts?|sends?|repl(?:y|ies)|updates?|edits?|writes?|leaves?|submits?|追加|作成|添加|更新)$/;

export const commentCreation: Signal = {
  id: 'comment-creation',
  title: 'Adds a comment, reply, reaction or review',
  why: 'People in the same place see it and are notified.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'medium', capability: 'communicates' },
  where: { verbs: ['create', 'send', 'update'], words: [...wordsOf(said)] },
  find: (text) => {
    const { reading } = text;
    return actsOf(reading, 'create', 'send', 'update')
      .filter((act) => said.test(act.object) && voices.test(act.word))
      .map((act) => quoteAct('comment-creation', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'add_comment' }, quote: 'add_comment' }],
    silent: [{ name: 'get_comments' }, { name: 'create_task' }],
  },
};
