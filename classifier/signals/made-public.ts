import { quoteChange } from '../acts.ts';
import type { Signal } from '../signal.ts';

const shown =
  'captures?|comments?|posts?|clips?|edits?|answers?|votes?|reviews?|pages?|results?|repositor(?:y|ies)|choice|urls?|links?|pastes?|position|location|source|visibility';
const sayings = [
  String.raw`(?:becomes?|goes?|made|makes? (?:it|them|the \w+)|(?:${shown}) (?:is|are|becomes?|defaults? to)) (?:then |immediately |now |by default )?public(?:ly)?\b`,
  'publicly (?:visible|accessible|available|readable|listed|answered)',
  String.raw`under your (?:handle|name|account)\b`,
  String.raw`with the community\b`,
];
const said = new RegExp(String.raw`\b(?:${sayings.join('|')})`, 'gi');

/** Of these the pattern begins or holds one. */
const spoken = 'public* community under'.split(' ');

export const madePublic: Signal = {
  id: 'made-public',
  title: 'What it makes is public',
  why: 'What anybody can see has left the house.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'write', risk: 'high', capability: 'communicates' },
  where: { isRead: false, words: spoken },
  find: (text) => quoteChange('made-public', text, said),
  falsePositives: ['a public bucket that is only named'],
  examples: {
    fires: [
      {
        tool: { name: 'clip_it', description: 'Makes a clip of the stream. Clips are public.' },
        quote: 'Clips are public',
      },
    ],
    silent: [
      { name: 'get_post', description: 'Returns a post that is publicly visible.' },
      { name: 'save_note', description: 'Saves a note. It is not publicly visible.' },
    ],
  },
};
