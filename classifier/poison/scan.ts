import { conceptIndex, isRunningScript, isWordCode } from './concept-words.ts';
import {
  type Gathered,
  gather,
  hashOf,
  lowerCode,
  roughWords,
  step,
  wordSeed,
} from './rough-words.ts';

/**
 * The first reading: one pass over the letters of a text hashes its words into tables of concepts. It is
 * rough (a phrase counts by its longest word, an ending only in words with letters outside ASCII) and costs
 * a few nanoseconds a letter; only sentences that `gate.ts` lets through are read word by word.
 */

/** A sentence of a text and, roughly, what it is about. */
export interface Sentence extends Gathered {
  start: number;
  end: number;
}

/** For each UTF-16 unit the small letter of a word, or 0 where it belongs to no word. */
const letters = new Uint16Array(1 << 16).map((_, code) => (isWordCode(code) ? lowerCode(code) : 0));

/** What one pass over a text finds. */
export interface Scan {
  /** In any language; shorter ones than four letters are left out. */
  sentences: Sentence[];
  /** What may be encoded in it: bits of `codes`. */
  coded: number;
  /** Each run for which `codes.longRun` stands. */
  longRuns: { start: number; end: number }[];
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
  const { words, stems } = roughWords();
  const found: Sentence[] = [];
  const longRuns: Scan['longRuns'] = [];
  const { length } = text;
  let sentence: Sentence = { start: 0, end: 0, low: 0, high: 0, weight: 0 };
  let pairs = 0;
  let signs = 0;
  let coded = 0;
  let run = 0;
  let mixed = false;
  for (let at = 0; at <= length; at++) {
    let code = at < length ? text.charCodeAt(at) : 10;
    let letter = letters[code] as number;
    if (letter !== 0) {
      const word = at;
      let hash = wordSeed;
      let foreign = false;
      do {
        hash = (Math.imul(hash, 31) + letter) | 0;
        if (code < 95) mixed = true;
        if (code > 127) foreign = true;
        if (foreign) gather(sentence, stems, hash);
        at++;
        code = at < length ? text.charCodeAt(at) : 10;
        letter = letters[code] as number;
      } while (letter !== 0);
      gather(sentence, words, hash);
      pairs = at - word === 2 ? pairs + 1 : 0;
      if (pairs >= manyPairs) coded |= codes.pairs;
      if (turnedBits[hash & 255] === 1 && turnedHashes.has(hash)) coded |= codes.turned;
    }
    // Base64 goes on behind `+`, `/` and `-`.
    if (code !== 43 && code !== 47 && code !== 45) {
      if (mixed && at - run >= longRun) longRuns.push({ start: run, end: at });
      run = at + 1;
      mixed = false;
    }
    const size = at - sentence.start;
    if (code === 32) {
      if (size <= lengths.space) continue;
    } else {
      if (code === 37 || code === 92) signs++;
      noteSign(sentence, text, at, code);
    }
    if (!endsSentence(text, at, code, size)) continue;
    if (size > 3) {
      sentence.end = Math.min(at + 1, length);
      found.push(sentence);
    }
    sentence = { start: at + 1, end: 0, low: 0, high: 0, weight: 0 };
  }
  if (longRuns.length > 0) coded |= codes.longRun;
  if (signs >= manySigns) coded |= codes.escapes;
  return { sentences: found, coded, longRuns };
}

const controlToken = /^\[\/?(?:INST|SYS)/;
const pipeToShell = /^\|\s*(?:sudo )?(?:(?:ba|z|da)?sh|python3?)\b/;
/** A path of the user's home, a comment or a control token: always worth reading. */
const certain = 5;
/** A scan does not tell literals apart: each counts as an address. */
export const literalBit = 1 << (conceptIndex('address') - 32);

/** What stands between words: letters of a running script, or signs of a path, a command or markup. */
function noteSign(sentence: Sentence, text: string, at: number, code: number): void {
  if (code > 127) {
    if (!isRunningScript(code)) return;
    const { stems } = roughWords();
    const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
    gather(sentence, stems, step(1, code));
    gather(sentence, stems, step(step(2, code), next));
    return;
  }
  const previous = at === 0 ? 32 : text.charCodeAt(at - 1);
  if (code === 124 && (previous === 60 || pipeToShell.test(text.slice(at, at + 12))))
    sentence.weight += certain;
  else if (code === 91 && controlToken.test(text.slice(at, at + 6))) sentence.weight += certain;
  else if (isLiteralHint(code, previous)) {
    sentence.high |= literalBit;
    if (code === 126 || (code === 33 && previous === 60)) sentence.weight += certain;
  }
}

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
