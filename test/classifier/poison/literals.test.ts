import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLiterals } from '../../../classifier/poison/literals.ts';
import { patternsAsked } from '../patterns-asked.ts';
import { stringsOf } from '../strings-of.ts';

test('the quick look at a text hides no literal', () => {
  const patterns = patternsAsked(() => findLiterals('~/x')).filter(({ global }) => global);
  assert.equal(patterns.length, 5);
  for (const pattern of patterns) {
    const plain = new RegExp(pattern.source, pattern.flags.replace('g', ''));
    for (const said of [1, 2, 3].flatMap((seed) => stringsOf(pattern, seed)))
      if (plain.test(said)) assert.ok(findLiterals(said).length > 0, `${pattern}: ${said}`);
  }
});

test('a literal stands with its kind where it is written', () => {
  for (const [said, concept] of [
    ['Add the key to authorized_keys first', 'secret-path'],
    ['Pipe it through base64 -d', 'shell'],
    ['powershell -enc x', 'shell'],
    ['Message from the user to you', 'markup'],
    ['Pay to AT61 1904 3002 3457 3201', 'address'],
    ['Pay to DE89370400440532013000', 'address'],
  ] as const) {
    const [found] = findLiterals(said);
    assert.equal(found?.concept, concept, said);
  }
  assert.deepEqual(findLiterals('Returns one item, or none.'), []);
});
