import { concepts } from '../../classifier/poison/concepts.ts';
import { eachWord } from '../../classifier/poison/features.ts';
import { conceptsIn } from '../../classifier/poison/gate.ts';
import type { ReadClause } from '../../classifier/poison/judge.ts';
import { isSure } from '../../classifier/poison/rules.ts';
import type { ClauseWeights } from '../../classifier/poison/weights.ts';
import type { Bag, Learned } from './clause-model.ts';
import { fit, type Row } from './fit.ts';

const size = concepts.length;
const bias = size * size;
/** A clause with this score or more must not be lost, nor one that a rule knows. */
const worthReading = 0.5;
/** The share of such clauses that the gate lets through. */
const kept = 0.997;
const penalties = { structure: 1, word: 3 };
const epochs = 120;
/** Of the clauses that are not worth reading one in so many teaches the gate. */
const share = 3;
/** A word counts where this many clauses have it. */
const commonWord = 12;

/**
 * Learns which sentences are worth a full reading, from what the trained weights say of the full reading.
 * Plain are only sentences of real definitions: a text that resembles an attack is for the full reading to judge.
 */
export function learnGate(bags: Bag[], learned: Learned): ClauseWeights['gate'] {
  const words = commonWords(bags);
  const rows: Row[] = [];
  for (const bag of bags) {
    for (const [index, clause] of bag.clauses.entries()) {
      const worth = learned.score(clause) >= worthReading || isSure(clause);
      if (!worth && (!isListed(bag) || index % share !== 0)) continue;
      rows.push({
        features: Int32Array.from(gateFeatures(clause, words)),
        targets: Float64Array.of(worth ? 1 : 0),
        weights: Float64Array.of(worth ? 1 : share),
      });
    }
  }
  const count = bias + 1 + words.size;
  const penalty = new Float64Array(count).fill(penalties.word).fill(penalties.structure, 0, bias);
  penalty[bias] = 0;
  const weights = fit(rows, count, {
    heads: [{ from: 0, to: 1, kind: 'logistic' }],
    outputs: 1,
    penalty,
    prior: new Float64Array(count),
    epochs,
  });
  return {
    bias: biasFor(rows, weights),
    structure: nameGate(weights),
    words: nameWords(weights, words),
  };
}

function isListed({ family }: Bag): boolean {
  return family === 'real' || family === 'written';
}

/** Whether the gate lets a clause through, computed from its full reading. */
export function passesLearned(clause: ReadClause, gate: ClauseWeights['gate']): boolean {
  let sum = gate.bias;
  const present = conceptsIn(clause.rough).map((index) => concepts[index]);
  for (const [at, first] of present.entries()) {
    for (const second of present.slice(at))
      sum += gate.structure[first === second ? `${first}` : `${first}+${second}`] ?? 0;
  }
  eachSingleWord(clause, (word) => {
    sum += gate.words[word] ?? 0;
  });
  return sum > 0;
}

/** The bias at which the wanted share of what is worth reading passes. */
function biasFor(rows: Row[], weights: Float64Array): number {
  const sums = rows
    .filter((row) => row.targets[0] === 1)
    .map((row) => row.features.reduce((sum, id) => sum + (id === bias ? 0 : (weights[id] ?? 0)), 0))
    .sort((a, b) => a - b);
  return round(-(sums[Math.floor(sums.length * (1 - kept))] ?? 0));
}

function commonWords(bags: Bag[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { clauses } of bags) {
    for (const clause of clauses)
      eachSingleWord(clause, (word) => counts.set(word, (counts.get(word) ?? 0) + 1));
  }
  const words = new Map<string, number>();
  for (const [word, count] of counts)
    if (count >= commonWord) words.set(word, bias + 1 + words.size);
  return words;
}

function eachSingleWord(clause: ReadClause, each: (word: string) => void): void {
  eachWord(clause, (word) => {
    if (!/[ *^]/.test(word)) each(word);
  });
}

/** Concepts and pairs of them; pair ids are `first * size + second`, a single one pairs with itself. */
function gateFeatures(clause: ReadClause, words: Map<string, number>): number[] {
  const present = conceptsIn(clause.rough);
  const ids = [bias];
  for (const [at, first] of present.entries())
    for (const second of present.slice(at)) ids.push(first * size + second);
  eachSingleWord(clause, (word) => {
    const id = words.get(word);
    if (id !== undefined) ids.push(id);
  });
  return ids.sort((a, b) => a - b);
}

function nameGate(weights: Float64Array): Record<string, number> {
  const named: Record<string, number> = {};
  for (let first = 0; first < size; first++) {
    for (let second = first; second < size; second++) {
      const weight = round(weights[first * size + second] ?? 0);
      const name = first === second ? concepts[first] : `${concepts[first]}+${concepts[second]}`;
      if (Math.abs(weight) >= smallest && name !== undefined) named[name] = weight;
    }
  }
  return named;
}

/** Weights smaller than this are left out. */
const smallest = 0.05;

function nameWords(weights: Float64Array, words: Map<string, number>): Record<string, number> {
  const named = [...words]
    .map(([word, id]): [string, number] => [word, round(weights[id] ?? 0)])
    .filter(([, weight]) => Math.abs(weight) >= smallest);
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function round(weight: number): number {
  return Math.round(weight * 100) / 100;
}
