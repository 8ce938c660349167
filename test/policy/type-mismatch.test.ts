import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../../classifier/definition.ts';
import { evaluate } from '../../policy/evaluate.ts';
import type { Operator } from '../../policy/policy.ts';
import { policyOf, rule } from './example.ts';

test('a refusal for the type of an argument names the type that is required', () => {
  const reasonOf = (op: Operator, value: Json, args: Record<string, Json>, path = 'args.x') => {
    const policy = policyOf([rule('a', { require: [{ path, op, value }] })]);
    return evaluate(policy, { tool: 'a', arguments: args }).reason;
  };
  assert.equal(
    reasonOf('lte', 100, { x: '50' }),
    'The policy requires args.x lte 100: args.x is text, a number is required.',
  );
  assert.match(reasonOf('eq', true, { x: null }), /: args\.x is null, a boolean is required\.$/);
  assert.match(reasonOf('in', ['a', 1], { x: [] }), /is a list, text or a number is required\.$/);
  assert.match(reasonOf('contains', 'a', { x: 1 }), /is a number, text or a list is required\.$/);
  assert.match(reasonOf('regex', 'a', { x: {} }), /is an object, text is required\.$/);
  assert.match(
    reasonOf('lte', 1, { x: 'a' }, 'args.x.y'),
    /: args\.x is text, an object is required\.$/,
  );
  for (const [op, value, x] of [
    ['lte', 100, 500],
    ['lte', 100, Number.POSITIVE_INFINITY],
    ['eq', [1], 'a'],
    ['exists', false, 'a'],
  ] as const) {
    assert.match(reasonOf(op, value as Json, { x }), / (lte 100|eq \[1\]|exists false)\.$/);
  }
  assert.match(reasonOf('lte', 100, {}), / lte 100\.$/);
});
