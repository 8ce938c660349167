import {
  addConcept,
  type ConceptSet,
  conceptIndex,
  conceptsAt,
  endsPhrase,
  isRunningScript,
  isWordCode,
  lookUpWord,
  type WordEntry,
} from './poison/concept-words.ts';
import { findLiterals } from './poison/literals.ts';
import { eachAlarmingSentence } from './poison/scan.ts';
import type { Passage } from './text.ts';

/** A sentence with what its words are about. Offsets are of `passage.clean`. */
export interface Clause extends ConceptSet {
  passage: Passage;
  start: number;
  end: number;
  words: WordEntry[];
  /** Indexes into `concepts`, in reading order, each with the word (or letter) it stands at. */
  hits: { concept: number; at: number }[];
}

/** Beyond this a passage is not read: no real definition has as many telling sentences. */
const clauseLimit = 400;
const identifier = conceptIndex('identifier');

/** The sentences of a passage that could steer a model, read word by word. */
export function alarmingClauses(passage: Passage): Clause[] {
  const clauses: Clause[] = [];
  eachAlarmingSentence(passage.clean, (start, end) => {
    if (clauses.length < clauseLimit) clauses.push(readClause(passage, start, end));
  });
  return clauses;
}

/** Reads one range of a passage. */
export function readClause(passage: Passage, start: number, end: number): Clause {
  const clause: Clause = { passage, start, end, low: 0, high: 0, words: [], hits: [] };
  const text = passage.clean;
  let word = -1;
  for (let at = start; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 10;
    if (isWordCode(code)) {
      if (word < 0) word = at;
      continue;
    }
    if (word >= 0) addWord(clause, text.slice(word, at));
    word = -1;
    if (isRunningScript(code))
      conceptsAt(text, at, (concept) => addHit(clause, concept, at - start));
  }
  for (const literal of findLiterals(text.slice(start, end)))
    addHit(clause, conceptIndex(literal.concept), clause.words.length);
  return clause;
}

function addWord(clause: Clause, text: string): void {
  const entry = lookUpWord(text);
  const at = clause.words.push(entry) - 1;
  for (const concept of entry.concepts) addHit(clause, concept, at);
  for (const phrase of entry.phrases) {
    if (endsPhrase(clause.words, at, phrase)) addHit(clause, phrase.concept, at);
  }
  if (entry.identifier) addHit(clause, identifier, at);
}

function addHit(clause: Clause, concept: number, at: number): void {
  addConcept(clause, concept);
  clause.hits.push({ concept, at });
}
