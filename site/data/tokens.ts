import { countTokens as count } from 'gpt-tokenizer/encoding/o200k_base';
import type { ToolDefinition } from '../../classifier/definition.ts';
import { canonicalDefinition } from '../../classifier/hash.ts';

/** The encoder needs time that grows with the square of one unbroken run, so a hostile run is cut. */
const longRun = /[\p{L}\p{M}]{300}|\s{300}|[^\s\p{L}\p{N}]{300}/u;
const longestCounted = 100_000;

/** Tokens of the canonical JSON: what the definition costs in a model's context, about. */
export function countTokens(definition: ToolDefinition): number {
  return countTextTokens(canonicalDefinition(definition));
}

/** Tokens in `o200k_base`. Beyond 100,000 characters the rest is counted like the beginning. */
export function countTextTokens(text: string): number {
  const counted = text.slice(0, longestCounted);
  const pieces = longRun.test(counted) ? (counted.match(/[\s\S]{1,100}/g) ?? []) : [counted];
  let tokens = 0;
  for (const piece of pieces) tokens += count(piece, { disallowedSpecial: new Set() });
  return Math.round((tokens * text.length) / Math.max(counted.length, 1));
}
