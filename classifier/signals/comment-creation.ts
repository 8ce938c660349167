import { actsOf, quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const said =
  /^(?:comment|reply|reaction|reactions|review|story|message|post|tweet|thread|announcement|note_to_customer)s?$/;

export const commentCreation: Signal = {
  id: 'comment-creation',
  title: 'Adds a comment, reply, reaction or review',
  why: 'People in the same place see it and are notified.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'medium', capability: 'communicates' },
  find: (text) => {
    const { reading } = text;
    return actsOf(reading, 'create', 'send', 'update')
      .filter((act) => said.test(act.object))
      .map((act) => quoteAct('comment-creation', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'add_comment' }, quote: 'add_comment' }],
    silent: [{ name: 'get_comments' }, { name: 'create_task' }],
  },
};
