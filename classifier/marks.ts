/**
 * Which of several lists hold a value that was added: a bit for each list, 32 in a number. So the conditions of
 * all signals are met or not with a few bit operations.
 */
export interface Marks<Value> {
  readonly marked: Int32Array;
  clear(): void;
  /** Marks the lists that hold a value. */
  add(value: Value): void;
}

/** Marks of lists; one that is `undefined` asks for nothing and is always marked. */
export function marksOf<Value>(lists: readonly (readonly Value[] | undefined)[]): Marks<Value> {
  const marked = new Int32Array(Math.ceil(lists.length / 32));
  const always = new Int32Array(marked.length);
  const sets = new Map<Value, Int32Array>();
  lists.forEach((values, list) => {
    if (values === undefined) mark(always, list);
    for (const value of values ?? []) {
      const set = sets.get(value) ?? new Int32Array(marked.length);
      mark(set, list);
      sets.set(value, set);
    }
  });
  return {
    marked,
    clear: () => {
      for (let index = 0; index < marked.length; index++) marked[index] = always[index] as number;
    },
    add: (value) => {
      const set = sets.get(value);
      if (set !== undefined) addAll(marked, set, 0);
    },
  };
}

export function mark(set: Int32Array, list: number): void {
  set[list >> 5] = (set[list >> 5] ?? 0) | (1 << (list & 31));
}

/** Adds the lists of the set that begins at `from`. */
export function addAll(to: Int32Array, sets: Int32Array, from: number): void {
  for (let index = 0; index < to.length; index++)
    to[index] = (to[index] as number) | (sets[from + index] as number);
}
