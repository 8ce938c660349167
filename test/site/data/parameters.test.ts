import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '../../../classifier/definition.ts';
import { listParameters } from '../../../site/data/parameters.ts';

function parametersOf(inputSchema: JsonObject) {
  return listParameters({ name: 'x', inputSchema }, []);
}

test('nested parameters stand below their object with their whole path', () => {
  const rows = parametersOf({
    type: 'object',
    required: ['filter'],
    properties: {
      filter: { type: 'object', properties: { from: { type: ['string', 'null'] } } },
      files: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' } } } },
      state: { enum: ['open', 'closed'] },
    },
  });
  assert.deepEqual(
    rows.map(({ path, type, required }) => [path, type, required]),
    [
      ['filter', 'object', true],
      ['filter.from', 'string | null', false],
      ['files', 'object[]', false],
      ['files[].path', 'string', false],
      ['state', '"open" | "closed"', false],
    ],
  );
});

test('a parameter says which signals point into it', () => {
  const [row] = listParameters(
    { name: 'x', inputSchema: { properties: { force: { description: 'Skip the question' } } } },
    [
      { signal: 'of-name', pointer: '/inputSchema/properties', quote: 'force' },
      { signal: 'of-text', pointer: '/inputSchema/properties/force/description', quote: 'Skip' },
      { signal: 'elsewhere', pointer: '/description', quote: 'x' },
    ],
  );
  assert.deepEqual(row?.saw, ['of-name', 'of-text']);
  assert.deepEqual(row?.meaning[0], { text: 'Skip', signals: ['of-text'] });
});

test('no schema breaks the table', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (schema) => {
      parametersOf({ properties: { x: schema } } as JsonObject);
      parametersOf(schema as JsonObject);
    }),
  );
});

test('a schema as deep as a stack or as wide as a book ends', () => {
  let deep: JsonObject = { type: 'string' };
  for (let level = 0; level < 5_000; level++) deep = { type: 'array', items: deep };
  assert.equal(parametersOf({ properties: { deep } }).length, 1);
  const wide = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`p${index}`, {}]));
  assert.equal(parametersOf({ properties: wide }).length, 120);
});
