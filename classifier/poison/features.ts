import type { PassageKind } from '../text.ts';
import { hasConcept, type WordEntry } from './concept-words.ts';
import { concepts } from './concepts.ts';
import type { ReadClause } from './judge.ts';

/**
 * What the clause model sees: which concepts a clause holds, which two of them together, which two in which
 * order close to each other, which surround it, which belong to the tool's purpose, where it stands, and its
 * words. Identifiers and literals are no words, so that no name and no address is learned.
 */
const size = concepts.length;
const offsets = {
  single: 0,
  pair: size,
  order: size + size * size,
  around: size + 2 * size * size,
  purpose: 2 * size + 2 * size * size,
  kind: 3 * size + 2 * size * size,
};
const kinds: PassageKind[] = [
  'title',
  'description',
  'parameter-text',
  'enum',
  'default',
  'output',
  'other',
];
/** More familiar words than this are all the same. */
const mostFamiliar = 3;
const familiarity = offsets.kind + kinds.length;
const main = familiarity + mostFamiliar + 1;
/** Lengths in words; a sentence that is longer than another holds more of everything. */
const lengths = [5, 10, 16, 24, 36];
const long = main + 1;
const start = long + lengths.length + 1;
/** Ids below this are of concepts; words come behind. */
export const structureSize = start + size;

/** Concepts further apart than this (in words) have nothing to do with each other. */
const togetherness = 14;
/** Concepts further apart than this (in words) say nothing by their order. */
const closeness = 5;

/** The readable name of a feature that is no word: `put+secret`, `not>tell`, `around:file`, `purpose:talk`. */
export function structureName(id: number): string {
  const name = (index: number) => concepts[index] ?? '';
  if (id < offsets.pair) return name(id);
  if (id < offsets.order) {
    const rest = id - offsets.pair;
    return `${name(Math.floor(rest / size))}+${name(rest % size)}`;
  }
  if (id < offsets.around) {
    const rest = id - offsets.order;
    return `${name(Math.floor(rest / size))}>${name(rest % size)}`;
  }
  if (id < offsets.purpose) return `around:${name(id - offsets.around)}`;
  if (id < offsets.kind) return `purpose:${name(id - offsets.purpose)}`;
  if (id < familiarity) return `kind:${kinds[id - offsets.kind]}`;
  if (id < main) return `familiar:${id - familiarity}`;
  if (id === main) return 'first sentence';
  return id < start ? `long:${id - long}` : `start:${name(id - start)}`;
}

/** The features of the structure of a clause; the same one may come twice and counts once. */
export function eachStructure(clause: ReadClause, each: (id: number) => void): void {
  for (let index = 0; index < size; index++) {
    if (hasConcept(clause.around, index)) each(offsets.around + index);
    if (!hasConcept(clause, index)) continue;
    each(index);
    if (hasConcept(clause.purpose, index)) each(offsets.purpose + index);
  }
  const hits = clause.hits.length > mostHits ? distinct(clause.hits) : clause.hits;
  for (let left = 0; left < hits.length; left++) {
    const first = hits[left];
    for (let right = left + 1; right < hits.length; right++) {
      const second = hits[right];
      if (!first || !second || second.at - first.at > togetherness) break;
      if (first.concept === second.concept) continue;
      const low = Math.min(first.concept, second.concept);
      const high = Math.max(first.concept, second.concept);
      each(offsets.pair + low * size + high);
      if (second.at - first.at <= closeness)
        each(offsets.order + first.concept * size + second.concept);
    }
  }
  const kind = kinds.indexOf(clause.passage.kind);
  if (kind >= 0) each(offsets.kind + kind);
  each(familiarity + Math.min(clause.familiar, mostFamiliar));
  if (clause.passage.kind === 'description' && clause.start === 0) each(main);
  const words = clause.running ? (clause.end - clause.start) / 2 : clause.words.length;
  const length = lengths.findIndex((limit) => words <= limit);
  each(long + (length < 0 ? lengths.length : length));
  for (const { at, concept } of clause.hits) if (at <= firstWords) each(start + concept);
}

/** What stands at this word or before it begins the clause. */
const firstWords = 1;

/** More than a person writes in one clause: then most are repetitions, and pairs of them take long. */
const mostHits = 64;

function distinct(hits: ReadClause['hits']): ReadClause['hits'] {
  const seen = new Set<number>();
  return hits.filter(({ at, concept }) => {
    const key = at * size + concept;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Takes the words of a clause, which are features too. */
export interface WordTaker {
  /** @param first whether it begins the clause */
  word(word: WordEntry, first: boolean): void;
  pair(before: WordEntry, word: WordEntry): void;
  /** Two letters of a running script. */
  letters(two: string): void;
}

export function takeWords(clause: ReadClause, take: WordTaker): void {
  let before: WordEntry | undefined;
  let first = true;
  for (const word of clause.words) {
    if (word.identifier || word.numbered) {
      before = undefined;
    } else {
      take.word(word, first);
      if (before !== undefined) take.pair(before, word);
      before = word;
    }
    first = false;
  }
  if (!clause.running) return;
  const letters = clause.passage.clean.slice(clause.start, clause.end).match(/[^\x20-\x7f\s]+/g);
  for (const run of letters ?? []) {
    for (let at = 0; at + 2 <= run.length; at++) take.letters(run.slice(at, at + 2));
  }
}

/** Letters that stand for a word and its endings. */
const stemLength = 5;

/** The names of the features of a word: itself, its beginning, and where it begins a clause `^send`. */
export const wordNames = {
  whole: (text: string) => text,
  stem: (text: string) => (text.length > stemLength ? `${text.slice(0, stemLength)}*` : undefined),
  first: (text: string) => `^${text}`,
  pair: (before: string, text: string) => `${before} ${text}`,
};

/** The names of all words of a clause. */
export function eachWord(clause: ReadClause, each: (name: string) => void): void {
  takeWords(clause, {
    word({ text }, first) {
      each(wordNames.whole(text));
      const stem = wordNames.stem(text);
      if (stem !== undefined) each(stem);
      if (first) each(wordNames.first(text));
    },
    pair: (before, { text }) => each(wordNames.pair(before.text, text)),
    letters: each,
  });
}
