import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const makes = /^(?:creates?|writes?|saves?|adds?|updates?|composes?|prepares?|drafts?|edits?)$/;
const sent = /send|publish|submit|post_|schedule|approve/i;

export const draftOnly: Signal = {
  id: 'draft-only',
  title: 'Makes a draft that nobody is sent',
  why: 'A draft waits for a person, who reads it before anybody else does.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'medium', denies: ['communicates', 'reaches-network'] },
  where: { isRead: false, words: ['draft', 'drafts'] },
  find: ({ name, nameWords, reading }) => {
    const { nameAct } = reading;
    if (nameAct === undefined || !makes.test(nameAct.word) || sent.test(name.clean)) return [];
    return nameWords.length > 1 &&
      nameWords.some(({ text }) => text === 'draft' || text === 'drafts')
      ? [quoteAct('draft-only', nameAct)]
      : [];
  },
  falsePositives: ['a draft of an order that is charged at once'],
  examples: {
    fires: [{ tool: { name: 'create_draft' }, quote: 'create_draft' }],
    silent: [{ name: 'send_draft' }, { name: 'list_drafts' }, { name: 'draft' }],
  },
};
