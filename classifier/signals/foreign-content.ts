import { isOwnStore, nameHas, readActs, shows, speaksOf } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const written =
  /^(?:comments?|reviews?|repl(?:y|ies)|posts?|tweets?|feeds?|stor(?:y|ies)|threads?|webpages?|websites?|html|markdown|articles?|news|blogs?|prs?|pull|issues?|tickets?|messages?|emails?|mails?|inbox|transcripts?|subtitles|captions|readme|discussions?|attachments?|conversations?|submissions?|feedback|responses?|documents?|content|contents|chats?|消息|邮件|评论)$/;

const counted = new Set([
  'quota',
  'count',
  'senders',
  'accessibility',
  'quality',
  'lint',
  'sent',
  'types',
  'schema',
]);
const proposed = /^(?:requests?|diffs?|patch)$/;
const merging = new Set(['pull', 'merge', 'pr', 'prs', 'mr', 'mrs']);

export const foreignContent: Signal = {
  id: 'foreign-content',
  title: 'Returns text that others wrote',
  why: 'Comments, messages, issues, pages and reviews can carry instructions.',
  status: 'stable',
  strength: 'strong',
  suggests: { capability: 'ingests-untrusted' },
  where: { verbs: ['get', 'list', 'search'], words: [...wordsOf(written), ...wordsOf(proposed)] },
  find: (text) => {
    const { reading } = text;
    if (isOwnStore(reading)) return [];
    if (speaksOf(reading, counted)) return [];
    return readActs(reading)
      .filter(
        (act) =>
          shows.has(act.verb) &&
          (written.test(act.object) ||
            (act.object === '' &&
              act.passage.kind === 'enum' &&
              text.nameWords.some((word) => written.test(word.text))) ||
            (proposed.test(act.object) && nameHas(reading, merging))),
      )
      .slice(0, 2)
      .map((act) => quoteAct('foreign-content', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'list_comments' }, quote: 'list_comments' },
      {
        tool: {
          name: 'task_comments',
          inputSchema: { properties: { operation: { enum: ['list', 'create'] } } },
        },
        quote: 'list',
      },
    ],
    silent: [{ name: 'get_message_quota' }, { name: 'list_labels' }, { name: 'add_comment' }],
  },
};
