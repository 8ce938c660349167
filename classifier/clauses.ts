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
import { closesPart, findLiterals } from './poison/literals.ts';
import type { Passage } from './text.ts';
import { nameWords } from './words.ts';

/** A sentence with what its words are about. Offsets are of `passage.clean`. */
export interface Clause extends ConceptSet {
  passage: Passage;
  start: number;
  end: number;
  words: WordEntry[];
  /** Holds letters of a script without spaces. */
  running: boolean;
  /** Indexes into `concepts`, in reading order, each with the word it stands at. */
  hits: { concept: number; at: number }[];
}

const identifier = conceptIndex('identifier');
const kinName = conceptIndex('kin');
const parameter = conceptIndex('param');
const ownParameter: WordEntry = {
  text: '`',
  concepts: [],
  phrases: [],
  identifier: true,
  numbered: false,
  ids: undefined,
};

/** What a tool calls its own, in lower case. */
export interface OwnNames {
  parameters: ReadonlySet<string>;
  /** Single words of its name and of the names of its parameters. */
  words: ReadonlySet<string>;
}

const nobody: OwnNames = { parameters: new Set(), words: new Set() };

/** Reads one range of a passage. */
export function readClause(
  passage: Passage,
  start: number,
  end: number,
  own: OwnNames = nobody,
): Clause {
  const clause: Clause = {
    passage,
    start,
    end,
    low: 0,
    high: 0,
    words: [],
    running: false,
    hits: [],
  };
  const text = passage.clean.slice(start, end);
  let at = 0;
  for (const literal of findLiterals(text)) {
    readWords(clause, text, at, literal.start, own);
    if (!closesPart(passage.clean, start + literal.start, start + literal.end))
      addHit(clause, conceptIndex(literal.concept), place(clause, text, literal.start));
    at = Math.max(at, literal.end);
  }
  readWords(clause, text, at, text.length, own);
  return clause;
}

function readWords(clause: Clause, text: string, from: number, to: number, own: OwnNames): void {
  let word = -1;
  for (let at = from; at <= to; at++) {
    const code = at < to ? text.charCodeAt(at) : 10;
    if (isWordCode(code)) {
      if (word < 0) word = at;
      continue;
    }
    if (word >= 0) {
      const found = text.slice(word, at);
      const quoted = quotes.has(text[word - 1] ?? '') && quotes.has(text[at] ?? '');
      addWord(clause, found, isOwn(found, quoted, own.parameters), own.words);
    }
    word = -1;
    if (isRunningScript(code)) {
      clause.running = true;
      conceptsAt(text, at, (concept) => addHit(clause, concept, place(clause, text, at)));
    }
  }
}

/** Where a hit stands, in words; in a running script two letters count as a word. */
function place(clause: Clause, text: string, at: number): number {
  return clause.running || isRunningScript(text.charCodeAt(at)) ? at >> 1 : clause.words.length;
}

/** Whether a word is the name of one of the tool's own parameters: an identifier, or a word in quotes. */
function isOwn(word: string, quoted: boolean, parameters: ReadonlySet<string>): boolean {
  return (quoted || word.includes('_')) && parameters.has(word.toLowerCase());
}

function isKin(name: string, words: ReadonlySet<string>): boolean {
  return nameWords(name).some((word) => word.text.length > 2 && words.has(singular(word.text)));
}

/** A word without the ending of an English plural. */
export function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
}

const quotes: ReadonlySet<string> = new Set('`\'"“”‘’「」『』«»„');

function addWord(clause: Clause, text: string, own: boolean, kin: ReadonlySet<string>): void {
  const entry = lookUpWord(text);
  const at = clause.words.push(own ? ownParameter : entry) - 1;
  if (own) {
    addHit(clause, parameter, at);
    return;
  }
  for (const concept of entry.concepts) addHit(clause, concept, at);
  for (const phrase of entry.phrases) {
    if (endsPhrase(clause.words, at, phrase)) addHit(clause, phrase.concept, at);
  }
  if (entry.identifier) addHit(clause, isKin(text, kin) ? kinName : identifier, at);
}

function addHit(clause: Clause, concept: number, at: number): void {
  addConcept(clause, concept);
  clause.hits.push({ concept, at });
}
