import { isRead } from '../acts.ts';
import { quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const destroys = /^(?:truncate|overwrite|purge|wipe|drop|prune|delete|erase)$/;

export const destroyingOption: Signal = {
  id: 'destroying-option',
  title: 'Can be told to delete or overwrite on the way',
  why: 'An option such as prune, overwrite or cascade counts like any other parameter.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', capability: 'deletes-data' },
  find: (text) => {
    const { reading } = text;
    if (isRead(reading)) return [];
    return reading.parameters
      .filter(
        ({ parameter, kinds }) =>
          parameter.depth === 0 &&
          parameter.type === 'boolean' &&
          (kinds.includes('destroy') || destroys.test(parameter.words[0]?.text ?? '')),
      )
      .map((parameter) => quoteParameter('destroying-option', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: {
          name: 'copy_table',
          inputSchema: { properties: { truncateTarget: { type: 'boolean' } } },
        },
        quote: 'truncateTarget',
      },
      {
        tool: {
          name: 'sync_application',
          inputSchema: { properties: { prune: { type: 'boolean' } } },
        },
        quote: 'prune',
      },
    ],
    silent: [
      { name: 'list_files', inputSchema: { properties: { recursive: { type: 'boolean' } } } },
    ],
  },
};
