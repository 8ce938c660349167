import {
  eachStructure,
  eachWord,
  structureName,
  structureSize,
} from '../../classifier/poison/features.ts';
import { type ReadClause, readClauses } from '../../classifier/poison/judge.ts';
import type { ClauseWeights } from '../../classifier/poison/weights.ts';
import { readText } from '../../classifier/text.ts';
import type { Case, Listed } from './attack-corpus.ts';
import { fit, type Row } from './fit.ts';

/** Clauses of one definition (or of one template in it): where it is harmful, at least one clause is. */
export interface Bag {
  id: string;
  /** Bags of one template, or of one server, share a group and never straddle folds. */
  group: string;
  family: string;
  language: string;
  harmful: boolean;
  clauses: ReadClause[];
}

export function bagOfCase(made: Case): Bag {
  const clauses = readClauses(readText(made.tool), () => true).filter(
    ({ passage, start, end }) =>
      passage.pointer === made.pointer && start < made.end && end > made.start,
  );
  const { family, language } = made.template;
  return { id: made.id, group: made.id, family, language, harmful: made.harmful, clauses };
}

/** @param family `real` for what a server listed, `written` for what was written to learn from */
export function bagOfListed(
  { id, server, tool }: Listed,
  family: 'real' | 'written' = 'real',
): Bag {
  const clauses = readClauses(readText(tool), () => true);
  return { id, group: server, family, language: 'en', harmful: false, clauses };
}

export interface Learned {
  weights: ClauseWeights['clause'];
  score(clause: ReadClause): number;
}

/** A word counts where this many groups have it: fewer teach a template, not a language. */
const commonWord = 4;
/** The same for pairs of concepts. */
const commonPair = 10;
const penalties = { structure: 8 / 3, word: 2 };
/** A real definition counts so many times: false alarms on those are what a reader sees. */
const realWeight = 5;
const epochs = 150;

/** Of the harmless clauses that the first fit finds plain, one in so many is kept. */
const plainShare = 4;
/** Harmless clauses below this score are plain. */
const plainScore = -4;

/**
 * Logistic regression over clauses. All clauses of a harmful bag count at first; then only those that the
 * first fit finds worst, so that a pretext beside an order is not learned as an attack, and of the harmless
 * ones all that it does not find plain.
 */
export function learnClauses(bags: Bag[]): Learned {
  const words = commonWords(bags);
  const rare = rareStructure(bags);
  const sampled = (_: ReadClause, index: number) => index % plainShare === 0;
  const first = fitBags(bags, words, rare, (bag) =>
    bag.harmful ? bag.clauses : bag.clauses.filter(sampled),
  );
  const telling = (bag: Bag) => {
    const scores = bag.clauses.map(first.score);
    const worst = Math.max(...scores);
    return bag.clauses.filter((clause, index) => {
      const score = scores[index] ?? 0;
      return bag.harmful
        ? score >= Math.max(0, worst - 1) || score === worst
        : score > plainScore || sampled(clause, index);
    });
  };
  return fitBags(bags, words, rare, telling);
}

/** Pairs of concepts that too few groups have. */
function rareStructure(bags: Bag[]): Set<number> {
  const groups = new Map<number, Set<string>>();
  for (const bag of bags) {
    for (const clause of bag.clauses) {
      eachStructure(clause, (id) => {
        const seen = groups.get(id);
        if (seen === undefined) groups.set(id, new Set([bag.group]));
        else seen.add(bag.group);
      });
    }
  }
  return new Set([...groups].filter(([, seen]) => seen.size < commonPair).map(([id]) => id));
}

function featuresOf(clause: ReadClause, words: ReadonlyMap<string, number>): Set<number> {
  const found = new Set<number>();
  eachStructure(clause, (id) => found.add(id));
  eachWord(clause, (word) => {
    const id = words.get(word);
    if (id !== undefined) found.add(id);
  });
  return found;
}

function commonWords(bags: Bag[]): Map<string, number> {
  const groups = new Map<string, Set<string>>();
  for (const bag of bags) {
    for (const clause of bag.clauses) {
      eachWord(clause, (word) => {
        const seen = groups.get(word);
        if (seen === undefined) groups.set(word, new Set([bag.group]));
        else seen.add(bag.group);
      });
    }
  }
  const words = new Map<string, number>();
  for (const [word, seen] of groups)
    if (seen.size >= commonWord) words.set(word, structureSize + 1 + words.size);
  return words;
}

function fitBags(
  bags: Bag[],
  words: Map<string, number>,
  rare: Set<number>,
  chosen: (bag: Bag) => ReadClause[],
): Learned {
  const bias = structureSize;
  const rows: Row[] = [];
  for (const bag of bags) {
    const clauses = chosen(bag);
    for (const clause of clauses) {
      const features = [...featuresOf(clause, words)].filter((id) => !rare.has(id));
      features.push(bias);
      rows.push({
        features: Int32Array.from(features.sort((a, b) => a - b)),
        targets: Float64Array.of(bag.harmful ? 1 : 0),
        weights: Float64Array.of(weightOf(bag, clauses.length)),
      });
    }
  }
  const count = structureSize + 1 + words.size;
  const penalty = new Float64Array(count).fill(penalties.word);
  penalty.fill(penalties.structure, 0, structureSize);
  penalty[bias] = 0;
  const weights = fit(rows, count, {
    heads: [{ from: 0, to: 1, kind: 'logistic' }],
    outputs: 1,
    penalty,
    prior: new Float64Array(count),
    epochs,
  });
  const score = (clause: ReadClause) => {
    let sum = weights[bias] ?? 0;
    for (const id of featuresOf(clause, words)) sum += weights[id] ?? 0;
    return sum;
  };
  return { weights: nameWeights(weights, words, bias), score };
}

/** What one of `count` clauses of a bag counts: all that may be the harmful one share what a bag weighs. */
function weightOf(bag: Bag, count: number): number {
  if (bag.harmful) return 1 / count;
  return bag.family === 'real' ? realWeight : 1;
}

/** Weights smaller than this change no decision and are left out. */
const smallest = 0.02;

function nameWeights(
  weights: Float64Array,
  words: Map<string, number>,
  bias: number,
): ClauseWeights['clause'] {
  const structure: [string, number][] = [];
  for (let id = 0; id < structureSize; id++) structure.push([structureName(id), weights[id] ?? 0]);
  const named = [...words].map(([word, id]): [string, number] => [word, weights[id] ?? 0]);
  return { bias: round(weights[bias] ?? 0), structure: sorted(structure), words: sorted(named) };
}

function sorted(entries: [string, number][]): Record<string, number> {
  const kept = entries.filter(([, weight]) => Math.abs(weight) >= smallest);
  kept.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kept.map(([name, weight]) => [name, round(weight)]));
}

function round(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}
