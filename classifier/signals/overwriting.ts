import { actsOnScratch, beginning, isRead, nameHas } from '../acts.ts';
import { actsOf, quoteAct } from '../evidence.ts';
import { verbForms } from '../lexicon/verbs.ts';
import type { Act } from '../reading/act.ts';
import type { Reading } from '../reading.ts';
import type { Signal } from '../signal.ts';

const soft =
  /^(?:filters?|view|views|highlight|selection|form|field|issue|label|labels|log|logs|zoom|timer|text|passwords?|pin|commits?|nodes?)$/;
/** Cleared from view, or given again as a whole. */
const regained = /^(?:terminal|console|screen|topics|tags)$/;

/** What the tool itself keeps for a while. */
const kept = /^(?:caches?|cached|overrides?|context|location)$/;
const clears = /^(?:clears?|resets?|overrides?)$/;
/** What was archived or taken away comes back, over nothing. */
const comesBack =
  /^(?:members?|users?|accounts?|employees?|contacts?|pages?|documents?|notes?|items?|records?|messages?|tasks?|issues?|projects?|tickets?|channels?|products?|customers?|posts?|comments?|access)$/;
const versions = /version|revision|snapshot|backup|earlier|previous(?!ly)|checkpoint/i;
/** A replaced text is returned. */
const texts = new Set(['regex', 'regexp', 'text', 'string']);

function clearsKept({ word, object }: Act): boolean {
  return clears.test(word) && kept.test(object);
}

function returns(reading: Reading, { word, object }: Act): boolean {
  return (
    word.startsWith('restor') &&
    comesBack.test(object) &&
    !versions.test(beginning(reading)) &&
    !reading.parameters.some(({ parameter }) => versions.test(parameter.name.clean))
  );
}

export const overwriting: Signal = {
  id: 'overwriting',
  title: 'Overwrites, restores over or resets what is there',
  why: 'What stood there before is lost: overwrite, restore, roll back, reset, truncate, empty.',
  status: 'stable',
  strength: 'strong',
  suggests: { operation: 'destructive', capability: 'deletes-data' },
  where: { words: verbForms('overwrite', 'clear') },
  find: (text) => {
    const { reading } = text;
    if (reading.main !== undefined && isRead(reading)) return [];
    const [said] = reading.clauseActs;
    if (said !== undefined && clearsKept(said) && !/\bdata\b/i.test(beginning(reading))) return [];
    return actsOf(reading, 'overwrite', 'clear')
      .filter(
        (act) =>
          (act === reading.main || act === reading.clauseActs[0] || act.passage.kind === 'enum') &&
          !actsOnScratch(reading, act) &&
          !clearsKept(act) &&
          !returns(reading, act) &&
          !(act.passage.kind === 'enum' && nameHas(reading, texts)) &&
          !soft.test(act.object) &&
          !(/^(?:clear|replac)/.test(act.word) && regained.test(act.object)),
      )
      .map((act) => quoteAct('overwriting', act));
  },
  falsePositives: [],
  examples: {
    fires: [
      { tool: { name: 'restore_backup' }, quote: 'restore_backup' },
      { tool: { name: 'flush_database' }, quote: 'flush_database' },
      {
        tool: { name: 'reset_app', description: 'Reset the application state (clear data/cache)' },
        quote: 'reset_app',
      },
    ],
    silent: [
      { name: 'drain_node' },
      { name: 'clear_cache' },
      { name: 'clear_snapshot', description: 'Clears the snapshot cache.' },
      { name: 'get_restore_status' },
      { name: 'restore_member', description: 'Restores a member who was revoked.' },
    ],
  },
};
