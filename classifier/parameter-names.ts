import { type ParameterClass, parameterKinds } from './lexicon/parameters.ts';
import { type Term, term } from './vocabulary.ts';
import { nameWords, type Word } from './words.ts';

/** A name that parameters have, read once for all definitions that use it. */
export interface ParameterName {
  words: Word[];
  /** All of it, written together. */
  joined: Term;
  kinds: readonly ParameterClass[];
}

/** More names than most catalogs have; a hostile catalog must not fill the memory. */
const mostNames = 1 << 13;
/** Longer names are read, but not kept. */
const longestName = 60;
const mostWords = 8;

const known = new Map<string, ParameterName>();

/** Reads the name of a parameter. */
export function parameterName(name: string): ParameterName {
  let found = known.get(name);
  if (found === undefined) {
    found = readName(name);
    if (known.size >= mostNames) known.clear();
    if (name.length <= longestName) known.set(name, found);
  }
  return found;
}

function readName(name: string): ParameterName {
  const words = nameWords(name, mostWords);
  const joined = term(words.map((word) => word.text).join(''));
  return { words, joined, kinds: parameterKinds(joined.text, words.at(-1)?.text ?? '') };
}
