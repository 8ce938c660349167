import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '../../classifier/classify.ts';
import type { ExampleTool } from '../../classifier/signal.ts';
import { capabilityMeaning } from '../../classifier/taxonomy.ts';
import { domainTools } from './everyday-domains.ts';
import { everydayTools } from './everyday-tools.ts';
import { grave, languages } from './grave-cases.ts';
import { type HardCase, misleadingNames, nameStyles } from './hard-cases.ts';
import { notHidden } from './hidden-words.ts';
import { onlySpokenOf, otherSenses } from './mistaken-words.ts';

/** Every case that comes out otherwise is told, with what it came out as. */
function check(cases: HardCase[]): void {
  const wrong = cases.filter(({ tool, operation, risk, can = [], cannot = [] }) => {
    const label = classify({ inputSchema: {}, ...tool });
    return !(
      label.operation === operation &&
      [risk].flat().includes(label.risk) &&
      can.every((name) => label.capabilities.includes(name)) &&
      !cannot.some((name) => label.capabilities.includes(name))
    );
  });
  assert.deepEqual(
    wrong.map(({ tool }) => outcome(tool)),
    [],
  );
}

function outcome(tool: ExampleTool): string {
  const label = classify({ inputSchema: {}, ...tool });
  return `${tool.name} (${tool.description}): ${label.operation}, ${label.risk}, ${label.capabilities}`;
}

test('a misleading name does not decide', () => check(misleadingNames));
test('a name is read in every style', () => check(nameStyles));
test('money, code, messages and secrets come out grave', () => check(grave));
test('a description is read in the main languages', () => check(languages));
test('a grave word that is denied or only spoken of sets nothing', () => check(onlySpokenOf));
test('a word of another sense or language is not taken for a grave one', () => check(otherSenses));
test('a lighter word hides no grave act', () => check(notHidden));

test('tools as many servers have them are labelled by the rubric', () => {
  for (const { tool, operations, risk, can = [] } of everydayTools) {
    const label = classify({ inputSchema: {}, ...tool });
    assert.ok(operations.includes(label.operation), `${tool.name}: ${label.operation}`);
    assert.ok(risk.includes(label.risk), `${tool.name}: ${label.risk}`);
    for (const name of can)
      assert.ok(label.capabilities.includes(name), `${tool.name} can ${name}`);
  }
});

/** So many of the domain tools may come out wrong: another model of the same signals errs elsewhere. */
const slips = 12;

test('tools of many domains get no label that the rubric does not allow', () => {
  const wrong = domainTools.flatMap(({ tool, operations, risks, demanded, allowed }) => {
    const label = classify(tool);
    const missed = demanded.filter((name) => !label.capabilities.includes(name));
    const extra = label.capabilities.filter((name) => !allowed.includes(name));
    const right =
      operations.includes(label.operation) &&
      risks.includes(label.risk) &&
      missed.length + extra.length === 0;
    return right ? [] : [`${tool.name}: ${label.operation}, ${label.risk}, -${missed} +${extra}`];
  });
  assert.ok(wrong.length <= slips, wrong.join('\n'));
});

test('a definition that says nothing is not called harmless', () => {
  for (const tool of [
    { name: 'x' },
    { name: 'tool_17', description: '' },
    { name: 'frobnicate', description: 'Frobnicates the quux.' },
    { name: 'tool', inputSchema: { type: 'object', properties: { a: { type: 'string' } } } },
  ]) {
    const label = classify({ inputSchema: {}, ...tool });
    assert.equal(label.risk, 'medium', tool.name);
    assert.match(label.rationale, /^Nothing that is understood says what it does/);
    // What `--llm uncertain` asks about.
    assert.ok(label.confidence < 0.8, `${tool.name}: ${label.confidence}`);
  }
});

test('an escape sequence within a word hides no verb', () => {
  const label = classify({
    name: 'de\u001b[0mlete_file',
    description: 'De\u001b[31mletes a file',
    inputSchema: {},
  });
  assert.equal(label.operation, 'destructive');
});

test('badge, rationale and evidence say the same', () => {
  for (const { tool } of [...misleadingNames, ...nameStyles, ...grave, ...languages]) {
    const label = classify({ inputSchema: {}, ...tool });
    assert.ok(label.rationale.includes(`${label.risk} risk`), tool.name);
    for (const [name, meaning] of Object.entries(capabilityMeaning)) {
      const stated = label.capabilities.some((capability) => capability === name);
      assert.equal(label.rationale.includes(meaning), stated, `${tool.name}: ${name}`);
    }
  }
});

test('a hostile shape is judged without an error', () => {
  const deep: Record<string, unknown> = {};
  let at = deep;
  for (let depth = 0; depth < 5000; depth++) {
    const next = {};
    at.properties = { x: next };
    at = next;
  }
  const tools = [
    { name: '', inputSchema: {} },
    {
      name: '__proto__',
      inputSchema: { properties: JSON.parse('{"__proto__":{"type":"string"},"constructor":5}') },
    },
    { name: 'x'.repeat(100_000), description: 'delete '.repeat(50_000), inputSchema: {} },
    { name: 'deep', inputSchema: deep },
    { name: 'odd', description: 7, inputSchema: { properties: [1, null], enum: 'x', anyOf: {} } },
  ];
  for (const tool of tools) {
    const label = classify(tool as never, { definitionHash: '0' });
    assert.ok(label.confidence >= 0 && label.confidence <= 1);
  }
});
