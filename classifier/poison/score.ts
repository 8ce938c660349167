import { clauseFeatures, structureName, structureSize } from './features.ts';
import type { ReadClause } from './judge.ts';
import { clauseWeights } from './weights.ts';

interface Compiled {
  structure: Float64Array;
  words: Map<string, number>;
  wordWeights: number[];
}

let compiled: Compiled | undefined;

function compile(): Compiled {
  const { structure, words } = clauseWeights.clause;
  const made: Compiled = {
    structure: new Float64Array(structureSize),
    words: new Map(),
    wordWeights: [],
  };
  for (let id = 0; id < structureSize; id++) made.structure[id] = structure[structureName(id)] ?? 0;
  for (const [word, weight] of Object.entries(words)) {
    made.words.set(word, structureSize + made.wordWeights.length);
    made.wordWeights.push(weight);
  }
  return made;
}

/** Log-odds that a clause steers the model, by the trained weights. */
export function scoreClause(clause: ReadClause): number {
  compiled ??= compile();
  const { structure, words, wordWeights } = compiled;
  let score = clauseWeights.clause.bias;
  for (const id of clauseFeatures(clause, (word) => words.get(word)))
    score += (id < structureSize ? structure[id] : wordWeights[id - structureSize]) ?? 0;
  return score;
}
