import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createValueMeter, mostValues } from '../../crawler/json-values.ts';

test('no JSON text has more values than is counted before it is parsed', () => {
  fc.assert(
    fc.property(fc.json(), fc.boolean(), (compact, spread) => {
      const text = spread ? JSON.stringify(JSON.parse(compact), null, 2) : compact;
      assert.ok(mostValues(text, Number.POSITIVE_INFINITY) >= valuesIn(JSON.parse(text)));
    }),
  );
});

test('brackets and commas in strings are no values', () => {
  assert.equal(mostValues('["[,{\\"[,\\\\", 1, {"a,b": 2}]', 100), 5);
});

test('counting ends at what is too much, so that junk costs nothing', () => {
  assert.equal(mostValues('['.repeat(1_000), 10), 11);
});

test('a meter takes texts until together they have too many values', () => {
  const meter = createValueMeter(5);
  assert.equal(meter.takes('[1]'), true);
  assert.equal(meter.takes('[1, 2]'), true);
  assert.equal(meter.takes('1'), false);
});

function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, child) => sum + valuesIn(child), 1);
}
