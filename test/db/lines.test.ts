import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readLines } from '../../db/lines.ts';

const linesOf = (chunks: Uint8Array[], longest?: number) =>
  Array.fromAsync(readLines(Readable.from(chunks), longest));

describe('lines of a stream', () => {
  test('are what stands between line feeds, wherever the stream is cut', async () => {
    const text = fc.array(fc.constantFrom('a', 'ä', '😀', '\u2028', '\r', '\0', ''), {
      maxLength: 6,
    });
    const lines = fc.array(
      text.map((parts) => parts.join('')),
      { maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 7 }), async (given, size) => {
        const bytes = Buffer.from(given.map((line) => `${line}\n`).join(''));
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
          bytes.subarray(n * size, (n + 1) * size),
        );
        assert.deepEqual(await linesOf(chunks), given);
      }),
    );
  });

  test('need no end at the end', async () => {
    assert.deepEqual(await linesOf([Buffer.from('a\nb')]), ['a', 'b']);
    assert.deepEqual(await linesOf([]), []);
  });

  test('begin after a byte order mark, wherever it is cut', async () => {
    const bytes = Buffer.from('\uFEFFa\n\uFEFFb');
    for (const size of [1, 2, 3, 20]) {
      const chunks = [bytes.subarray(0, size), bytes.subarray(size)];
      assert.deepEqual(await linesOf(chunks), ['a', '\uFEFFb']);
    }
  });

  test('that are too long are left out one by one', async () => {
    const chunks = ['aa', 'aa', 'a\nbbbb\n', 'ccccc\nd'].map((text) => Buffer.from(text));
    assert.deepEqual(await linesOf(chunks, 4), [undefined, 'bbbb', undefined, 'd']);
  });
});
