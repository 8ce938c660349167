import { actsOnScratch, attached, deletions } from '../acts.ts';
import { quoteAct } from '../evidence.ts';
import { droppedStructure } from '../reading/act.ts';
import type { Signal } from '../signal.ts';
import type { Text } from '../text.ts';

const plain = /^(?:delete|destroy|drop|purge|wipe|erase)$/;
/** A hand and a player drop objects, a viewer a stream: only what a store holds is surely deleted. */
const loose = /^(?:objects?|streams?)$/;
const store =
  /(?<![a-z])(?:databases?|db|schemas?|catalogs?|namespaces?|keyspaces?|brokers?|clusters?|buckets?|tables?|views?|sql|snowflake|kafka|points)(?![a-z])/i;
/** `delete_by_query`: what is deleted is chosen by a parameter. */
const selected = /(?:^|[_.-])(?:delete|destroy|purge|erase)_?by(?=_|[A-Z])/i;
const softens =
  /preview|dry|check|simulat|request|undo|restore|soft|local|mark|draft_only|dropdown|confirm|rethrottle|cancel|^list|query_tasks$/i;

/** The delete is only described, prepared or undone with ease. */
function isTentative(description: string): boolean {
  return /ungroup|does not delete|doesn't delete|move[sd]? (?:it |them )?to (?:the )?trash|soft[- ]delete|can be restored|are kept|\bremain\b(?! intact)|removes? (?:an? |the )?[\w ]{1,30} from (?:an? |the |its |their )[\w ]{0,20}(?:cycle|list|group|segment|release|playlist|board|collection|folder|project|team|channel|epic|sprint|module)\b/i.test(
    description,
  );
}

function isDropped({ name, description }: Text, object: string): boolean {
  if (!droppedStructure.test(object)) return false;
  return !loose.test(object) || store.test(name.clean) || store.test(description?.clean ?? '');
}

export const deletionByName: Signal = {
  id: 'deletion-by-name',
  title: 'Its name is a plain delete of data',
  why: 'Where the name opens or closes with delete, destroy, drop, purge, wipe or erase and no other verb, the tool deletes.',
  status: 'stable',
  strength: 'decisive',
  suggests: { operation: 'destructive', risk: 'medium', capability: 'deletes-data' },
  where: { verbs: ['delete'] },
  find: (text) => {
    const { reading } = text;
    const act = reading.nameAct;
    if (
      act === undefined ||
      !plain.test(act.word) ||
      (act.object === '' && !selected.test(text.name.clean)) ||
      (act.word === 'drop' && !isDropped(text, act.object))
    )
      return [];
    if (
      attached.test(act.object) ||
      actsOnScratch(reading, act) ||
      softens.test(text.name.clean) ||
      isTentative(text.description?.clean ?? '')
    )
      return [];
    return deletions(reading).includes(act) ? [quoteAct('deletion-by-name', act)] : [];
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'deleteRepo' }, quote: 'deleteRepo' },
      { tool: { name: 'repo.delete' }, quote: 'repo.delete' },
      { tool: { name: 'delete_by_query' }, quote: 'delete_by_query' },
    ],
    silent: [
      { name: 'browser_drop', description: 'Drop files onto an element' },
      { name: 'delete_cookie' },
      { name: 'get_deleted' },
      { name: 'preview_delete_user' },
      { name: 'cancel_delete_by_query' },
      { name: 'drop_object', description: 'The robot arm drops what it holds.' },
      { name: 'drop_stream', description: 'Leaves the live stream.' },
      { name: 'delete_group', description: 'Delete (ungroup) a group. The items remain.' },
    ],
  },
};
