import { isLook, scratch } from '../acts.ts';
import type { Evidence } from '../classification.ts';
import { quoteAct, quoteStated } from '../evidence.ts';
import { wordsOf } from '../lexicon/words-of.ts';
import { asideOf } from '../reading/aside.ts';
import { laterActs } from '../reading/later-acts.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';

const verbs = 'restarts|reboots|creates|inserts|updates|claims';
const participles = 'restarted|rebooted|created|inserted|updated|claimed';
const added = asideOf(verbs, participles);
const ifMissing =
  /\b(?:creating|adding|inserting) (?:it|them|one|(?:the|an?) \w+) (?:if|when) (?:none|it|they|one|no|not|missing)\b|\bcreates? (?:it|one|them) if\b/gi;

/** What the first sentence of a look goes on to do. */
const later =
  /^(?:stores?|saves?|writes?|inserts?|uploads?|restarts?|reboots?|deploys?|installs?|persists?|approves?|commits?|enables?|disables?|locks?|unlocks?)$/;

function laterChanges(reading: Reading): Evidence[] {
  const [first] = reading.clauseActs;
  if (first === undefined || !isLook(first)) return [];
  return laterActs(reading)
    .filter(({ word, object }) => later.test(word) && !scratch.test(object))
    .map((act) => quoteAct('also-changes', act));
}

export const alsoChanges: Signal = {
  id: 'also-changes',
  title: 'Says beside its purpose that it changes something',
  why: 'What a later sentence adds happens with the same call, whatever the name says.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'medium' },
  where: {
    words: [
      ...`${verbs}|${participles}|create|creating|adding|inserting`.split('|'),
      ...wordsOf(later),
    ],
  },
  find: ({ description, reading }) => {
    const found = quoteStated('also-changes', description, added);
    if (found.length > 0) return found;
    const made = quoteStated('also-changes', description, ifMissing);
    return made.length > 0 ? made : laterChanges(reading);
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'get_status',
          description: 'Returns the status and restarts it if it is down.',
        },
        quote: 'and restarts it',
      },
      {
        tool: {
          name: 'search_contacts',
          description: 'Searches contacts, creating the contact if none is found.',
        },
        quote: 'creating the contact if none',
      },
      {
        tool: { name: 'hash', description: 'Computes the hash and stores it in the registry.' },
        quote: 'stores it in the registry',
      },
    ],
    silent: [
      { name: 'list', description: 'Lists users and records.' },
      { name: 'fetch', description: 'Fetches a page and stores the cache.' },
      { name: 'stats', description: 'Returns inserts, updates and deletes of a table.' },
      { name: 'get_events', description: 'Returns what creates a record. It never updates it.' },
      { name: 'list_updates', description: 'Lists updates. Each is created by a user.' },
    ],
  },
};
