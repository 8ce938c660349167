import type { PassageKind } from '../text.ts';
import { hasConcept } from './concept-words.ts';
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

/** The features of a clause, each once: those of its structure by id, its words by `wordId`. */
export function clauseFeatures(
  clause: ReadClause,
  wordId: (word: string) => number | undefined,
): Set<number> {
  const found = new Set<number>();
  addStructure(clause, found);
  eachWord(clause, (word) => {
    const id = wordId(word);
    if (id !== undefined) found.add(id);
  });
  return found;
}

function addStructure(clause: ReadClause, found: Set<number>): void {
  for (let index = 0; index < size; index++) {
    if (hasConcept(clause.around, index)) found.add(offsets.around + index);
    if (!hasConcept(clause, index)) continue;
    found.add(index);
    if (hasConcept(clause.purpose, index)) found.add(offsets.purpose + index);
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
      found.add(offsets.pair + low * size + high);
      if (second.at - first.at <= closeness)
        found.add(offsets.order + first.concept * size + second.concept);
    }
  }
  const kind = kinds.indexOf(clause.passage.kind);
  if (kind >= 0) found.add(offsets.kind + kind);
  found.add(familiarity + Math.min(clause.familiar, mostFamiliar));
  if (clause.passage.kind === 'description' && clause.start === 0) found.add(main);
  const words = clause.running ? (clause.end - clause.start) / 2 : clause.words.length;
  const length = lengths.findIndex((limit) => words <= limit);
  found.add(long + (length < 0 ? lengths.length : length));
  for (const { at, concept } of clause.hits) if (at <= firstWords) found.add(start + concept);
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

/** Letters that stand for a word and its endings. */
const stemLength = 5;

/**
 * Single words, their beginnings, pairs of words, and the word that begins the clause (`^send`); in a running
 * script pairs of letters.
 */
export function eachWord(clause: ReadClause, each: (word: string) => void): void {
  let before = '';
  let first = true;
  for (const { text, identifier } of clause.words) {
    if (identifier || /\d/.test(text)) {
      before = '';
      first = false;
      continue;
    }
    each(text);
    if (text.length > stemLength) each(`${text.slice(0, stemLength)}*`);
    if (first) each(`^${text}`);
    if (before !== '') each(`${before} ${text}`);
    before = text;
    first = false;
  }
  if (!clause.running) return;
  const letters = clause.passage.clean.slice(clause.start, clause.end).match(/[^\x20-\x7f\s]+/g);
  for (const run of letters ?? []) {
    for (let at = 0; at + 2 <= run.length; at++) each(run.slice(at, at + 2));
  }
}
