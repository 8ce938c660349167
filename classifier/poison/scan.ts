import { conceptIndex, eachTerm, isRunningScript, isWordCode } from './concept-words.ts';
import type { Concept } from './concepts.ts';

/**
 * The prefilter. One pass over the letters of a text hashes its words into tables of concepts and asks, at
 * the end of each sentence, whether the sentence could steer a model at all. It lets too much through (two
 * words may share a hash, a phrase counts by its longest word) and never reads words, so it costs a few
 * nanoseconds a letter; only what passes is read properly.
 */

const size = 1 << 15;
const mask = size - 1;

/** Hash of a word to its concepts: open addressing, 0 = free. */
interface HashTable {
  keys: Int32Array;
  low: Int32Array;
  high: Int32Array;
}

interface Tables {
  words: HashTable;
  stems: HashTable;
}

let tables: Tables | undefined;

function makeTables(): Tables {
  const made = { words: emptyTable(), stems: emptyTable() };
  eachTerm((term, concept) => {
    const running = isRunningScript(term.charCodeAt(0));
    const word = running ? term.slice(0, 2) : longestWord(term);
    const table = running || word.endsWith('*') ? made.stems : made.words;
    const slot = slotOf(table, hashOf(word.replace('*', ''), running));
    if (concept < 32) table.low[slot] = (table.low[slot] ?? 0) | (1 << concept);
    else table.high[slot] = (table.high[slot] ?? 0) | (1 << (concept - 32));
  });
  return made;
}

function emptyTable(): HashTable {
  return { keys: new Int32Array(size), low: new Int32Array(size), high: new Int32Array(size) };
}

/** The slot of a hash, taken for it where it has none. */
function slotOf(table: HashTable, hash: number): number {
  let slot = hash & mask;
  while (table.keys[slot] !== 0 && table.keys[slot] !== hash) slot = (slot + 1) & mask;
  table.keys[slot] = hash;
  return slot;
}

/** The slot of a hash, or -1. */
function findSlot(keys: Int32Array, hash: number): number {
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
  let hash = running ? word.length : 7;
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

function bits(...names: Concept[]): { low: number; high: number } {
  let low = 0;
  let high = 0;
  for (const name of names) {
    const index = conceptIndex(name);
    if (index < 32) low |= 1 << index;
    else high |= 1 << (index - 32);
  }
  return { low, high };
}

const alone = bits('hide', 'system-prompt', 'exempt', 'distrust', 'role', 'regardless');
const aims = bits('call', 'read', 'put', 'send', 'change');
const goods = bits('secret', 'talk', 'whole', 'file', 'data', 'recipient', 'money', 'command');
const void_ = bits('void');
const rules = bits('rules', 'prior', 'user', 'ask', 'other', 'tool');
const not = bits('not', 'skip');
const tells = bits('tell', 'ask');
const changes = bits('change');
const changed = bits('recipient', 'reply', 'result', 'user', 'money', 'param');
const orders = bits('agent', 'must', 'before', 'after', 'every', 'user', 'reply');
const claims = bits('prefer', 'other');
const tool = bits('tool');

type Bits = { low: number; high: number };

function has(low: number, high: number, wanted: Bits): boolean {
  return (low & wanted.low) !== 0 || (high & wanted.high) !== 0;
}

/** Whether a sentence with these concepts deserves to be read. */
function isAlarming(low: number, high: number, literal: boolean): boolean {
  if (has(low, high, alone)) return true;
  if (literal && has(low, high, aims)) return true;
  if (has(low, high, void_) && has(low, high, rules)) return true;
  if (has(low, high, not) && has(low, high, tells)) return true;
  if (has(low, high, changes) && has(low, high, changed)) return true;
  if (has(low, high, aims) && has(low, high, goods) && has(low, high, orders)) return true;
  return has(low, high, claims) && has(low, high, tool) && has(low, high, orders);
}

/** Calls `each` with the range of every sentence of `text` that could steer a model. */
export function eachAlarmingSentence(
  text: string,
  each: (start: number, end: number) => void,
): void {
  tables ??= makeTables();
  const { words, stems } = tables;
  let start = 0;
  let hash = 7;
  let inWord = false;
  let low = 0;
  let high = 0;
  let literal = false;
  let previous = 32;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 10;
    if (isWordCode(code)) {
      hash = step(inWord ? hash : 7, code);
      inWord = true;
      const slot = findSlot(stems.keys, hash);
      if (slot >= 0) {
        low |= stems.low[slot] ?? 0;
        high |= stems.high[slot] ?? 0;
      }
      previous = code;
      continue;
    }
    if (inWord) {
      const slot = findSlot(words.keys, hash);
      if (slot >= 0) {
        low |= words.low[slot] ?? 0;
        high |= words.high[slot] ?? 0;
      }
      inWord = false;
    }
    if (code > 0x2e80 || (code >= 0x590 && code < 0xe80)) {
      const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
      const one = findSlot(stems.keys, step(1, code));
      const two = findSlot(stems.keys, step(step(2, code), next));
      if (one >= 0) {
        low |= stems.low[one] ?? 0;
        high |= stems.high[one] ?? 0;
      }
      if (two >= 0) {
        low |= stems.low[two] ?? 0;
        high |= stems.high[two] ?? 0;
      }
    } else if (isLiteralHint(code, previous)) literal = true;
    previous = code;
    if (!endsSentence(text, at, code, at - start)) continue;
    if (at - start > 3 && isAlarming(low, high, literal))
      each(start, Math.min(at + 1, text.length));
    start = at + 1;
    low = 0;
    high = 0;
    literal = false;
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

/** A sentence is cut at a comma beyond this, so that a text without full stops has sentences too. */
const longSentence = 320;

function endsSentence(text: string, at: number, code: number, length: number): boolean {
  switch (code) {
    case 10:
    case 13:
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
    case 44:
    case 0x3001:
      return length > longSentence;
    case 32:
      return length > longSentence * 2;
    default:
      return false;
  }
}
