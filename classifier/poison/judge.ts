import { type Clause, type OwnNames, readClause, singular } from '../clauses.ts';
import { spoken } from '../read-schema.ts';
import type { Passage, PassageKind, Text } from '../text.ts';
import { type ConceptSet, conceptIndex, hasConcept } from './concept-words.ts';
import type { Concept } from './concepts.ts';
import { passesGate } from './gate.ts';
import { literalBit, type Scan, type Sentence, scanText } from './scan.ts';

/** A clause with what surrounds it. */
export interface ReadClause extends Clause {
  /** How many of its words the tool uses for itself: in its name, its parameters, its first sentence. */
  familiar: number;
  /** As the first, rough reading found it. */
  rough: ConceptSet;
  /** Concepts of the sentences next to it in the same passage. */
  around: ConceptSet;
  /** Concepts of the tool's own purpose: its name, title and first sentence, but not of the clause itself. */
  purpose: ConceptSet;
}

/** Sentences further apart than this (in characters) have nothing to do with one another. */
const nearby = 200;
/** Beyond this a definition is not read: no real one has as many telling sentences. */
const clauseLimit = 400;

/** The rough reading of one passage. */
export interface PassageScan {
  passage: Passage;
  scan: Scan;
}

/** The rough reading of every passage that is no plain name and long enough to say something. */
export function scansOf(text: Text): PassageScan[] {
  const { memory } = text;
  if (memory.scans === undefined) {
    const scans: PassageScan[] = [];
    for (const passage of text.passages) {
      const { clean, kind } = passage;
      if (clean.length < shortestPassage) continue;
      const isName = kind === 'name' || kind === 'parameter-name';
      if (isName && !spoken.test(clean)) continue;
      scans.push({
        passage: isName ? { ...passage, kind: 'other' } : passage,
        scan: scanText(clean),
      });
    }
    memory.scans = scans;
  }
  return memory.scans;
}

/** Shorter passages than this order nothing. */
const shortestPassage = 12;

/** The clauses of a definition that could steer a model. Read once a definition. */
export function clausesOf(text: Text): ReadClause[] {
  text.memory.clauses ??= readClauses(text, passesGate);
  return text.memory.clauses;
}

/** The clauses of a definition whose rough reading passes. */
export function readClauses(text: Text, passes: (sentence: Sentence) => boolean): ReadClause[] {
  const clauses: ReadClause[] = [];
  let purposes: Purpose[] | undefined;
  let own: OwnNames | undefined;
  for (const { passage, scan } of scansOf(text)) {
    const { sentences } = scan;
    const { kind } = passage;
    for (let index = 0; index < sentences.length && clauses.length < clauseLimit; index++) {
      const sentence = sentences[index];
      if (sentence === undefined || (!passes(sentence) && !isOddPlace(kind, sentence))) continue;
      purposes ??= purposesOf(text);
      own ??= ownNames(text);
      const clause = readClause(passage, sentence.start, sentence.end, own);
      clauses.push({
        ...clause,
        familiar: familiarWords(clause, own),
        rough: sentence,
        around: aroundOf(sentences, index),
        purpose: purposeBeside(purposes, index === 0 ? passage : undefined),
      });
    }
  }
  return clauses;
}

/** A path, a command or an address where a value is expected is always read. */
function isOddPlace(kind: PassageKind, { high }: Sentence): boolean {
  return (kind === 'default' || kind === 'enum' || kind === 'other') && (high & literalBit) !== 0;
}

/** Concepts of the two sentences before and the two behind, where they are near. */
function aroundOf(sentences: Sentence[], index: number): ConceptSet {
  const around = { low: 0, high: 0 };
  const here = sentences[index];
  for (let at = index - 2; at <= index + 2; at++) {
    const other = sentences[at];
    if (at === index || here === undefined || other === undefined) continue;
    if (other.start - here.end > nearby || here.start - other.end > nearby) continue;
    around.low |= other.low;
    around.high |= other.high;
  }
  return around;
}

/** Words that any tool may use. */
const plain = new Set(
  'get list create update delete add set name type value data with from this that tool user call when must have your into returns return which each only should before after using used include required'.split(
    ' ',
  ),
);

function ownNames(text: Text): OwnNames {
  const words = new Set<string>();
  const addAll = (from: { text: string }[]) => {
    for (const word of from) {
      const one = singular(word.text);
      if (one.length > 2 && !plain.has(word.text)) words.add(one);
    }
  };
  addAll(text.nameWords);
  for (const parameter of text.parameters) addAll(parameter.words);
  return {
    parameters: new Set(text.parameters.map(({ name }) => name.clean.toLowerCase())),
    words,
  };
}

function familiarWords(clause: Clause, own: OwnNames): number {
  let count = 0;
  for (const { text, identifier } of clause.words)
    if (!identifier && text.length > 3 && own.words.has(singular(text))) count++;
  return count;
}

/** What one part of a definition says the tool is for. */
interface Purpose {
  passage: Passage;
  sentence: Sentence;
}

function purposesOf(text: Text): Purpose[] {
  const { name, title, description } = text;
  const purposes: Purpose[] = [];
  const add = (passage: Passage, { sentences }: Scan) => {
    if (sentences[0] !== undefined) purposes.push({ passage, sentence: sentences[0] });
  };
  add(name, scanText(text.nameWords.map((word) => word.text).join(' ')));
  for (const { passage, scan } of scansOf(text))
    if (passage === title || passage === description) add(passage, scan);
  return purposes;
}

/** The purpose without what the first sentence of `passage` says: an order there is no purpose of its own. */
function purposeBeside(purposes: Purpose[], passage: Passage | undefined): ConceptSet {
  const purpose = { low: 0, high: 0 };
  for (const { passage: said, sentence } of purposes) {
    if (said === passage) continue;
    purpose.low |= sentence.low;
    purpose.high |= sentence.high;
  }
  return purpose;
}

export function has(set: ConceptSet, ...any: Concept[]): boolean {
  for (const concept of any) if (hasConcept(set, conceptIndex(concept))) return true;
  return false;
}

export function hasAll(set: ConceptSet, ...all: Concept[]): boolean {
  return all.every((concept) => hasConcept(set, conceptIndex(concept)));
}

/** Whether two concepts stand within `distance` words of each other, in any order. */
export function near(clause: Clause, a: Concept, b: Concept, distance: number): boolean {
  const first = conceptIndex(a);
  const second = conceptIndex(b);
  if (!hasConcept(clause, first) || !hasConcept(clause, second)) return false;
  return clause.hits.some(
    (hit) =>
      hit.concept === first &&
      clause.hits.some(
        (other) =>
          other.concept === second && other !== hit && Math.abs(other.at - hit.at) <= distance,
      ),
  );
}

/** Whether a word of the one concept stands ahead of a word of the other. */
export function comesBefore(clause: Clause, a: Concept, b: Concept): boolean {
  const first = clause.hits.find((hit) => hit.concept === conceptIndex(a));
  const last = clause.hits.findLast((hit) => hit.concept === conceptIndex(b));
  return first !== undefined && last !== undefined && first.at < last.at;
}
