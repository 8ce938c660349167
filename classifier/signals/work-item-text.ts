import { isOwnStore, readActs, shows } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const written =
  /^(?:tasks?|cards?|records?|rows?|logs?|notes?|pages?|items?|events?|files?|history|requests?|results?|videos?|activity|entries|entry|templates?)$/;

export const workItemText: Signal = {
  id: 'work-item-text',
  title: 'Returns tasks, cards, records or logs with free text',
  why: 'Work items and records often hold text that outsiders typed.',
  status: 'stable',
  strength: 'weak',
  suggests: { capability: 'ingests-untrusted' },
  where: { verbs: ['get', 'list', 'search'], words: [...wordsOf(written)] },
  find: (text) => {
    const { reading } = text;
    if (isOwnStore(reading)) return [];
    return readActs(reading)
      .filter((act) => shows.has(act.verb) && written.test(act.object))
      .slice(0, 2)
      .map((act) => quoteAct('work-item-text', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'get_card' }, quote: 'get_card' }],
    silent: [{ name: 'list_labels' }],
  },
};
