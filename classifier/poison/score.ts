import type { WordEntry } from './concept-words.ts';
import { eachStructure, structureName, structureSize, takeWords, wordNames } from './features.ts';
import type { ReadClause } from './judge.ts';
import { clauseWeights } from './weights.ts';

interface Compiled {
  /** By the id of a feature: those of the structure first, words behind. */
  weights: number[];
  /** For each feature the number of the last clause that had it. */
  taken: number[];
  clauses: number;
  words: Map<string, number>;
  /** Pairs of words by the second one and the first. */
  pairs: Map<string, Map<string, number>>;
}

let compiled: Compiled | undefined;

function compile(): Compiled {
  const { structure, words } = clauseWeights.clause;
  const made: Compiled = {
    weights: [],
    taken: [],
    clauses: 0,
    words: new Map(),
    pairs: new Map(),
  };
  for (let id = 0; id < structureSize; id++) made.weights.push(structure[structureName(id)] ?? 0);
  for (const [name, weight] of Object.entries(words)) {
    const id = made.weights.push(weight) - 1;
    const [before, second] = name.split(' ') as [string, string | undefined];
    if (second === undefined) made.words.set(name, id);
    else made.pairs.set(second, (made.pairs.get(second) ?? new Map()).set(before, id));
  }
  made.taken = made.weights.map(() => 0);
  return made;
}

/** What the weights know of a word, looked up once. */
export interface WordIds {
  whole: number | undefined;
  stem: number | undefined;
  first: number | undefined;
  /** Pairs that it is the second word of, by the first one. */
  pairs: ReadonlyMap<string, number> | undefined;
}

function idsOf(word: WordEntry, { words, pairs }: Compiled): WordIds {
  const { text } = word;
  word.ids ??= {
    whole: words.get(wordNames.whole(text)),
    stem: words.get(wordNames.stem(text) ?? ''),
    first: words.get(wordNames.first(text)),
    pairs: pairs.get(text),
  };
  return word.ids;
}

/** Log-odds that a clause steers the model, by the trained weights. */
export function scoreClause(clause: ReadClause): number {
  compiled ??= compile();
  const model = compiled;
  const { weights, taken } = model;
  const number = ++model.clauses;
  let score = clauseWeights.clause.bias;
  const add = (id: number | undefined) => {
    if (id === undefined || taken[id] === number) return;
    taken[id] = number;
    score += weights[id] as number;
  };
  eachStructure(clause, add);
  takeWords(clause, {
    word(word, first) {
      const ids = idsOf(word, model);
      add(ids.whole);
      add(ids.stem);
      if (first) add(ids.first);
    },
    pair: (before, word) => add(idsOf(word, model).pairs?.get(before.text)),
    letters: (two) => add(model.words.get(two)),
  });
  return score;
}
