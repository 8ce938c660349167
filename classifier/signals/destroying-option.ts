import { isRead } from '../acts.ts';
import { ownParameters, quoteParameter } from '../evidence.ts';
import type { Signal } from '../signal.ts';

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
    return ownParameters(reading, 'destroy')
      .filter(({ parameter }) => parameter.type === 'boolean')
      .map((parameter) => quoteParameter('destroying-option', parameter));
  },
  falsePositives: [],
  examples: {
    fires: [
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
