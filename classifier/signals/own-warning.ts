import { quoteChange } from '../acts.ts';
import type { Signal } from '../signal.ts';

/** As a mark before the text, or of the tool; not of one of its options. */
const said =
  /(?<!\b[Nn][Oo][Nn]-)\bDESTRUCTIVE(?: (?:OPERATION|ACTION|TOOL))?(?=\s*[:!)\]–—.]|\s-)|\b(?:[Tt]his|[Ii]t|\w+ing) is (?:an? )?(?:highly |potentially )?destructive(?: (?:operation|action|tool|change)| to)\b/g;

export const ownWarning: Signal = {
  id: 'own-warning',
  title: 'Warns that it is destructive',
  why: 'An author has no reason to make a tool look worse than it is.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive' },
  where: { isRead: false, words: ['destructive'] },
  find: (text) => quoteChange('own-warning', text, said),
  falsePositives: ['A text that warns of another tool.'],
  examples: {
    fires: [
      {
        tool: { name: 'create_diagram', description: '⚠️ DESTRUCTIVE: starts from scratch.' },
        quote: 'DESTRUCTIVE',
      },
      {
        tool: {
          name: 'release_device',
          description: 'Releases a device. Releasing is destructive to what is installed on it.',
        },
        quote: 'Releasing is destructive to',
      },
    ],
    silent: [
      { name: 'trim_clip', description: 'Trims a clip. NON-DESTRUCTIVE: it can be undone.' },
      { name: 'update_pool', description: 'DESTRUCTIVE GOTCHA: an empty list clears the pool.' },
      { name: 'list_tools', description: 'Lists tools. DESTRUCTIVE: those that delete.' },
    ],
  },
};
