import { readActs, shows, speaksOf } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import { mentions } from '../lexicon/products.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const items =
  /^(?:tasks?|cards?|issues?|tickets?|stor(?:y|ies)|checklists?|items?|pages?|documents?|docs?|projects?|status|activity|updates?|records?|messages?|channels?|threads?|boards?|epics?|notes?|history|comments?|emails?|requests?|deals?|contacts?|data)$/;
const measured = new Set([
  'metrics',
  'statistics',
  'stats',
  'count',
  'types',
  'schema',
  'fields',
  'labels',
  'tags',
  'quality',
  'analysis',
]);

export const sharedWork: Signal = {
  id: 'shared-work',
  title: 'Returns what several people write into a shared product',
  why: 'Tasks, pages and records of a tracker, a chat or a CRM hold text that others typed.',
  status: 'stable',
  strength: 'strong',
  suggests: { capability: 'ingests-untrusted', implies: ['reads-private-data'] },
  where: { verbs: ['get', 'list', 'search'], words: [...wordsOf(items)] },
  find: (text) => {
    const { reading } = text;
    const acts = readActs(reading).filter((act) => shows.has(act.verb) && items.test(act.object));
    if (acts.length === 0 || speaksOf(reading, measured)) return [];
    return mentions(text).shared === undefined
      ? []
      : acts.slice(0, 1).map((act) => quoteAct('shared-work', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'get_card', description: 'Returns a Trello card.' }, quote: 'get_card' },
    ],
    silent: [{ name: 'get_card' }, { name: 'list_labels', description: 'Lists Trello labels.' }],
  },
};
