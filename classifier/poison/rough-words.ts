import { type ConceptSet, eachTerm, isRunningScript } from './concept-words.ts';
import { clauseWeights } from './weights.ts';

/** What a rough reading gathers from the words of a sentence. */
export interface Gathered extends ConceptSet {
  /** Sum of the gate's weights of its words. */
  weight: number;
}

const size = 1 << 14;
const mask = size - 1;

/**
 * Hash of a word to its concepts, by open addressing. What is known of one word lies side by side, so that
 * looking it up touches one line of memory.
 */
interface HashTable {
  /** One bit for each hash by its low 16 bits: most words of a text are told by it alone. */
  seen: Int32Array;
  /** `slotLength` numbers a slot: its hash, 0 where it is free, and the concepts `low` and `high`. */
  slots: Int32Array;
  /** The same memory: what the gate has learned of the word itself. */
  weights: Float64Array;
}

const slotLength = 8;

/** Where the weight of the slot at `place` of `slots` stands in `weights`. */
const weightOf = (place: number) => (place >> 1) + 2;

interface Tables {
  words: HashTable;
  stems: HashTable;
}

/** Where the hash of a word begins; no word of the tables hashes to 0. */
export const wordSeed = 7;

let made: Tables | undefined;

/** What words and beginnings of words tell roughly: a phrase counts by its longest word. */
export function roughWords(): Tables {
  made ??= makeTables();
  return made;
}

function makeTables(): Tables {
  const words = emptyTable();
  const stems = emptyTable();
  eachTerm((term, concept) => {
    const running = isRunningScript(term.charCodeAt(0));
    const word = running ? term.slice(0, 2) : longestWord(term);
    const table = running || word.endsWith('*') ? stems : words;
    const place = placeFor(table, hashOf(word.replace('*', ''), running)) + (concept < 32 ? 1 : 2);
    table.slots[place] = (table.slots[place] ?? 0) | (1 << (concept & 31));
  });
  for (const [word, weight] of Object.entries(clauseWeights.gate.words)) {
    const running = isRunningScript(word.charCodeAt(0));
    const table = running ? stems : words;
    table.weights[weightOf(placeFor(table, hashOf(word, running)))] = weight;
  }
  return { words, stems };
}

function emptyTable(): HashTable {
  const slots = new Int32Array(size * slotLength);
  return { seen: new Int32Array(1 << 11), slots, weights: new Float64Array(slots.buffer) };
}

/** Where the slot of a hash begins, taken for it where it has none. */
function placeFor({ seen, slots }: HashTable, hash: number): number {
  const part = (hash & 0xffff) >> 5;
  seen[part] = (seen[part] ?? 0) | (1 << (hash & 31));
  let slot = hash & mask;
  while (slots[slot * slotLength] !== 0 && slots[slot * slotLength] !== hash)
    slot = (slot + 1) & mask;
  slots[slot * slotLength] = hash;
  return slot * slotLength;
}

/** Adds what a table knows of a hash. */
export function gather(into: Gathered, { seen, slots, weights }: HashTable, hash: number): void {
  if (((seen[(hash & 0xffff) >> 5] as number) & (1 << (hash & 31))) === 0) return;
  let slot = hash & mask;
  for (;;) {
    const place = slot * slotLength;
    const key = slots[place];
    if (key === 0) return;
    if (key === hash) {
      into.low |= slots[place + 1] as number;
      into.high |= slots[place + 2] as number;
      into.weight += weights[weightOf(place)] as number;
      return;
    }
    slot = (slot + 1) & mask;
  }
}

function longestWord(term: string): string {
  return term.split(/[\s\-'’]+/).reduce((a, b) => (b.length > a.length ? b : a));
}

export function hashOf(word: string, running: boolean): number {
  let hash = running ? word.length : wordSeed;
  for (let at = 0; at < word.length; at++) hash = step(hash, word.charCodeAt(at));
  return hash;
}

/** The hash of a word and one more letter. */
export function step(hash: number, code: number): number {
  return (Math.imul(hash, 31) + lowerCode(code)) | 0;
}

export function lowerCode(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code;
  return (code >= 0xc0 && code <= 0xde) || (code >= 0x410 && code <= 0x42f) ? code + 32 : code;
}
