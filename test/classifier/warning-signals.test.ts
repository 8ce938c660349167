import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { attackPatterns } from '../../classifier/attacks.ts';
import { classify } from '../../classifier/classify.ts';
import type { ExampleTool } from '../../classifier/signal.ts';
import { readText } from '../../classifier/text.ts';
import type { WarningSignal } from '../../classifier/warning-signal.ts';
import { warningSignals } from '../../classifier/warning-signals.ts';

const folder = join(import.meta.dirname, '../../classifier/signals');

function quotes(signal: WarningSignal, example: ExampleTool): string[] {
  const tool = { inputSchema: {}, ...example };
  return signal.find(readText(tool), classify(tool)).map((evidence) => evidence.quote);
}

test('every warning has its own file and is registered in the order of ids', () => {
  const ids = warningSignals.map((signal) => signal.id);
  assert.deepEqual(ids, [...ids].sort());
  const files = new Set(readdirSync(folder));
  for (const id of ids) assert.ok(files.has(`${id}.ts`), id);
});

test('every warning maps to an OWASP MCP Top 10 id and to ATLAS techniques', () => {
  for (const { id, suggests } of warningSignals) {
    const { owasp, atlas } = suggests.warning;
    assert.ok(owasp.length > 0 && owasp.every((one) => /^MCP(?:0[1-9]|10):2025$/.test(one)), id);
    assert.ok(atlas.length > 0 && atlas.every((one) => /^AML\.T\d{4}(?:\.\d{3})?$/.test(one)), id);
  }
});

test('an attack pattern names signals that exist', () => {
  const ids = new Set([
    ...warningSignals.map((signal) => signal.id),
    'shadowed-name',
    'raised-risk',
  ]);
  for (const { id, signals } of attackPatterns)
    for (const signal of signals) assert.ok(ids.has(signal), `${id}: ${signal}`);
});

for (const signal of warningSignals) {
  test(`${signal.id} fires on its examples and quotes them`, () => {
    for (const { tool, quote } of signal.examples.fires) {
      const found = quotes(signal, tool);
      assert.ok(found.includes(quote), `${tool.name}: ${JSON.stringify(found)}`);
    }
  });

  test(`${signal.id} is silent on its counter-examples`, () => {
    for (const tool of signal.examples.silent)
      assert.deepEqual(quotes(signal, tool), [], `${tool.name}: ${tool.description}`);
  });
}
