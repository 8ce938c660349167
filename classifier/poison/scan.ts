import {
  type ConceptSet,
  conceptIndex,
  eachTerm,
  isRunningScript,
  isWordCode,
} from './concept-words.ts';
import { clauseWeights } from './weights.ts';

/**
 * The first reading: one pass over the letters of a text hashes its words into tables of concepts. It is
 * rough (a phrase counts by its longest word, an ending only in words with letters outside ASCII) and costs
 * a few nanoseconds a letter; only sentences that `gate.ts` lets through are read word by word.
 */

const size = 1 << 14;
const mask = size - 1;

/** Hash of a word to its concepts: open addressing, in parts so that a word without any touches little memory. */
interface HashTable {
  /** One bit for each hash by its low 16 bits: most words of a text are told by it alone. */
  seen: Int32Array;
  /** Hash of each slot, 0 where it is free. */
  keys: Int32Array;
  low: Int32Array;
  high: Int32Array;
  /** What the gate has learned of the word itself. */
  weight: Float64Array;
}

interface Tables {
  words: HashTable;
  stems: HashTable;
}

/** Where the hash of a word begins; no word of the tables hashes to 0. */
const wordSeed = 7;

let tables: Tables | undefined;

function makeTables(): Tables {
  const made = { words: emptyTable(), stems: emptyTable() };
  eachTerm((term, concept) => {
    const running = isRunningScript(term.charCodeAt(0));
    const word = running ? term.slice(0, 2) : longestWord(term);
    const table = running || word.endsWith('*') ? made.stems : made.words;
    const slot = slotOf(table, hashOf(word.replace('*', ''), running));
    const part = concept < 32 ? table.low : table.high;
    part[slot] = (part[slot] ?? 0) | (1 << (concept & 31));
  });
  for (const [word, weight] of Object.entries(clauseWeights.gate.words)) {
    const running = isRunningScript(word.charCodeAt(0));
    const table = running ? made.stems : made.words;
    table.weight[slotOf(table, hashOf(word, running))] = weight;
  }
  return made;
}

function emptyTable(): HashTable {
  return {
    seen: new Int32Array(1 << 11),
    keys: new Int32Array(size),
    low: new Int32Array(size),
    high: new Int32Array(size),
    weight: new Float64Array(size),
  };
}

/** The slot of a hash, taken for it where it has none. */
function slotOf({ seen, keys }: HashTable, hash: number): number {
  const place = (hash & 0xffff) >> 5;
  seen[place] = (seen[place] ?? 0) | (1 << (hash & 31));
  let slot = hash & mask;
  while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
  keys[slot] = hash;
  return slot;
}

/** The slot of a hash, or -1. */
function findSlot({ seen, keys }: HashTable, hash: number): number {
  if (((seen[(hash & 0xffff) >> 5] as number) & (1 << (hash & 31))) === 0) return -1;
  let slot = hash & mask;
  for (;;) {
    const key = keys[slot];
    if (key === 0) return -1;
    if (key === hash) return slot;
    slot = (slot + 1) & mask;
  }
}

