import { type Concept, concepts, type Lexicon } from './concepts.ts';
import { lexicons } from './lexicon/index.ts';
import type { WordIds } from './score.ts';

/** A set of concepts: bits 0 to 31 in `low`, the rest in `high`. */
export interface ConceptSet {
  low: number;
  high: number;
}

/** What the lexicons know of one word as it is written. */
export interface WordEntry {
  /** Lower case. */
  text: string;
  /** Indexes into `concepts`. */
  concepts: readonly number[];
  /** Phrases that this word ends. */
  phrases: readonly Phrase[];
  /** `send_email`, `sendEmail`: a name, not a word; `GitHub` is a word. */
  identifier: boolean;
  /** Holds a digit. */
  numbered: boolean;
  /** Set by the clause model; see `score.ts`. */
  ids: WordIds | undefined;
}

interface Phrase {
  /** The words before the last one, nearest first; a final `*` stands for any ending. */
  before: string[];
  concept: number;
}

const indexOf = new Map<Concept, number>(concepts.map((concept, index) => [concept, index]));

export function conceptIndex(concept: Concept): number {
  return indexOf.get(concept) ?? -1;
}

export function addConcept(set: ConceptSet, index: number): void {
  if (index < 32) set.low |= 1 << index;
  else set.high |= 1 << (index - 32);
}

export function hasConcept(set: ConceptSet, index: number): boolean {
  return index < 32 ? (set.low & (1 << index)) !== 0 : (set.high & (1 << (index - 32))) !== 0;
}

/** The set of these concepts. */
export function conceptSet(names: readonly Concept[]): ConceptSet {
  const set = { low: 0, high: 0 };
  for (const name of names) addConcept(set, conceptIndex(name));
  return set;
}

/** Whether two sets have a concept in common. */
export function meets(a: ConceptSet, b: ConceptSet): boolean {
  return ((a.low & b.low) | (a.high & b.high)) !== 0;
}

/** Letters of scripts whose words are found by their letters, because spaces do not part them. */
export function isRunningScript(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7af) ||
    (code >= 0x0590 && code <= 0x07ff) ||
    (code >= 0x0900 && code <= 0x0e7f) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

export function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    (code > 0xbf && code < 0x2000 && !isRunningScript(code))
  );
}

interface Tables {
  exact: Map<string, number[]>;
  stems: Map<string, number[]>;
  phrases: Map<string, Phrase[]>;
  phraseStems: Map<string, Phrase[]>;
  /** By first letter: terms of running scripts, the longest first. */
  running: Map<number, { term: string; concept: number }[]>;
}

let tables: Tables | undefined;

function readLexicons(): Tables {
  const made: Tables = {
    exact: new Map(),
    stems: new Map(),
    phrases: new Map(),
    phraseStems: new Map(),
    running: new Map(),
  };
  eachTerm((term, concept) => addTerm(made, term, concept));
  for (const terms of made.running.values()) terms.sort((a, b) => b.term.length - a.term.length);
  return made;
}

/** Every term of every language, as the lexicons write it, in lower case. */
export function eachTerm(each: (term: string, concept: number) => void): void {
  for (const lexicon of lexicons) {
    for (const [concept, terms] of Object.entries(lexicon) as [keyof Lexicon, string][]) {
      for (const term of terms.split(',')) each(term.trim().toLowerCase(), conceptIndex(concept));
    }
  }
}

function addTerm(made: Tables, term: string, concept: number): void {
  const first = term.charCodeAt(0);
  if (isRunningScript(first) || isRunningScript(term.charCodeAt(term.length - 1))) {
    push(made.running, first, { term, concept });
    return;
  }
  const words = term.split(/[\s\-'’]+/);
  const last = words.at(-1) ?? '';
  if (words.length === 1) {
    if (last.endsWith('*')) push(made.stems, last.slice(0, -1), concept);
    else push(made.exact, last, concept);
    return;
  }
  const phrase = { before: words.slice(0, -1).reverse(), concept };
  if (last.endsWith('*')) push(made.phraseStems, last.slice(0, -1), phrase);
  else push(made.phrases, last, phrase);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

const known = new Map<string, WordEntry>();
const knownLimit = 30_000;
/** No stem of a lexicon is longer, and no longer word is kept: a hostile one may have a million letters. */
const longestWord = 64;

/** The entry of a word, written in any case. */
export function lookUpWord(word: string): WordEntry {
  const found = known.get(word);
  if (found !== undefined) return found;
  if (known.size >= knownLimit) known.clear();
  const entry = makeEntry(word);
  if (word.length <= longestWord) known.set(word, entry);
  return entry;
}

function makeEntry(word: string): WordEntry {
  tables ??= readLexicons();
  const text = word.toLowerCase();
  const identifier = /[a-z0-9]_[a-z0-9]/i.test(word) || /^[a-z]+[A-Z]/.test(word);
  const found = new Set(tables.exact.get(text));
  const phrases = [...(tables.phrases.get(text) ?? [])];
  for (let length = 2; length <= Math.min(text.length, longestWord); length++) {
    const stem = text.slice(0, length);
    for (const concept of tables.stems.get(stem) ?? []) found.add(concept);
    phrases.push(...(tables.phraseStems.get(stem) ?? []));
  }
  const numbered = /\d/.test(text);
  return { text, concepts: [...found], phrases, identifier, numbered, ids: undefined };
}

/** Whether the words before `at` are those of the phrase. */
export function endsPhrase(words: WordEntry[], at: number, phrase: Phrase): boolean {
  for (let back = 0; back < phrase.before.length; back++) {
    const wanted = phrase.before[back] ?? '';
    const word = words[at - 1 - back]?.text;
    if (word === undefined) return false;
    if (wanted.endsWith('*') ? !word.startsWith(wanted.slice(0, -1)) : word !== wanted)
      return false;
  }
  return true;
}

/** Concepts of the terms that stand at `at` in a text of a running script. */
export function conceptsAt(text: string, at: number, each: (concept: number) => void): void {
  tables ??= readLexicons();
  const terms = tables.running.get(text.charCodeAt(at));
  if (terms === undefined) return;
  for (const { term, concept } of terms) if (text.startsWith(term, at)) each(concept);
}
