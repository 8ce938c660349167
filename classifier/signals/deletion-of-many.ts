import { deletions, nameHas } from '../acts.ts';
import { ownParameters, quoteAct, quoteParameter } from '../evidence.ts';
import type { Act, Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';

const every = new Set(['all', 'every', 'multiple', 'everything']);
const bulk = new Set(['bulk', 'batch', 'all', 'multiple', 'many', 'mass', 'everything']);

/** "Removes all jobs". */
function takesAll({ clause }: Reading, act: Act): boolean {
  const next = clause.find((word) => word.start > act.end);
  return act.passage.kind === 'description' && next !== undefined && every.has(next.text);
}

export const deletionOfMany: Signal = {
  id: 'deletion-of-many',
  title: 'Deletes many objects in one call',
  why: 'A list of ids, a bulk word or a plural makes a delete one of many objects.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'deletes-data' },
  find: (text) => {
    const { reading } = text;
    const acts = deletions(reading);
    if (acts.length === 0) return [];
    const lists = ownParameters(reading, 'ids').filter(
      ({ parameter }) => parameter.type === 'array',
    );
    if (lists.length > 0)
      return lists.map((parameter) => quoteParameter('deletion-of-many', parameter));
    return nameHas(reading, bulk) || acts.some((act) => takesAll(reading, act))
      ? acts.slice(0, 1).map((act) => quoteAct('deletion-of-many', act))
      : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'batch_delete_emails' }, quote: 'batch_delete_emails' },
      {
        tool: {
          name: 'delete_records',
          inputSchema: { properties: { recordIds: { type: 'array' } } },
        },
        quote: 'recordIds',
      },
    ],
    silent: [
      { name: 'delete_email', inputSchema: { properties: { messageId: { type: 'string' } } } },
    ],
  },
};
