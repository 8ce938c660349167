import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { canonicalDefinition } from '../../../classifier/hash.ts';
import { countTokens } from '../../../site/data/tokens.ts';

test('a small definition counts like its canonical JSON', () => {
  const definition = { name: 'ping', inputSchema: { type: 'object' } };
  assert.equal(countTokens(definition), encode(canonicalDefinition(definition)).length);
});

test('text that looks like a special token is text', () => {
  assert.ok(countTokens({ name: '<|endoftext|>', inputSchema: {} }) > 5);
});

test('one unbroken run of a million letters is counted', () => {
  assert.ok(countTokens({ name: 'a'.repeat(1_000_000), inputSchema: {} }) > 50_000);
});
