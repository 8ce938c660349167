import { quoteMatch } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const both =
  /\b(?:get|find|search|read|show|view)s? ?(?:and|or|\/|&) ?(?:set|replace|update|edit|create|modify|delete|write|manage|change)s?\b/i;

export const looksAndChanges: Signal = {
  id: 'looks-and-changes',
  title: 'Looks and changes in one call',
  why: 'Get or set, find and replace: the second verb is the one that counts.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'write', risk: 'medium' },
  where: {
    words: [
      'set',
      'sets',
      'replace',
      'replaces',
      'update',
      'updates',
      'edit',
      'edits',
      'create',
      'creates',
      'modify',
      'modifys',
      'delete',
      'deletes',
      'write',
      'writes',
      'manage',
      'manages',
      'change',
      'changes',
      'getand*',
      'getor*',
      'findand*',
      'findor*',
      'searchand*',
      'searchor*',
      'readand*',
      'reador*',
      'showand*',
      'showor*',
      'viewand*',
      'viewor*',
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
