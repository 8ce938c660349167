import { deletions, nameHas } from '../acts.ts';
import { ownNamed, ownParameters, quoteAct, quoteMatch, quoteParameter } from '../evidence.ts';
import type { Act } from '../reading/act.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';

const every = new Set(['all', 'every', 'multiple', 'everything']);
const bulk = new Set(['bulk', 'batch', 'all', 'multiple', 'many', 'mass', 'everything']);

/** What it deletes is whatever matches. */
const conditions = /^(?:conditions?|where|filter|(?:label_?)?selector|delete_?all|all|recursive)$/i;
/** "Array of addresses to delete". */
const toDelete = /\bto (?:be )?(?:delete|remove|erase|purge)d?\b/i;
const withContent =
  /\b(?:and|with|including) all (?!(?:of )?(?:its |their |the )?associated\b)(?:of )?(?:its|their|the|related|nested)?\s?[\w ]{0,20}(?:assets|events|contents?|data|items|resources|files|children|records|messages|tasks|subfolders|entries|members)\b/i;
/** "Deletes a topic, its messages, and its attachments". */
const withBelongings =
  /\b(?:delet|remov|destroy)\w* (?:an?|the|one) [\w -]{2,25}?,? (?:(?:and|with|including) )?(?:all )?(?:of )?its (?:\w+ )?(?:messages|tasks|issues|users|members|documents|entries|attachments|mailboxes|conversations|memories|records|rows)\b/i;

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
  where: { verbs: ['delete'] },
  find: (text) => {
    const { reading } = text;
    const acts = deletions(reading);
    if (acts.length === 0) return [];
    const lists = ownParameters(reading, 'ids').filter(
      ({ parameter }) => parameter.type === 'array',
    );
    if (lists.length > 0)
      return lists.map((parameter) => quoteParameter('deletion-of-many', parameter));
    const listed = reading.parameters.find(
      ({ parameter }) =>
        parameter.depth === 0 &&
        parameter.type === 'array' &&
        toDelete.test(parameter.text?.clean ?? ''),
    );
    if (listed !== undefined) return [quoteParameter('deletion-of-many', listed)];
    const [chosen] = ownNamed(reading, conditions);
    if (chosen !== undefined && reading.choices.length === 0)
      return [quoteParameter('deletion-of-many', chosen)];
    if (reading.choices.length === 0) {
      for (const content of [withContent, withBelongings]) {
        const whole = quoteMatch('deletion-of-many', text.description, content);
        if (whole.length > 0) return whole;
      }
    }
    return nameHas(reading, bulk) || acts.some((act) => takesAll(reading, act))
      ? acts.slice(0, 1).map((act) => quoteAct('deletion-of-many', act))
      : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      {
        tool: { name: 'delete_rows', inputSchema: { properties: { where: { type: 'string' } } } },
        quote: 'where',
      },
      {
        tool: {
          name: 'delete_contacts',
          inputSchema: {
            properties: { emails: { type: 'array', description: 'Addresses to delete' } },
          },
        },
        quote: 'emails',
      },
      {
        tool: { name: 'delete_folder', description: 'Deletes a folder and all assets within it.' },
        quote: 'and all assets',
      },
      {
        tool: { name: 'delete_topic', description: 'Deletes a topic, its messages and its files.' },
        quote: 'Deletes a topic, its messages',
      },
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
