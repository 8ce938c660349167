import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const looks = ['get', 'find', 'search', 'read', 'show', 'view'];
const changes = [
  'set',
  'replace',
  'update',
  'edit',
  'create',
  'modify',
  'delete',
  'write',
  'manage',
  'change',
];
const both = new RegExp(
  String.raw`\b(?:${looks.join('|')})s? ?(?:and|or|\/|&) ?(?:${changes.join('|')})s?\b`,
  'i',
);

export const looksAndChanges: Signal = {
  id: 'looks-and-changes',
  title: 'Looks and changes in one call',
  why: 'Get or set, find and replace: the second verb is the one that counts.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'medium' },
  where: {
    words: [
      ...changes.flatMap((verb) => [verb, `${verb}s`, `and${verb}*`, `or${verb}*`]),
      ...looks.flatMap((verb) => [`${verb}and*`, `${verb}or*`, `${verb}sand*`, `${verb}sor*`]),
    ],
  },
  find: ({ description }) => quoteMatch('looks-and-changes', description, both, 60),
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'registers', description: 'Get or set register values.' },
        quote: 'Get or set',
      },
    ],
    silent: [{ name: 'get_settings', description: 'Get and list settings.' }],
  },
};
