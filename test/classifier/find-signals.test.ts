import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ToolDefinition } from '../../classifier/definition.ts';
import { findSignals } from '../../classifier/find-signals.ts';
import { signals } from '../../classifier/signals/index.ts';
import { readText } from '../../classifier/text.ts';
import { triggersOf } from '../../classifier/triggers.ts';
import { term } from '../../classifier/vocabulary.ts';
import { readCorpus } from '../evaluate/corpus.ts';

/** What fires where every signal looks at every definition. */
function withoutConditions(tool: ToolDefinition): string[] {
  const text = readText(tool);
  return signals
    .filter((signal) => signal.status !== 'retired' && signal.find(text).length > 0)
    .map(({ id }) => id);
}

test('the conditions of signals hide nothing that would fire', () => {
  const examples = signals.flatMap(({ examples: { fires, silent } }) => [
    ...fires.map(({ tool }) => tool),
    ...silent,
  ]);
  const tools = [
    ...readCorpus().map(({ tool }) => tool),
    ...examples.map((example) => ({ inputSchema: {}, ...example })),
  ];
  for (const tool of tools) {
    const found = findSignals(readText(tool)).map(({ signal }) => signal.id);
    assert.deepEqual(found, withoutConditions(tool), tool.name);
  }
});

test('words that are joined in any way set off the lists of their parts, and leave nothing behind', () => {
  const marks = triggersOf([['delete'], ['email'], ['发*'], ['pay']]);
  for (const text of ['delete好email', "delete'email"]) {
    marks.clear();
    const word = term(text);
    marks.add(word);
    assert.deepEqual([...marks.marked], [text.includes('好') ? 0b111 : 0b011], text);
    assert.equal(word.triggers, undefined, text);
  }
});
