import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ExampleTool } from '../../classifier/signal.ts';
import { signals } from '../../classifier/signals/index.ts';
import { readText, type Text } from '../../classifier/text.ts';

function read(tool: ExampleTool): Text {
  return readText({ inputSchema: {}, ...tool });
}

test('every signal of the label has its own file and is registered in the order of ids', () => {
  const ids = signals.map((signal) => signal.id);
  assert.deepEqual(ids, [...ids].sort());
  const files = new Set(readdirSync(join(import.meta.dirname, '../../classifier/signals')));
  for (const id of ids) assert.ok(files.has(`${id}.ts`), id);
});

for (const signal of signals) {
  test(`${signal.id} fires on its examples and quotes them`, () => {
    for (const { tool, quote } of signal.examples.fires) {
      const quotes = signal.find(read(tool)).map((evidence) => evidence.quote);
      assert.ok(quotes.includes(quote), `${tool.name}: ${JSON.stringify(quotes)}`);
    }
  });

  test(`${signal.id} is silent on its counter-examples`, () => {
    for (const tool of signal.examples.silent)
      assert.deepEqual(signal.find(read(tool)), [], tool.name);
  });
}
