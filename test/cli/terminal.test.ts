import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonText, visible } from '../../cli/terminal.ts';

const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

test('JSON holds no character that acts on a terminal and reads back as it was', () => {
  const value = { '\u202e': 'a\u009b31m\u2028\u2066\u007f\u{e0041}\ud800' };
  assert.doesNotMatch(jsonText(value), unsafe);
  assert.deepEqual(JSON.parse(jsonText(value)), value);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.doesNotMatch(jsonText(text), unsafe);
      assert.equal(JSON.parse(jsonText(text)), text);
    }),
  );
});

test('a line of a file keeps its indentation and shows what it hides', () => {
  assert.equal(visible('\tname: a\u202eb\x1b[2J'), '  name: a·b·[2J');
});
