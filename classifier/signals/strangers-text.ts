import { readActs } from '../acts.ts';
import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const said =
  /\b(?:left|written|posted|submitted|reported|set|sent|made|uploaded|entered|contributed|asked) by (?:other |the |its |their )?(?:users?|customers?|members?|people|visitors?|creators?|guests?|players?|anyone|anybody|strangers|readers|viewers|buyers?|attendees|patients?|donors?|community|contracting authority)\b|\bfree[- ]text\b|\bfrom (?:customers|strangers|visitors|guests|other (?:members|users|people|players))\b|\b(?:questions?|reviews?|comments?|notes?|messages?|text) (?:of|from|by) (?:other |the )?(?:customers?|members?|users?|visitors?|guests?|players?|buyers?|people)\b|\buser(?:'s)?[- ](?:input|generated|submitted|reviews|comments|feedback)|\b(?:donor|customer|buyer|guest|attendee|applicant|reviewer|client|visitor)(?:'s|s'?) (?:comments?|notes?|messages?|feedback|remarks?|questions?|e-?mails?)\b|\bform submissions\b|\bcommunity (?:posts?|prompts?|notes?|comments?|reviews?)\b/i;

/** Of these the pattern holds one. */
const spoken =
  'customer* stranger* visitor* guest* other member* user* player* buyer* people donor* attendee* applicant* reviewer* client* creator* anyone anybody readers viewers patient* contracting free form community'.split(
    ' ',
  );

export const strangersText: Signal = {
  id: 'strangers-text',
  title: 'Returns what strangers wrote',
  why: 'Text by people whom nobody checked can carry instructions.',
  status: 'stable',
  strength: 'strong',
  suggests: { capability: 'ingests-untrusted' },
  where: { verbs: ['get', 'list', 'search', 'compute', 'wait'], words: spoken },
  find: (text) => {
    const { reading, description } = text;
    return readActs(reading).length > 0 ? quoteMatch('strangers-text', description, said) : [];
  },
  falsePositives: ['a count of what users left'],
  examples: {
    fires: [
      {
        tool: {
          name: 'get_notes',
          description: 'Map notes left by users inside a box.',
        },
        quote: 'left by users',
      },
    ],
    silent: [
      { name: 'add_note', description: 'Adds free text.' },
      { name: 'get_settings', description: 'Returns the settings.' },
    ],
  },
};
