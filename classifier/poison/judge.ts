import { alarmingClauses, type Clause, readClause } from '../clauses.ts';
import type { Passage, Text } from '../text.ts';
import { addConcept, type ConceptSet, conceptIndex, hasConcept } from './concept-words.ts';
import type { Concept } from './concepts.ts';

/** A clause with what surrounds it. */
export interface ReadClause extends Clause {
  /** Concepts of the clauses next to it in the same passage. */
  around: ConceptSet;
  /** Concepts of the tool's own purpose: its name, its title and the first sentence of its description. */
  purpose: ConceptSet;
}

/** Clauses further apart than this (in characters) have nothing to do with one another. */
const nearby = 240;

const read = new WeakMap<Text, ReadClause[]>();

/** Every clause of a definition that could steer a model. Read once a definition. */
export function clausesOf(text: Text): ReadClause[] {
  let clauses = read.get(text);
  if (clauses === undefined) {
    clauses = readClauses(text);
    read.set(text, clauses);
  }
  return clauses;
}

function readClauses(text: Text): ReadClause[] {
  const found: Clause[] = [];
  for (const passage of text.passages) {
    if (passage.clean.length > 12 && passage.kind !== 'name' && passage.kind !== 'parameter-name')
      found.push(...alarmingClauses(passage));
  }
  if (found.length === 0) return [];
  const purpose = purposeOf(text);
  return found.map((clause, index) => ({
    ...clause,
    around: aroundOf(found, index),
    purpose,
  }));
}

function aroundOf(clauses: Clause[], index: number): ConceptSet {
  const around = { low: 0, high: 0 };
  const clause = clauses[index];
  for (const other of [
    clauses[index - 2],
    clauses[index - 1],
    clauses[index + 1],
    clauses[index + 2],
  ]) {
    if (!clause || !other || other.passage !== clause.passage) continue;
    if (other.start - clause.end > nearby || clause.start - other.end > nearby) continue;
    around.low |= other.low;
    around.high |= other.high;
  }
  return around;
}

function purposeOf(text: Text): ConceptSet {
  const purpose = { low: 0, high: 0 };
  const name = text.nameWords.map((word) => word.text).join(' ');
  addClause(purpose, { ...text.name, clean: name }, name.length);
  if (text.title) addClause(purpose, text.title, Math.min(text.title.clean.length, 80));
  if (text.description) {
    const end = text.description.clean.search(/[.!?\n]\s|[。！？]/);
    addClause(
      purpose,
      text.description,
      end < 0 ? Math.min(120, text.description.clean.length) : Math.min(end, 200),
    );
  }
  return purpose;
}

function addClause(purpose: ConceptSet, passage: Passage, end: number): void {
  for (const hit of readClause(passage, 0, end).hits) addConcept(purpose, hit.concept);
}

export function has(set: ConceptSet, ...any: Concept[]): boolean {
  return any.some((concept) => hasConcept(set, conceptIndex(concept)));
}

export function hasAll(set: ConceptSet, ...all: Concept[]): boolean {
  return all.every((concept) => hasConcept(set, conceptIndex(concept)));
}

/** Whether two concepts stand within `distance` words of each other, in any order. */
export function near(clause: Clause, a: Concept, b: Concept, distance: number): boolean {
  const first = conceptIndex(a);
  const second = conceptIndex(b);
  return clause.hits.some(
    (hit) =>
      hit.concept === first &&
      clause.hits.some(
        (other) =>
          other.concept === second && other !== hit && Math.abs(other.at - hit.at) <= distance,
      ),
  );
}
