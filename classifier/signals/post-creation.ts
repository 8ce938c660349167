import { actsOf, quoteAct } from '../evidence.ts';
import { mentions } from '../lexicon/products.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const posted =
  /^(?:calls?|posts?|messages?|tweets?|threads?|announcements?|releases?|gists?|reels?)$/;
/** What is uploaded to a public platform is a post. */
const uploaded = /^(?:videos?|photos?|images?|media|shorts?|clips?|pictures?|pins?)$/;
const voices =
  /^(?:schedules?|starts?|initiates?|places?|makes?|creates?|adds?|posts?|publish|publishes|updates?|edits?|writes?)$/;

export const postCreation: Signal = {
  id: 'post-creation',
  title: 'Creates or changes a post or message',
  why: 'A post or message is read by others as soon as it stands there.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'communicates' },
  where: {
    verbs: ['create', 'send', 'update', 'publish', 'control'],
    words: [...wordsOf(posted), ...wordsOf(uploaded)],
  },
  find: (text) => {
    const { reading } = text;
    if (text.nameWords.some((word) => /^(?:drafts?|assistants?)$/.test(word.text))) return [];
    return actsOf(reading, 'create', 'send', 'update', 'publish', 'control')
      .filter(
        (act) =>
          act.passage.kind !== 'enum' &&
          ((posted.test(act.object) && voices.test(act.word)) ||
            (/^upload/.test(act.word) &&
              uploaded.test(act.object) &&
              mentions(text).platform !== undefined)),
      )
      .map((act) => quoteAct('post-creation', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'make_call' }, quote: 'make_call' },
      { tool: { name: 'create_forum_post' }, quote: 'create_forum_post' },
    ],
    silent: [{ name: 'create_draft_post' }, { name: 'add_comment' }, { name: 'get_post' }],
  },
};
