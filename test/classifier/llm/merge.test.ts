import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Classification } from '../../../classifier/classification.ts';
import { floorOf } from '../../../classifier/decide.ts';
import { findSignals } from '../../../classifier/find-signals.ts';
import type { Answer } from '../../../classifier/llm/answer.ts';
import { mergeAnswer } from '../../../classifier/llm/merge.ts';
import { capabilities, operations, risks } from '../../../classifier/taxonomy.ts';
import { readText } from '../../../classifier/text.ts';
import { answer, own, plainTool, shellTool, steeringTool } from './tools.ts';

function merged(...args: Parameters<typeof mergeAnswer>): Classification {
  const result = mergeAnswer(...args);
  if ('dropped' in result) assert.fail(result.dropped);
  return result;
}

test('an answer to an uncertain label is taken, with its quotes as evidence and in the rationale', () => {
  const label = merged(
    plainTool,
    own(plainTool),
    answer({ operation: 'destructive', risk: 'high', capabilities: ['deletes-data'] }),
  );
  assert.equal(label.operation, 'destructive');
  assert.equal(label.risk, 'high');
  assert.deepEqual(label.capabilities, ['deletes-data']);
  assert.equal(label.decidedBy, 'llm');
  assert.deepEqual(label.evidence[0], {
    signal: 'second-opinion',
    pointer: '/description',
    quote: 'Tidies the shelf',
  });
  assert.match(label.rationale, /^It deletes.*high risk.*“Tidies the shelf”/);
});

test('an uncertain label may come down to the floor, not below it', () => {
  assert.equal(merged(plainTool, own(plainTool), answer({ operation: 'read' })).operation, 'read');
  const obedient = answer({
    operation: 'read',
    risk: 'low',
    quotes: [{ pointer: '/name', quote: 'run_shell_command' }],
  });
  const label = merged(
    shellTool,
    own(shellTool, { operation: 'destructive', risk: 'critical' }),
    obedient,
  );
  assert.equal(label.operation, 'destructive');
  assert.equal(label.risk, 'critical');
  assert.ok(label.capabilities.includes('executes-code'));
  assert.notEqual(label.decidedBy, 'llm');
  assert.ok(label.evidence.every(({ signal }) => signal !== 'second-opinion'));
});

test('what the rubric ties to a capability is raised, whatever else the answer says', () => {
  const tied = [
    ['executes-code', 'destructive', 'critical'],
    ['moves-money', 'destructive', 'critical'],
    ['deletes-data', 'destructive', 'high'],
    ['changes-access', 'write', 'high'],
    ['communicates', 'write', 'medium'],
    ['controls-systems', 'write', 'low'],
  ] as const;
  for (const [capability, ...expected] of tied) {
    const said = answer({ operation: 'write', risk: 'low', capabilities: [capability] });
    const label = merged(plainTool, own(plainTool), said);
    assert.deepEqual([label.operation, label.risk], expected, capability);
    assert.equal(label.decidedBy, 'llm');
  }
});

test('an answer that agrees with a label leaves it, also where the label stops short of the rubric', () => {
  const sure = own(plainTool, { confidence: 0.9, risk: 'high', capabilities: ['moves-money'] });
  const { operation, risk } = merged(plainTool, sure, answer());
  assert.deepEqual([operation, risk], ['write', 'high']);
  const graver = merged(plainTool, sure, answer({ operation: 'destructive', risk: 'high' }));
  assert.deepEqual([graver.operation, graver.risk], ['destructive', 'critical']);
});

test('a label that the classifier is sure of is raised, never lowered', () => {
  const sure = own(plainTool, { confidence: 0.9 });
  const lower = merged(plainTool, sure, answer({ operation: 'read', risk: 'low' }));
  assert.deepEqual([lower.operation, lower.risk, lower.decidedBy], ['write', 'medium', 'model']);
  const higher = merged(plainTool, sure, answer({ operation: 'destructive', risk: 'critical' }));
  assert.deepEqual([higher.operation, higher.risk], ['destructive', 'critical']);
});

