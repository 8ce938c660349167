import { lowestBit } from '../lowest-bit.ts';
import type { ConceptSet } from './concept-words.ts';
import { concepts } from './concepts.ts';
import type { Sentence } from './scan.ts';
import { clauseWeights } from './weights.ts';

const size = concepts.length;
let compiled: Float64Array | undefined;

function compile(): Float64Array {
  const weights = new Float64Array(size * size);
  for (const [name, weight] of Object.entries(clauseWeights.gate.structure)) {
    const [first, second] = name
      .split('+')
      .map((concept) => (concepts as readonly string[]).indexOf(concept));
    if (first !== undefined) weights[first * size + (second ?? first)] = weight;
  }
  return weights;
}

/** Concepts present in a set, ascending. */
export function conceptsIn(set: ConceptSet): number[] {
  const present: number[] = [];
  for (let bits = set.low; bits !== 0; bits &= bits - 1) present.push(lowestBit(bits));
  for (let bits = set.high; bits !== 0; bits &= bits - 1) present.push(32 + lowestBit(bits));
  return present;
}

/** Whether a sentence deserves to be read word by word: a linear model of what stands in it together. */
export function passesGate(sentence: Sentence): boolean {
  compiled ??= compile();
  const present = conceptsIn(sentence);
  let sum = clauseWeights.gate.bias + sentence.weight;
  for (let left = 0; left < present.length; left++) {
    const row = (present[left] ?? 0) * size;
    for (let right = left; right < present.length; right++)
      sum += compiled[row + (present[right] ?? 0)] ?? 0;
  }
  return sum > 0;
}
