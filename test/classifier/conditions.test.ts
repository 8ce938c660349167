import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ToolDefinition } from '../../classifier/definition.ts';
import { findSignals } from '../../classifier/find-signals.ts';
import type { ExampleTool, Signal } from '../../classifier/signal.ts';
import { signals } from '../../classifier/signals/index.ts';
import { readText } from '../../classifier/text.ts';
import { patternsAsked } from './patterns-asked.ts';
import { stringsOf } from './strings-of.ts';

/** The patterns that a signal asks of its examples. */
function patternsOf({ find, examples }: Signal): RegExp[] {
  const tools = [...examples.fires.map(({ tool }) => tool), ...examples.silent];
  const texts = tools.map((tool) => readText({ inputSchema: {}, ...tool }));
  return patternsAsked(() => {
    for (const text of texts) find(text);
  });
}

/** An example that says this in its description, or is named so; another name has other verbs. */
function saying(said: string, example: ExampleTool, { where }: Signal): ToolDefinition[] {
  const tool = { inputSchema: {}, ...example };
  const tools = [
    { ...tool, description: `${said}.` },
    { ...tool, description: `${example.description ?? ''} It ${said} here.` },
    // Letters of scripts without spaces belong to the same word.
    { ...tool, description: `请${said}的🚨` },
  ];
  return where?.verbs === undefined ? [...tools, { ...tool, name: said }] : tools;
}

const conditional = signals.filter(({ status, where }) => status !== 'retired' && where?.words);

/** Signals that fired on a string made of their patterns. */
const reached = new Set<string>();

for (const signal of conditional) {
  test(`${signal.id} asks for a word of whatever its patterns match`, () => {
    const examples = signal.examples.fires.map(({ tool }) => tool);
    for (const pattern of patternsOf(signal)) {
      const said = [1, 2, 3].flatMap((seed) => stringsOf(pattern, seed));
      for (const tool of said.flatMap((it) =>
        examples.flatMap((tool) => saying(it, tool, signal)),
      )) {
        const text = readText(tool);
        if (signal.find(text).length === 0) continue;
        reached.add(signal.id);
        const found = findSignals(text).some((hit) => hit.signal === signal);
        assert.ok(found, `hidden: ${tool.name}: ${tool.description}`);
      }
    }
  });
}

test('every signal that has a pattern fires on a string made of it', () => {
  const silent = conditional.filter(({ id }) => !reached.has(id)).map(({ id }) => id);
  // It asks for words alone.
  assert.deepEqual(silent, ['browser-state']);
});

test('of a pattern a string is made for each alternative', () => {
  const pattern = /\b(?:an?|the) (?<!x)(?:file|(?:web )?pages?)(?! of)[.,]|no[^\w ]|\p{L}{3}\d+/u;
  const made = stringsOf(pattern, 1).filter((string) => pattern.test(string));
  for (const part of ['a ', 'an ', 'the ', 'file', 'web page', 'pages', '.', ',', 'no', 'xxx1'])
    assert.ok(
      made.some((string) => string.includes(part)),
      `${part}: ${made}`,
    );
});
