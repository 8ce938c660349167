import { senseOf } from '../lexicon/senses.ts';
import type { VerbClass } from '../lexicon/verbs.ts';
import type { Passage } from '../text.ts';
import { noTerm, type Term } from '../vocabulary.ts';
import type { Word } from '../words.ts';

/** One thing the tool says it does: a verb, and what the verb is done to. */
export interface Act {
  verb: VerbClass;
  /** The verb as it stands in `passage.clean`. */
  word: string;
  wordTerm: Term;
  passage: Passage;
  start: number;
  end: number;
  /** Where the object ends, or the verb where there is none. */
  objectEnd: number;
  /** The noun that the verb acts on (last noun of its group), or ''. */
  object: string;
  objectTerm: Term;
  /** Bit set over `nounClasses` of `object`. */
  kinds: number;
}

/** Parts of a database, as alternatives of a pattern. */
const structures =
  'databases?|db|tables?|collections?|index|indexes|schemas?|columns?|views?|namespaces?|keyspaces?|users?|functions?|triggers?|objects?|streams?|partitions?|constraints?|measurements?|buckets?|shards?';
/** What a name that drops it deletes, whatever else is said. */
export const droppedStructure = new RegExp(`^(?:${structures})$`);
/** What is dropped for good; other things are dropped on a target. */
const dropped = new RegExp(
  `^(?:${structures}|stash|branch|record|records|rows?|sequences?|roles?|chunks?|mongo|mongodb|mysql|postgres|postgresql|sqlite|redis|clickhouse|bigquery)$`,
);

/** `format_sd_card`: of other cards a text is made. */
const memoryCard = /(?<![a-z])(?:sd|memory|flash|erases?)(?![a-z])/i;

/** @param object what the verb acts on, where a noun says so */
export function act(passage: Passage, verb: Word, object: Word | undefined): Act {
  const typed =
    object !== undefined &&
    verb.text.startsWith('send') &&
    /^(?:keys?|keystrokes?|input|taps?)$/.test(object.text);
  const moved =
    verb.text.startsWith('drop') && (object === undefined || !dropped.test(object.text));
  const erased =
    verb.text.startsWith('format') && object?.text === 'card' && memoryCard.test(passage.clean);
  const sense = object === undefined ? undefined : senseOf(verb.text, object.text);
  return {
    verb:
      typed || moved ? 'interface' : erased ? 'delete' : (sense ?? (verb.term.verb as VerbClass)),
    word: verb.text,
    wordTerm: verb.term,
    passage,
    start: verb.start,
    end: verb.end,
    objectEnd: Math.max(verb.end, object?.end ?? 0),
    object: object?.text ?? '',
    objectTerm: object?.term ?? noTerm,
    kinds: object === undefined ? 0 : object.term.nouns,
  };
}
