import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markDefinition } from '../../../site/data/marked-definition.ts';
import { cutSegments, markQuotes } from '../../../site/data/marked-text.ts';

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
