import { addAll, type Marks, mark } from './marks.ts';
import type { Term } from './vocabulary.ts';

/** Letters of scripts without spaces, and emoji. */
const running = /[\u2e80-\uffff]+/;
const unspelled = /[^a-z0-9']+/;

/** What may stand in a list: other words that are written together with letters of such a script, each by itself. */
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
  /** Distinct sets of lists, `width` numbers each; the first one is empty. */
  let sets = new Int32Array(width);
  const setOf = new Map<string, number>([['', 0]]);
  const marked = new Int32Array(width);

  function intern(found: Set<number>): number {
    const key = [...found].sort((a, b) => a - b).join(' ');
    let at = setOf.get(key);
    if (at === undefined) {
      const set = new Int32Array(width);
      for (const list of found) mark(set, list);
      at = sets.length;
      sets = Int32Array.of(...sets, ...set);
      setOf.set(key, at);
    }
    return at;
  }

  function lookUp({ text }: Term): number {
    const found = new Set(running.test(text) ? unspaced : []);
    for (const part of partsOf(text)) {
      for (const list of exact.get(part) ?? []) found.add(list);
      for (let length = 1; length <= part.length; length++)
        for (const list of stems.get(part.slice(0, length)) ?? []) found.add(list);
    }
    return intern(found);
  }

  return {
    marked,
    clear: () => marked.fill(0),
    add: (word) => {
      word.triggers ??= lookUp(word);
      if (word.triggers !== 0) addAll(marked, sets, word.triggers);
    },
  };
}
