import { deletions, nameHas } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import type { Signal } from '../signal.ts';

const plain = /^(?:delete|destroy|drop|purge|wipe|erase|terminate|deprovision)$/;
const containers = new Set(
  `database databases db table tables bucket buckets repository repositories repo project account volume volumes cluster
   vm machine instance namespace schema keyspace droplet workspace organization vault stack tenant drive filesystem
   environment channel channels pod pods namespaces application collection collections index indexes indices`.split(
    /\s+/,
  ),
);

/** A container of these holds data, and no process. */
const storage = new Set(['blob', 'storage']);

/** A project update is no project. */
const parts =
  /^(?:updates?|comments?|links?|requests?|reviews?|reports?|changes?|posts?|labels?|tags?|members?|notes?)$/;

/** What a database held before is gone. */
const over = /^(?:reset|flush|restore|reinitialize)$/;

/** What these tools destroy is everything that they manage. */
const managed = new Set(['terraform', 'tf', 'infrastructure', 'pulumi', 'cdk', 'opentofu']);

export const deletionOfContainer: Signal = {
  id: 'deletion-of-container',
  title: 'Deletes a container of data or a whole resource',
  why: 'Losing a database, bucket, repository, project, volume or machine loses all that is in it.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'critical', capability: 'deletes-data' },
  where: { verbs: ['delete', 'clear', 'overwrite'] },
  find: (text) => {
    const { reading } = text;
    const { nameAct } = reading;
    const last = text.nameWords.at(-1)?.text ?? '';
    if (
      nameAct !== undefined &&
      over.test(nameAct.word) &&
      /^(?:databases?|db)$/.test(nameAct.object)
    )
      return [quoteAct('deletion-of-container', nameAct)];
    return deletions(reading)
      .filter(
        (act) =>
          (act.passage.kind === 'name' || act.passage.kind === 'enum') &&
          plain.test(act.word) &&
          ((containers.has(act.object) && !(act.passage.kind === 'name' && parts.test(last))) ||
            (act.object === 'container' && nameHas(reading, storage)) ||
            (act.word === 'destroy' && nameHas(reading, managed))),
      )
      .map((act) => quoteAct('deletion-of-container', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'drop_table' }, quote: 'drop_table' },
      { tool: { name: 'terraform_destroy' }, quote: 'terraform_destroy' },
      {
        tool: {
          name: 'storage',
          inputSchema: { properties: { action: { enum: ['list-buckets', 'delete-bucket'] } } },
        },
        quote: 'delete-bucket',
      },
      { tool: { name: 'blob_container_delete' }, quote: 'blob_container_delete' },
      { tool: { name: 'tf_destroy_cluster' }, quote: 'tf_destroy_cluster' },
    ],
    silent: [
      { name: 'delete_message' },
      { name: 'deleteProjectUpdate' },
      { name: 'list_databases' },
    ],
  },
};
