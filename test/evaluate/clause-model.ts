import {
  clauseFeatures,
  eachWord,
  structureName,
  structureSize,
} from '../../classifier/poison/features.ts';
import { type ReadClause, readClauses } from '../../classifier/poison/judge.ts';
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

export function bagOfListed({ id, server, tool }: Listed): Bag {
  const clauses = readClauses(readText(tool), () => true);
  return { id, group: server, family: 'real', language: 'en', harmful: false, clauses };
}

export interface ClauseWeights {
  bias: number;
  /** By readable name: concepts and what they do together. */
  structure: Record<string, number>;
  words: Record<string, number>;
}

export interface Learned {
  weights: ClauseWeights;
  score(clause: ReadClause): number;
}

/** A word counts where this many groups have it: fewer teach a template, not a language. */
const commonWord = 4;
const penalties = { structure: 1.2, word: 4 };
const epochs = 120;

/**
 * Logistic regression over clauses. All clauses of a harmful bag count at first; then only those that the
 * first fit finds worst, so that a pretext beside an order is not learned as an attack.
 */
export function learnClauses(bags: Bag[]): Learned {
  const words = commonWords(bags);
  const first = fitBags(bags, words, (bag) => bag.clauses);
  const worst = (bag: Bag) => {
    if (!bag.harmful || bag.clauses.length < 2) return bag.clauses;
    const best = Math.max(...bag.clauses.map(first.score));
    return bag.clauses.filter((clause) => first.score(clause) >= Math.max(0, best - 1));
  };
  return fitBags(bags, words, worst);
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
  chosen: (bag: Bag) => ReadClause[],
): Learned {
  const bias = structureSize;
  const rows: Row[] = [];
  for (const bag of bags) {
    const clauses = chosen(bag);
    for (const clause of clauses) {
      const features = [...clauseFeatures(clause, (word) => words.get(word)), bias];
      rows.push({
        features: Int32Array.from(features.sort((a, b) => a - b)),
        targets: Float64Array.of(bag.harmful ? 1 : 0),
        weight: bag.harmful ? 1 / clauses.length : 1,
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
    for (const id of clauseFeatures(clause, (word) => words.get(word))) sum += weights[id] ?? 0;
    return sum;
  };
  return { weights: nameWeights(weights, words, bias), score };
}

/** Weights smaller than this change no decision and are left out. */
const smallest = 0.02;

function nameWeights(
  weights: Float64Array,
  words: Map<string, number>,
  bias: number,
): ClauseWeights {
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
