import type { Term } from './vocabulary.ts';

/** Which of several lists of words a tool uses a word of: a cheap look before an expensive one. */
export interface Triggers {
  clear(): void;
  /** Marks the lists that hold a word. */
  add(word: Term): void;
  /** Whether a word of this list was added. */
  has(list: number): boolean;
}

/** Letters of scripts without spaces: a list cannot be told from such a run, so every list counts. */
const running = /[\u2e80-\uffff]/;

/** @param lists words in lower case, a final `*` stands for any ending; `undefined` where a list is not asked for */
export function triggersOf(lists: readonly (readonly string[] | undefined)[]): Triggers {
  const width = Math.ceil(lists.length / 32);
  const exact = new Map<string, number[]>();
  const stems = new Map<string, number[]>();
  lists.forEach((words, list) => {
    for (const word of words ?? []) {
      const [map, key] = word.endsWith('*') ? [stems, word.slice(0, -1)] : [exact, word];
      map.set(key, [...(map.get(key) ?? []), list]);
    }
  });
  /** Distinct sets of lists, `width` numbers each; the first one is empty. */
  const sets: number[] = new Array<number>(width).fill(0);
  const setOf = new Map<string, number>([['', 0]]);
  const marked = new Int32Array(width);

  function intern(found: Set<number>): number {
    const key = [...found].sort((a, b) => a - b).join(' ');
    let at = setOf.get(key);
    if (at === undefined) {
      at = sets.length;
      for (let index = 0; index < width; index++) sets.push(0);
      for (const list of found)
        sets[at + (list >> 5)] = (sets[at + (list >> 5)] ?? 0) | (1 << (list & 31));
      setOf.set(key, at);
    }
    return at;
  }

  function lookUp({ text }: Term): number {
    if (running.test(text)) return intern(new Set(lists.keys()));
    const found = new Set<number>();
    for (const part of new Set([text, ...text.split("'")])) {
      for (const list of exact.get(part) ?? []) found.add(list);
      for (let length = 1; length <= part.length; length++)
        for (const list of stems.get(part.slice(0, length)) ?? []) found.add(list);
    }
    return intern(found);
  }

  return {
    clear: () => {
      marked.fill(0);
    },
    add: (word) => {
      word.triggers ??= lookUp(word);
      const at = word.triggers;
      if (at === 0) return;
      for (let index = 0; index < width; index++)
        marked[index] = (marked[index] as number) | (sets[at + index] as number);
    },
    has: (list) => ((marked[list >> 5] as number) & (1 << (list & 31))) !== 0,
  };
}
