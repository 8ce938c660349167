import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedLabels, currentGolden, readGolden } from './golden.ts';

test('every label of the corpus is the accepted one', () => {
  const before = readGolden();
  const after = currentGolden();
  assert.deepEqual(
    changedLabels(before, after),
    [],
    'review the change, bump the version, run npm run golden',
  );
  assert.deepEqual(after.lines, before.lines);
  assert.equal(after.version, before.version);
});

test('a changed label is told from a new definition', () => {
  const before = { version: '1', lines: ['a\tread\tlow\t', 'b\tread\tlow\t'] };
  const after = { version: '1', lines: ['a\twrite\tlow\t', 'b\tread\tlow\t', 'c\tread\tlow\t'] };
  assert.deepEqual(changedLabels(before, after), ['a: read low  -> write low ']);
});
