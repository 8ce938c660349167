import { quoteStated } from '../evidence.ts';
import { asideOf } from '../reading/aside.ts';
import type { Signal } from '../signal.ts';

const verbs = 'restarts|reboots|creates|inserts|updates|claims';
const participles = 'restarted|rebooted|created|inserted|updated|claimed';
const added = asideOf(verbs, participles);
const ifMissing =
  /\b(?:creating|adding|inserting) (?:it|them|one|(?:the|an?) \w+) (?:if|when) (?:none|it|they|one|no|not|missing)\b|\bcreates? (?:it|one|them) if\b/gi;

export const alsoChanges: Signal = {
  id: 'also-changes',
  title: 'Says beside its purpose that it changes something',
  why: 'What a later sentence adds happens with the same call, whatever the name says.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'medium' },
  where: {
    words: `${verbs}|${participles}|create|creating|adding|inserting`.split('|'),
  },
  find: ({ description }) => {
    const found = quoteStated('also-changes', description, added);
    return found.length > 0 ? found : quoteStated('also-changes', description, ifMissing);
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
    ],
    silent: [
      { name: 'get_events', description: 'Returns what creates a record. It never updates it.' },
      { name: 'list_updates', description: 'Lists updates. Each is created by a user.' },
    ],
  },
};
