import type { Capability, Operation, Risk } from '../../classifier/taxonomy.ts';
import { textHash } from '../data/text-hash.ts';

/**
 * The files below `search/`, all gzip:
 *
 * - `terms/<shard>.bin`: a `TermShard`; words that begin with the same three characters share one
 * - `postings/<shard>-<n>.bin`: postings of words of a shard, several to a file
 * - `common.bin`: JSON list of `CommonWord`, the most frequent words, to mend typing errors in the first letters
 * - `records/<n>.bin`: JSON list of `SearchRecord`, by document number
 * - `labels/<n>.bin`: what filters need, `labelBytes` for each of `labelsInFile` documents
 * - `filters.json` (plain): the values a filter can have, in the order of their numbers
 */
export interface TermShard {
  /** Sorted. */
  terms: [term: string, where: PostingsAt][];
  /** Prefixes whose longer words together have long postings, with their union. */
  prefixes: [prefix: string, where: PostingsAt][];
}

/** Small postings stand in the shard itself (hex); others in a file of the shard. */
export type PostingsAt = string | [file: number, offset: number, length: number];

/** A word with where its postings are, so that a mended one costs no further round trip. */
export type CommonWord = [term: string, where: PostingsAt];

export interface SearchRecord {
  server: string;
  name: string;
  path: string;
  operation: Operation | null;
  risk: Risk | null;
  /** What stands beside the label where the definition has warnings. */
  warned?: string;
  summary: string;
}

export interface FilterValues {
  operation: Operation[];
  risk: Risk[];
  capability: Capability[];
  warning: string[];
  registry: string[];
}

/** Fewest characters of a half word that is completed. */
export const shortestPrefix = 3;
export const recordsInFile = 16;
export const labelsInFile = 16_384;
/** Operation and risk (1 byte), capabilities (2), registry (1), warnings (4), each a column of the file. */
export const labelBytes = 8;

/** The shard of a word: words that begin with the same characters share it. Every shard has a file. */
export function shardOf(word: string, shards: number): number {
  return textHash([...word].slice(0, shortestPrefix).join('')) % shards;
}
