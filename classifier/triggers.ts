import { addAll, type Marks, mark } from './marks.ts';
import type { Term } from './vocabulary.ts';

/** Letters of scripts without spaces, and emoji. */
const running = /[\u2e80-\uffff]+/;
const unspelled = /[^a-z0-9']+/;
/** A word of several parts, of which each may stand in a list. */
const joined = /[\u2e80-\uffff']/;

/** The word, what stands between letters of scripts without spaces, and what an apostrophe parts. */
function partsOf(word: string): ReadonlySet<string> {
  const runs = running.test(word) ? [...word.split(running), ...word.split(unspelled)] : [word];
  return new Set(runs.flatMap((run) => [run, ...run.split("'")]));
}

/**
 * @param lists words in lower case, a final `*` stands for any ending; `undefined` where a list is not asked for.
 * A list with a word of a script without spaces counts wherever that script stands.
 */
export function triggersOf(lists: readonly (readonly string[] | undefined)[]): Marks<Term> {
  const width = Math.ceil(lists.length / 32);
  const exact = new Map<string, number[]>();
  const stems = new Map<string, number[]>();
  const unspaced = [...lists.keys()].filter((list) => lists[list]?.some((it) => running.test(it)));
  lists.forEach((words, list) => {
    for (const word of words ?? []) {
      const [map, key] = word.endsWith('*') ? [stems, word.slice(0, -1)] : [exact, word];
      map.set(key, [...(map.get(key) ?? []), list]);
    }
  });
  const longestStem = Math.max(0, ...[...stems.keys()].map((stem) => stem.length));
  /** Distinct sets of lists, `width` numbers each; the first one is empty. No more than the lists have words. */
  let sets = new Int32Array(width);
  const setOf = new Map<string, number>([['', 0]]);
  const marked = new Int32Array(width);
  const unspacedSet = intern(new Set(unspaced));

  function intern(found: Set<number>): number {
    const key = [...found].sort((a, b) => a - b).join(' ');
    let at = setOf.get(key);
    if (at === undefined) {
      const set = new Int32Array(width);
      for (const list of found) mark(set, list);
      at = sets.length;
      const grown = new Int32Array(at + width);
      grown.set(sets);
      grown.set(set, at);
      sets = grown;
      setOf.set(key, at);
    }
    return at;
  }

  function listsOf(part: string): Set<number> {
    const found = new Set(exact.get(part));
    for (let length = 1; length <= Math.min(part.length, longestStem); length++)
      for (const list of stems.get(part.slice(0, length)) ?? []) found.add(list);
    return found;
  }

  function lookUp(part: string): number {
    return intern(listsOf(part));
  }

  /** A known word of another language may stand in a list as it is written, or in English. */
  function lookUpAbroad({ spelt, text }: Term): number {
    const parts = [...partsOf(spelt), text];
    const lists = new Set(running.test(spelt) ? unspaced : []);
    for (const part of parts) for (const list of listsOf(part)) lists.add(list);
    return intern(lists);
  }

  /** Parts can be joined in any way: the set of the whole is not kept, or a hostile catalog would fill the memory. */
  function addParts(text: string): void {
    const found = [...partsOf(text)].map(lookUp);
    if (running.test(text)) found.push(unspacedSet);
    for (const set of found) addAll(marked, sets, set);
  }

  return {
    marked,
    clear: () => marked.fill(0),
    add: (word) => {
      if (word.triggers === undefined) {
        const isAbroad = word.spelt !== word.text;
        if (!isAbroad && joined.test(word.text)) return addParts(word.text);
        word.triggers = isAbroad ? lookUpAbroad(word) : lookUp(word.text);
      }
      if (word.triggers !== 0) addAll(marked, sets, word.triggers);
    },
  };
}
