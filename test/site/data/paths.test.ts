import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { slug } from '../../../site/data/paths.ts';

const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({ unit: fc.constantFrom(...'aAbB/.~-_@ 8%\0\ud800é'), maxLength: 8 }),
);

test('ordinary names stay readable', () => {
  assert.equal(slug('delete_issue'), 'delete_issue');
  assert.equal(slug('@scope/name'), '@scope~name');
  assert.equal(slug('io.github.owner/name'), 'io.github.owner~name');
  assert.equal(slug('getIssue'), 'getIssue~~8');
});

test('a slug is one safe segment of a path and of an address', () => {
  fc.assert(
    fc.property(anyName, (name) => {
      const segment = slug(name);
      assert.match(segment, /^[a-zA-Z0-9@_][a-zA-Z0-9@._~-]*$/);
      assert.ok(segment.length <= 130);
      assert.doesNotMatch(segment, /\.$|^\.|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
      assert.equal(new URL(segment, 'http://x/').pathname, `/${segment}`);
    }),
  );
});

test('two names never share a slug, letter case ignored', () => {
  fc.assert(
    fc.property(anyName, anyName, (a, b) => {
      fc.pre(a !== b);
      assert.notEqual(slug(a).toLowerCase(), slug(b).toLowerCase());
    }),
    { numRuns: 2000 },
  );
});

for (const [a, b] of [
  ['getissue', 'getIssue'],
  ['a/1', 'A'],
  ['a~~1', 'A'],
  ['a//b', 'a/b'],
  ['con', 'CON'],
  ['x', 'x.json'],
  ['\ud800', '\ud801'],
  ['é', 'e\u0301'],
] as const) {
  test(`${JSON.stringify(a)} and ${JSON.stringify(b)} have slugs of their own`, () => {
    assert.notEqual(slug(a).toLowerCase(), slug(b).toLowerCase());
  });
}
