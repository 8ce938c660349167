import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { classify } from '../../classifier/classify.ts';
import {
  agreesWith,
  applyOverride,
  type Override,
  readOverrides,
} from '../../classifier/overrides.ts';
import { own, plainTool, steeringTool } from './llm/tools.ts';

const override = {
  definitionHash: 'a'.repeat(64),
  label: { operation: 'destructive', risk: 'high', capabilities: ['deletes-data'] },
  reason: 'The maker says that tidying throws books away.',
  reviewer: 'a reviewer',
  date: '2026-01-02',
} as const;
const line = JSON.stringify(override);

function readOne(text: string): Override {
  const [override] = readOverrides(text).byHash.values();
  return override ?? assert.fail('no override in it');
}

test('the overrides that ship are valid', () => {
  const file = join(import.meta.dirname, '..', '..', 'data', 'overrides.jsonl');
  assert.deepEqual(readOverrides(readFileSync(file, 'utf8')).problems, []);
});

test('an override is found by the hash of its definition', () => {
  const { byHash, problems } = readOverrides(`${line}\n\n`);
  assert.deepEqual(problems, []);
  assert.deepEqual(byHash.get(override.definitionHash), override);
});

test('a byte order mark before the first line is no part of it', () => {
  const { byHash, problems } = readOverrides(`\uFEFF${line}\n\uFEFF${line}\n`);
  assert.equal(byHash.size, 1);
  assert.deepEqual(
    problems.map((problem) => [problem.line, problem.message]),
    [[2, 'is not JSON']],
  );
});

test('each mistake is named by line and pointer, and the other lines count', () => {
  const wrong = [
    '{"definitionHash"',
    JSON.stringify({ ...override, definitionHash: 'ABC' }),
    JSON.stringify({ ...override, label: { ...override.label, operation: 'harmless' } }),
    JSON.stringify({ ...override, reason: ' ' }),
    JSON.stringify({ ...override, date: 'yesterday' }),
    JSON.stringify({ ...override, reviewer: undefined }),
    JSON.stringify({ ...override, label: { ...override.label, capabilities: ['flies'] } }),
    line,
    line,
  ];
  const { byHash, problems } = readOverrides(wrong.join('\n'));
  assert.deepEqual(
    problems.map((problem) => [problem.line, problem.pointer]),
    [
      [1, ''],
      [2, '/definitionHash'],
      [3, '/label/operation'],
      [4, '/reason'],
      [5, '/date'],
      [6, '/reviewer'],
      [7, '/label/capabilities/0'],
      [9, '/definitionHash'],
    ],
  );
  assert.equal(byHash.size, 1);
});

test('a label that contradicts the rubric is refused, with what to change', () => {
  const refused = (label: Partial<Override['label']>) => {
    const whole = { ...override.label, ...label };
    const { byHash, problems } = readOverrides(
      `\n${JSON.stringify({ ...override, label: whole })}`,
    );
    assert.equal(byHash.size, problems.length === 0 ? 1 : 0);
    return problems.map(({ line, pointer, message }) => `${line} ${pointer} ${message}`);
  };
  assert.deepEqual(refused({ operation: 'read', capabilities: ['executes-code'] }), [
    '2 /label/operation is read, and what has executes-code is at least write: raise it, or take executes-code away',
  ]);
  assert.deepEqual(
    refused({ operation: 'write', risk: 'low', capabilities: ['deletes-data', 'moves-money'] }),
    [
      '2 /label/risk is low, and what has deletes-data is at least medium: raise it, or take deletes-data away',
      '2 /label/risk is low, and what has moves-money is at least high: raise it, or take moves-money away',
    ],
  );
  assert.deepEqual(refused({ operation: 'destructive', risk: 'low', capabilities: [] }), [
    '2 /label/risk is low, and what is destructive is at least medium: raise it, or lower the operation',
  ]);
  assert.deepEqual(refused({ operation: 'read', risk: 'critical', capabilities: [] }), [
    '2 /label/operation is read, and what is critical is at least write: raise it, or lower the risk',
  ]);
});

test('no label of the benchmark would be refused', () => {
  const folder = join(import.meta.dirname, '..', '..', 'data', 'benchmark');
  const files = readdirSync(folder, { recursive: true }).map(String);
  const lines = files
    .filter((file) => file.endsWith('labels.jsonl'))
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((text) => text !== '');
  assert.ok(lines.length > 4000);
  for (const text of lines) {
    const { id, operation, risk, capabilities } = JSON.parse(text);
    const label = { operation, risk, capabilities };
    assert.deepEqual(readOverrides(JSON.stringify({ ...override, label })).problems, [], id);
  }
});

test("a review's label stands with who set it, when and why", () => {
  const reviewed = readOne(line);
  const label = applyOverride(plainTool, own(plainTool), reviewed);
  assert.equal(label.decidedBy, 'override');
  assert.deepEqual(
    { operation: label.operation, risk: label.risk, capabilities: label.capabilities },
    override.label,
  );
  assert.match(
    label.rationale,
    /^Set by review of a reviewer on 2026-01-02: The maker says.*away\. It deletes.*high risk/,
  );
});

test('a review sets the label; what the definition tries stays a warning', () => {
  const reviewed = readOne(line);
  const label = applyOverride(steeringTool, classify(steeringTool), reviewed);
  assert.ok(label.warnings.some((warning) => warning.class === 'poisoning'));
});

test('the classifier agrees when it says the same, in any order of capabilities', () => {
  const label = {
    ...override.label,
    capabilities: ['communicates', 'deletes-data'],
  } as const;
  const reviewed = readOne(JSON.stringify({ ...override, label }));
  const same = own(plainTool, { ...label, capabilities: ['deletes-data', 'communicates'] });
  assert.ok(agreesWith(same, reviewed));
  assert.ok(!agreesWith({ ...same, risk: 'critical' }, reviewed));
  assert.ok(!agreesWith({ ...same, capabilities: ['deletes-data'] }, reviewed));
});
