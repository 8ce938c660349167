import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markDefinition } from '../../../site/data/marked-definition.ts';
import { cutSegments, markQuotes, shownText, showQuote } from '../../../site/data/marked-text.ts';

test('a quote is marked where it first stands', () => {
  const segments = markQuotes('It deletes what deletes.', [
    { quote: 'deletes', signal: 'deletion' },
  ]);
  assert.deepEqual(segments, [
    { text: 'It ', signals: [] },
    { text: 'deletes', signals: ['deletion'] },
    { text: ' what deletes.', signals: [] },
  ]);
});

test('overlapping quotes keep the signals of both', () => {
  const segments = markQuotes('delete all files', [
    { quote: 'delete all', signal: 'a' },
    { quote: 'all files', signal: 'b' },
  ]);
  assert.deepEqual(
    segments.map(({ text, signals }) => [text, signals.join('+')]),
    [
      ['delete ', 'a'],
      ['all', 'a+b'],
      [' files', 'b'],
    ],
  );
});

test('marking changes no text, whatever is quoted', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.record({ quote: fc.string({ maxLength: 3 }), signal: fc.string() })),
      (text, evidence) => {
        const joined = markQuotes(text, evidence)
          .map((segment) => segment.text)
          .join('');
        assert.equal(joined, text);
      },
    ),
  );
});

test('a cut text is a beginning of it', () => {
  const cut = cutSegments(
    [
      { text: 'abc', signals: [] },
      { text: 'def', signals: ['x'] },
    ],
    4,
  );
  assert.deepEqual(cut, [
    { text: 'abc', signals: [] },
    { text: 'd', signals: ['x'] },
  ]);
});

test('a marked definition is its JSON, whatever it holds', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (definition) => {
      const text = markDefinition(definition, [])
        .map((segment) => segment.text)
        .join('');
      assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(definition)));
    }),
  );
});

test('evidence is marked at its pointer, in values and in keys', () => {
  const definition = {
    name: 'x',
    inputSchema: { properties: { 'a/b': { description: 'Say "force"' } } },
  };
  const marked = markDefinition(definition, [
    { signal: 'value', pointer: '/inputSchema/properties/a~1b/description', quote: '"force"' },
    { signal: 'key', pointer: '/inputSchema/properties', quote: 'a/b' },
  ]).filter(({ signals }) => signals.length > 0);
  assert.deepEqual(marked, [
    { text: 'a/b', signals: ['key'] },
    { text: '\\"force\\"', signals: ['value'] },
  ]);
});

test('characters that are not seen have words beside them, and what they spell', () => {
  const tags = String.fromCodePoint(0xe0048, 0xe0069);
  assert.deepEqual(markQuotes(`One.${tags} Two\u200b\u200b.`, []), [
    { text: 'One.', signals: [] },
    { text: tags, signals: [], unseen: '[invisible text: “Hi”]' },
    { text: ' Two', signals: [] },
    { text: '\u200b\u200b', signals: [], unseen: '[invisible: U+200B ×2]' },
    { text: '.', signals: [] },
  ]);
  const turned = shownText(markQuotes('to \u202edne\u202c', []));
  assert.equal(turned, 'to [invisible: U+202E]dne[invisible: U+202C]');
  assert.equal(
    shownText(markQuotes('p\u0430y now', [])),
    'p\u0430y [looks like “pay”, has letters of another script] now',
  );
});

test('what writing needs is left alone', () => {
  for (const text of ['👩‍👩‍👧 می‌خواهم', 'naïve – “quoted”\ttext\r\n'])
    assert.equal(shownText(markQuotes(text, [])), text);
});

test('a quote that begins or ends within hidden text or a letter marks the whole of it', () => {
  const tags = String.fromCodePoint(0xe0048, 0xe0069);
  const quote = `${tags.slice(1)} b`;
  const segments = markQuotes(`a${tags} b`, [{ quote, signal: 's' }]);
  assert.deepEqual(
    segments.map(({ signals, unseen }) => [signals.join(), unseen]),
    [
      ['', undefined],
      ['s', '[invisible text: “Hi”]'],
      ['s', undefined],
    ],
  );
  assert.equal(shownText(showQuote(quote)), '[invisible text: “i”] b');
  assert.ok(shownText(showQuote('🙂'.slice(1) + 'x'.repeat(999))).isWellFormed());
});
