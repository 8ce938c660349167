import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanText } from '../../crawler/clean-text.ts';
import { lastWords } from '../../crawler/last-words.ts';

test('any text becomes one line of the given length without control or bidi characters', () => {
  const hostile = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(hostile, fc.integer({ min: 1, max: 200 }), (text, maxChars) => {
      const cleaned = cleanText(text, maxChars);
      assert.ok(cleaned.length <= maxChars);
      assert.ok(cleaned.isWellFormed());
      assert.doesNotMatch(cleaned, /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test('terminal escapes go with what they carry, words stay', () => {
  assert.equal(
    cleanText('\u001b]0;title\u0007a\u001b[31mb\u001b[0m\r\nc\u202e\u200bd', 50),
    'ab cd',
  );
});

test('given secrets and the home folder are hidden', () => {
  const text = `at ${homedir()}/x from http://mirror.example/npm/y`;
  const cleaned = cleanText(text, 100, ['http://mirror.example/npm/']);
  assert.equal(cleaned, 'at ~/x from ~y');
});

test('the last words are the last error, not the stack below it', () => {
  const stderr = [
    'Starting',
    'Error: first',
    "TypeError: Cannot read properties of undefined (reading 'x')",
    '    at main (/package/index.js:1:1)',
    '{',
    '}',
    '',
    'Node.js v24.0.0',
  ].join('\n');
  assert.match(lastWords(stderr), /^TypeError: Cannot read/);
  assert.equal(lastWords('one\ntwo\n'), 'two');
  assert.equal(lastWords(''), '');
});
