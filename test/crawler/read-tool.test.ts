import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hashDefinition } from '../../classifier/hash.ts';
import { defaultLimits } from '../../crawler/limits.ts';
import { readTool } from '../../crawler/read-tool.ts';

const item = fc.record(
  {
    name: fc.oneof(fc.string(), fc.constantFrom('__proto__', '../x', ''), fc.anything()),
    title: fc.oneof(fc.string(), fc.constant(null), fc.anything()),
    description: fc.oneof(fc.string({ unit: 'binary' }), fc.anything()),
    inputSchema: fc.oneof(fc.object(), fc.anything()),
    annotations: fc.oneof(fc.object(), fc.constant(null)),
  },
  { requiredKeys: [] },
);
/** What JSON can carry over the wire, and the numbers that only JSON text can. */
const sent = fc.oneof(item, fc.jsonValue()).map((value) => {
  const text = JSON.stringify(value) ?? 'null';
  return JSON.parse(text.replace(/:0(?=[,}])/, ':1e999')) as unknown;
});

test('anything that was sent is either a definition that can be hashed, or a reason', () => {
  fc.assert(
    fc.property(sent, (value) => {
      const read = readTool(value, defaultLimits);
      if (typeof read === 'string') {
        assert.match(read, /^[\w ,+.-]+$/);
        return;
      }
      assert.match(hashDefinition(read), /^[0-9a-f]{64}$/);
    }),
    { numRuns: 500 },
  );
});

test('a number out of range is a reason wherever it stands', () => {
  const places = [
    '"inputSchema":{"default":1e999}',
    '"annotations":{"readOnlyHint":-1e999}',
    '"_meta":{"x":[1e999]}',
  ];
  for (const place of places) {
    const sentTool = JSON.parse(`{"name":"a","inputSchema":{},${place}}`);
    assert.equal(readTool(sentTool, defaultLimits), 'contains a number out of range', place);
  }
});

test('a definition keeps every key it was sent with', () => {
  const sentTool = JSON.parse('{"name":"a","inputSchema":{},"x-own":{"__proto__":1},"_meta":null}');
  assert.deepEqual(readTool(structuredClone(sentTool), defaultLimits), sentTool);
});

test('an optional field that is null counts as absent', () => {
  const tool = { name: 'a', title: null, description: null, annotations: null, inputSchema: {} };
  assert.deepEqual(readTool(tool, defaultLimits), { name: 'a', inputSchema: {} });
});
