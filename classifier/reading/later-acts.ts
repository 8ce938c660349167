import { isAverted } from '../denial.ts';
import { nounishVerbs } from '../lexicon/verbs.ts';
import type { Reading } from '../reading.ts';
import type { Act } from './act.ts';

/** What stands between belongs to another subject: "the job that fetches a page and stores it". */
const turned =
  /\b(?:that|which|who|whose|how|what|when|whenever|if|once|whether|where|why|before|until|unless|can|could|may|might|would|should)\b/i;
const joined =
  /(?:,|;|(?<!\p{L})(?:and|or|then|&|y|e|et|und|и|o|ou|puis|dann|danach|luego|después|depois|затем|poi)(?!\p{L})) *(?:then |also |automatically |immediately |lo |la |los |las |le |les |l['’])*$/iu;
/** An example stands in brackets. */
const opened = /\([^)]*$/;
/** A thing or a pronoun follows, so that a word which may be a noun is the verb. */
const handled = /^ (?:it|them|the|this|these|an?|all|each|every|any|its|their|your|new)\b/i;

/** More than a sign or a preposition. */
const something = /^ (?!(?:of|by|per|in|for|to|on|at|with|or|and|from|as)\b)\p{L}/iu;

/**
 * "Fetches a script and executes it": what the first sentence adds to its first act. Both verbs have the same form, and
 * the later one is no noun.
 */
export function laterActs({ clauseActs: [first, ...rest] }: Reading): Act[] {
  return first === undefined ? [] : rest.filter((act) => isLater(first, act));
}

function isLater(first: Act, { word, wordTerm, passage: { clean }, start, end }: Act): boolean {
  const isAbroad = wordTerm.spelt !== word && !wordTerm.nounish;
  const inflected = isInflected(word);
  if (start <= first.end || (!isAbroad && isInflected(first.word) !== inflected)) return false;
  const between = clean.slice(first.end, start);
  if (turned.test(between) || opened.test(between) || !joined.test(between)) return false;
  if (isShouted(clean.slice(start, end)) || isAverted(clean, start)) return false;
  if (isAbroad) return true;
  const behind = clean.slice(end, end + 12);
  // "Lists users and posts", "counts of inserts and deletes": things. "Executes trades" is done.
  return handled.test(behind) || (inflected && !isNounish(word) && something.test(behind));
}

/** Third person singular. */
function isInflected(word: string): boolean {
  return /[^s]s$/.test(word);
}

function isNounish(word: string): boolean {
  const bases = [word.slice(0, -1), word.slice(0, -2), `${word.slice(0, -3)}y`];
  return bases.some((base) => base === 'reply' || nounishVerbs.has(base));
}

/** A statement of SQL, a method of HTTP. */
function isShouted(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}