function longestWord(term: string): string {
  return term.split(/[\s\-'’]+/).reduce((a, b) => (b.length > a.length ? b : a));
}

function hashOf(word: string, running: boolean): number {
  let hash = running ? word.length : wordSeed;
  for (let at = 0; at < word.length; at++) hash = step(hash, word.charCodeAt(at));
  return hash;
}

function step(hash: number, code: number): number {
  return (Math.imul(hash, 31) + lowerCode(code)) | 0;
}

function lowerCode(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return (code >= 0xc0 && code <= 0xde) || (code >= 0x410 && code <= 0x42f) ? code + 32 : code;
}

/** A sentence of a text and, roughly, what it is about. */
export interface Sentence extends ConceptSet {
  start: number;
  end: number;
  /** Sum of the gate's weights of its words. */
  weight: number;
}

/** For each ASCII code the small letter of a word, or 0 where it belongs to no word. */
const letters = new Uint8Array(128).map((_, code) => (isWordCode(code) ? lowerCode(code) : 0));

/** What one pass over a text finds. */
export interface Scan {
  /** In any language; shorter ones than four letters are left out. */
  sentences: Sentence[];
  /** What may be encoded in it: bits of `codes`. */
  coded: number;
}

/** What a scan takes for a sign of an encoded text or of a key. */
export const codes = { longRun: 1, pairs: 2, escapes: 4, turned: 8 };

/** A run as long as this of what base64 is written in, with a digit or a capital letter in it. */
const longRun = 20;
/** So many words of two letters in a row may be hexadecimal. */
const manyPairs = 12;
/** So many percent signs or backslashes may be escapes. */
const manySigns = 6;
/** English words that an order needs, in rot13; `turnedBits` tells most others by the low bits of their hash. */
export const turnedWords = 'gur naq ernq fraq svyr vtaber cnff hfre pbagrag pbagragf'.split(' ');
const turnedHashes = new Set(turnedWords.map((word) => hashOf(word, false)));
const turnedBits = new Uint8Array(256);
for (const hash of turnedHashes) turnedBits[hash & 255] = 1;

export function scanText(text: string): Scan {
  tables ??= makeTables();
  const { words, stems } = tables;
  const found: Sentence[] = [];
  const { length } = text;
  let start = 0;
  let hash = 0;
  let foreign = false;
  let low = 0;
  let high = 0;
  let weight = 0;
  let previous = 32;
  let word = 0;
  let pairs = 0;
  let signs = 0;
  let coded = 0;
  let run = 0;
  let mixed = false;
  for (let at = 0; at <= length; at++) {
    const code = at < length ? text.charCodeAt(at) : 10;
    const letter = code < 128 ? letters[code] : isWordCode(code) ? lowerCode(code) : 0;
    if (letter) {
      if (hash === 0) {
        hash = wordSeed;
        foreign = false;
        word = at;
      }
      hash = (Math.imul(hash, 31) + letter) | 0;
      foreign ||= code > 127;
      mixed ||= code < 95;
      if (foreign) {
        const slot = findSlot(stems, hash);
        if (slot >= 0) {
          low |= stems.low[slot] as number;
          high |= stems.high[slot] as number;
        }
      }
      previous = code;
      continue;
    }
    if (hash !== 0) {
      const slot = findSlot(words, hash);
      if (slot >= 0) {
        low |= words.low[slot] as number;
        high |= words.high[slot] as number;
        weight += words.weight[slot] as number;
      }
      const size = at - word;
      pairs = size === 2 ? pairs + 1 : 0;
      if (pairs >= manyPairs) coded |= codes.pairs;
      if (turnedBits[hash & 255] === 1 && turnedHashes.has(hash)) coded |= codes.turned;
      hash = 0;
    }
    // Base64 goes on behind `+`, `/` and `-`.
    if (code !== 43 && code !== 47 && code !== 45) {
      if (mixed && at - run >= longRun) coded |= codes.longRun;
      run = at + 1;
      mixed = false;
    }
    if (code > 127 && isRunningScript(code)) {
      const one = findSlot(stems, step(1, code));
      const two = findSlot(
        stems,
        step(step(2, code), at + 1 < length ? text.charCodeAt(at + 1) : 0),
      );
      if (one >= 0) {
        low |= stems.low[one] as number;
        high |= stems.high[one] as number;
      }
      if (two >= 0) {
        low |= stems.low[two] as number;
        high |= stems.high[two] as number;
        weight += stems.weight[two] as number;
      }
    } else if (code === 32) {
      previous = 32;
      if (at - start <= lengths.space) continue;
    } else if (code === 37 || code === 92) signs++;
    else if (code === 124 && (previous === 60 || pipeToShell.test(text.slice(at, at + 12))))
      weight += certain;
    else if (code === 91 && controlToken.test(text.slice(at, at + 6))) weight += certain;
    else if (isLiteralHint(code, previous)) {
      high |= literalBit;
      if (code === 126 || (code === 33 && previous === 60)) weight += certain;
    }
    previous = code;
    if (!endsSentence(text, at, code, at - start)) continue;
    if (at - start > 3) found.push({ start, end: Math.min(at + 1, length), low, high, weight });
    start = at + 1;
    low = 0;
    high = 0;
    weight = 0;
  }
  return { sentences: found, coded: signs >= manySigns ? coded | codes.escapes : coded };
}

const controlToken = /^\[\/?(?:INST|SYS)/;
const pipeToShell = /^\|\s*(?:sudo )?(?:(?:ba|z|da)?sh|python3?)\b/;
/** A path of the user's home, a comment or a control token: always worth reading. */
const certain = 5;
/** A scan does not tell literals apart: each counts as an address. */
export const literalBit = 1 << (conceptIndex('address') - 32);

/** `@`, `~`, `|`, `&&`, `$(`, `//`, `<!`, ` /`, ` .`, `[`: a path, an address, a command or markup may follow. */
function isLiteralHint(code: number, previous: number): boolean {
  if (code === 64 || code === 126 || code === 124) return true;
  if (code === 47) return previous === 47 || previous <= 32 || previous === 39 || previous === 34;
  if (code === 46) return previous <= 32 || previous === 96 || previous === 39;
  if (code === 38) return previous === 38;
  return (code === 33 && previous === 60) || (code === 40 && previous === 36);
}

/** Longer sentences are cut at a dash, at a comma, at a space: a clause is a thought, not a list. */
const lengths = { dash: 60, comma: 180, space: 320 };

function endsSentence(text: string, at: number, code: number, length: number): boolean {
  switch (code) {
    case 10:
      return endsLine(text, at);
    case 0x3002:
    case 0xff01:
    case 0xff1f:
      return true;
    case 33: // ! ? . ; end a sentence before a space or a letter of a running script
    case 63:
    case 46:
    case 59: {
      const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 32;
      return next <= 32 || next > 0x2e80;
    }
    case 0x2013:
    case 0x2014:
      return length > lengths.dash && (at + 1 >= text.length || text.charCodeAt(at + 1) <= 32);
    case 40:
    case 44:
    case 0x3001:
      return length > lengths.comma;
    case 32:
      return length > lengths.space;
    default:
      return false;
  }
}

/** A line break within a sentence is followed by a small letter, which does not begin `name: …` or `name (…`. */
function endsLine(text: string, at: number): boolean {
  let next = at + 1;
  while (text.charCodeAt(next) === 32 || text.charCodeAt(next) === 9) next++;
  const first = text.charCodeAt(next);
  if (!(first >= 97 && first <= 122)) return true;
  while (isWordCode(text.charCodeAt(next))) next++;
  const after = text.charCodeAt(next);
  const behind = text.charCodeAt(next + 1);
  return after === 58 || after === 61 || (after === 32 && (behind === 40 || behind === 45));
}
