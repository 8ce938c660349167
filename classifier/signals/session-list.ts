import { isRead, readActs, speaksOf } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const listed =
  /^(?:sessions?|repls?|terminals?|simulators?|emulators?|breakpoints?|connections?|background|displays?|monitors?|ports?)$/;
/** Sessions of people, and connections to other systems, are data of somebody. */
const recorded = new Set(
  `user users customer visitor visitors analytics recording recordings replay login auth security admin alert account
   training chat conversation therapy game datadog sentry uptime integration network`.split(/\s+/),
);

export const sessionList: Signal = {
  id: 'session-list',
  title: 'Lists sessions or attached devices of its own',
  why: 'What the tool itself opened or sees attached is no data of anybody.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'read', risk: 'low', denies: ['reads-private-data'] },
  where: { isRead: true, words: wordsOf(listed) },
  find: (text) => {
    const { reading } = text;
    if (!isRead(reading) || speaksOf(reading, recorded)) return [];
    return readActs(reading)
      .filter((act) => act === reading.main && act.verb === 'list' && listed.test(act.object))
      .map((act) => quoteAct('session-list', act));
  },
  falsePositives: [],
  examples: {
    fires: [{ tool: { name: 'list_sessions' }, quote: 'list_sessions' }],
    silent: [{ name: 'list_user_sessions' }, { name: 'list_files' }],
  },
};
