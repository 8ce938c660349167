import { wordsOf } from '../lexicon/words-of.ts';
import type { Signal } from '../signal.ts';

const lists = /^(?:delete|remove|deletes|to_?delete|delete_?ids|ids_?to_?delete)$/i;

export const deleteList: Signal = {
  id: 'delete-list',
  title: 'Takes a list of what to delete beside what to change',
  why: 'A batch call with a delete part deletes as many objects as it is handed.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'deletes-data' },
  where: { words: [...wordsOf(lists)] },
  find: (text) => {
    return text.parameters
      .filter(
        (parameter) =>
          parameter.depth <= 1 && lists.test(parameter.name.clean) && parameter.type !== 'boolean',
      )
      .slice(0, 1)
      .map((parameter) => ({
        signal: 'delete-list',
        pointer: parameter.name.pointer,
        quote: parameter.name.raw,
      }));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'products_batch_update',
          inputSchema: { properties: { delete: { type: 'array' } } },
        },
        quote: 'delete',
      },
    ],
    silent: [
      { name: 'products_update', inputSchema: { properties: { name: { type: 'string' } } } },
    ],
  },
};