test('a model that obeys a definition which steers it changes nothing to the better', () => {
  const label = own(steeringTool);
  assert.ok(label.warnings.some((warning) => warning.class === 'poisoning'));
  const obeyed = merged(steeringTool, label, answer({ operation: 'read', risk: 'low' }));
  assert.deepEqual([obeyed.operation, obeyed.risk], ['write', 'medium']);
  const signals = obeyed.warnings.map(({ signal }) => signal);
  for (const { signal } of label.warnings) assert.ok(signals.includes(signal), signal);
});

test('quotes must stand in the definition; a wrong pointer is put right', () => {
  const invented = answer({ quotes: [{ pointer: '/description', quote: 'wipes the shelf' }] });
  assert.deepEqual(mergeAnswer(plainTool, own(plainTool), invented), {
    dropped: 'a quote is not in the definition',
  });
  for (const quote of ['  ', '\n\n']) {
    assert.ok(
      'dropped' in
        mergeAnswer(plainTool, own(plainTool), answer({ quotes: [{ pointer: '', quote }] })),
    );
  }
  const label = merged(
    plainTool,
    own(plainTool),
    answer({ quotes: [{ pointer: '/__proto__/constructor', quote: 'tidy_shelf' }] }),
  );
  assert.equal(label.evidence[0]?.pointer, '/name');
});

test('an answer that contradicts itself is dropped', () => {
  for (const said of [
    { capabilities: ['deletes-data'] },
    { capabilities: ['controls-systems'] },
    { risk: 'critical' },
  ] satisfies Partial<Answer>[]) {
    const reading = answer({ operation: 'read', ...said });
    assert.deepEqual(mergeAnswer(plainTool, own(plainTool), reading), {
      dropped: 'the answer contradicts itself',
    });
  }
});

test('an answer that agrees makes surer than one that does not', () => {
  const agreeing = merged(plainTool, own(plainTool, { confidence: 0.9 }), answer());
  const doubting = merged(
    plainTool,
    own(plainTool, { confidence: 0.9 }),
    answer({ operation: 'read' }),
  );
  assert.equal(agreeing.operation, doubting.operation);
  assert.ok(agreeing.confidence > doubting.confidence);
});

test('whatever is answered, the floor and the warnings hold and the label does not contradict itself', () => {
  const tools = [plainTool, shellTool, steeringTool];
  const anyAnswer = fc.record({
    operation: fc.constantFrom(...operations),
    risk: fc.constantFrom(...risks),
    capabilities: fc.uniqueArray(fc.constantFrom(...capabilities)),
  });
  const anyLabel = fc.record({
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    operation: fc.constantFrom(...operations),
  });
  fc.assert(
    fc.property(fc.constantFrom(...tools), anyLabel, anyAnswer, (tool, parts, said) => {
      const before = own(tool, parts);
      const quotes = [{ pointer: '/name', quote: tool.name }];
      const after = mergeAnswer(tool, before, answer({ ...said, quotes }));
      if ('dropped' in after) return said.operation === 'read';
      const floor = floorOf(findSignals(readText(tool)));
      const can = new Set(after.capabilities);
      assert.ok(operations.indexOf(after.operation) >= operations.indexOf(floor.operation));
      assert.ok(risks.indexOf(after.risk) >= risks.indexOf(floor.risk));
      assert.ok(floor.capabilities.every((name) => can.has(name)));
      assert.ok(
        before.warnings.every(({ signal }) => after.warnings.some((w) => w.signal === signal)),
      );
      if (after.operation === 'read') {
        assert.ok([...can].every((name) => /^(reads-|ingests-|reaches-)/.test(name)));
        assert.notEqual(after.risk, 'critical');
      }
      if (can.has('executes-code') || can.has('moves-money')) assert.equal(after.risk, 'critical');
      if (can.has('deletes-data')) assert.equal(after.operation, 'destructive');
      if (after.operation === 'destructive' || can.has('changes-access')) {
        assert.ok(['high', 'critical'].includes(after.risk));
      }
      if (can.has('communicates')) assert.notEqual(after.risk, 'low');
      assert.ok(after.confidence >= 0 && after.confidence <= 1);
      return true;
    }),
    { numRuns: 300 },
  );
});
