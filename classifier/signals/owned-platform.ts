import { isRead } from '../acts.ts';
import { mentions, ownedProducts } from '../lexicon/products.ts';
import type { Signal } from '../signal.ts';
import type { Passage } from '../text.ts';
import { quoteRaw } from '../unicode.ts';
import { healthCheck } from './health-check.ts';

export const ownedPlatform: Signal = {
  id: 'owned-platform',
  title: "Reads from a product that holds one's own data",
  why: 'What an organisation keeps in its tracker, database, cloud or office suite is its own.',
  status: 'stable',
  strength: 'weak',
  suggests: { risk: 'medium', capability: 'reads-private-data' },
  where: { isRead: true, words: [...ownedProducts] },
  find: (text) => {
    const { reading } = text;
    if (!isRead(reading)) return [];
    const found = mentions(text).owned;
    if (found === undefined || healthCheck.find(text).length > 0) return [];
    const passage = found.inName ? text.name : (text.description as Passage);
    return [
      {
        signal: 'owned-platform',
        pointer: passage.pointer,
        quote: quoteRaw(passage, found.word.start, found.word.end),
      },
    ];
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'list_boards', description: 'Lists Jira boards.' }, quote: 'Jira' }],
    silent: [{ name: 'get_weather' }],
  },
};
