import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Json } from '../../classifier/definition.ts';
import { holds } from '../../policy/condition.ts';
import { counterKey, evaluate } from '../../policy/evaluate.ts';
import { evaluateRequest } from '../../policy/evaluate-request.ts';
import { type Decision, decisions, type Operator } from '../../policy/policy.ts';
import { policyOf, rule } from './example.ts';
import { randomArguments, randomPolicy } from './random-policy.ts';

const closed = policyOf([rule('delete_item', { decision: 'deny' }), rule('list_items')], {
  default: 'deny',
});

function decisionOn(tool: string, args = {}): string {
  return evaluate(closed, { tool, arguments: args }).decision;
}

function answer(op: Operator, value: Json, actual?: Json): string {
  return holds({ path: 'args.x', op, value }, actual === undefined ? {} : { x: actual });
}

test('only the exact name of an allowed tool is allowed under the default deny', () => {
  assert.equal(decisionOn('list_items'), 'allow');
  const others = [
    'List_Items',
    'list_items ',
    'list_items\u0000',
    'list_items\u200b',
    'lіst_items',
    'list＿items',
    '__proto__',
    'constructor',
    'toString',
    '*',
    '',
  ];
  for (const name of others) assert.equal(decisionOn(name), 'deny', JSON.stringify(name));
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      fc.pre(name !== 'list_items');
      assert.equal(decisionOn(name), 'deny');
    }),
  );
});

test('under the default allow, a name that looks like a denied one is denied', () => {
  const open = policyOf([rule('delete_item', { decision: 'deny' })], { default: 'allow' });
  const look = [
    'DELETE_ITEM',
    'delete＿item',
    'delete_item\u200b',
    'Delete-Item',
    'de\u0301lete_item',
  ];
  for (const tool of look)
    assert.equal(evaluate(open, { tool, arguments: {} }).decision, 'deny', tool);
  assert.equal(evaluate(open, { tool: 'other', arguments: {} }).decision, 'allow');
});

test('a denied or hidden tool is denied with any arguments and history', () => {
  fc.assert(
    fc.property(randomPolicy(), randomArguments, (policy, args) => {
      for (const { tool, decision } of policy.rules) {
        if (decision !== 'deny' && decision !== 'hide') continue;
        const verdict = evaluate(policy, { tool, arguments: args }, { approved: new Set([tool]) });
        assert.equal(verdict.decision, decision);
      }
    }),
  );
});

test('more conditions never make a call milder', () => {
  fc.assert(
    fc.property(randomPolicy(), randomArguments, (policy, args) => {
      const bare = {
        ...policy,
        rules: policy.rules.map((one) => ({ ...one, require: [], denyIf: [] })),
      };
      for (const { tool } of policy.rules) {
        const call = { tool, arguments: args };
        const strict = evaluate(policy, call).decision;
        assert.ok(strict === 'deny' || strict === evaluate(bare, call).decision);
      }
    }),
  );
});

test('a condition judges only arguments of its type', () => {
  assert.equal(answer('lte', 100, 100), 'yes');
  assert.equal(answer('lte', 100, 101), 'no');
  for (const odd of [
    '5',
    '1e1',
    [5],
    { valueOf: 5 },
    null,
    true,
    Number.POSITIVE_INFINITY,
    Number.NaN,
  ]) {
    assert.equal(answer('lte', 100, odd), 'unknown', String(odd));
  }
  assert.equal(answer('eq', true, 'true'), 'unknown');
  assert.equal(answer('eq', 'a', ['a']), 'unknown');
  assert.equal(answer('in', ['delete'], ['delete']), 'unknown');
  assert.equal(answer('regex', '^a', ['a']), 'unknown');
  assert.equal(answer('contains', 'b', 'abc'), 'yes');
  assert.equal(answer('contains', 'b', ['a', 'b']), 'yes');
  assert.equal(answer('not_in', ['a'], 'b'), 'yes');
});

test('no condition holds of an argument that is not there, but exists false', () => {
  for (const op of ['eq', 'neq', 'lt', 'lte', 'gt', 'gte', 'regex', 'contains'] as const) {
    assert.equal(answer(op, 'x'), 'no', op);
  }
  assert.equal(answer('in', ['x']), 'no');
  assert.equal(answer('not_in', ['x']), 'no');
  assert.equal(answer('exists', true), 'no');
  assert.equal(answer('exists', false), 'yes');
  assert.equal(holds({ path: 'args.toString', op: 'exists', value: true }, {}), 'no');
  assert.equal(holds({ path: 'args.__proto__', op: 'exists', value: true }, {}), 'no');
  const args = JSON.parse('{"__proto__": {"amount": 1}}');
  assert.equal(holds({ path: 'args.amount', op: 'exists', value: true }, args), 'no');
});

test('a required condition refuses what is missing, negative, huge or of another type', () => {
  const amount = (op: Operator, value: number) => ({ path: 'args.amount', op, value });
  const pay = policyOf([rule('pay', { require: [amount('gte', 0), amount('lte', 100)] })]);
  const on = (args: Record<string, Json>) =>
    evaluate(pay, { tool: 'pay', arguments: args }).decision;
  assert.equal(on({ amount: 100 }), 'allow');
  for (const odd of [
    -1,
    101,
    1e308,
    Number.POSITIVE_INFINITY,
    Number.NaN,
    '5',
    [5],
    null,
    { amount: 5 },
  ]) {
    assert.equal(on({ amount: odd }), 'deny', String(odd));
  }
  assert.equal(on({}), 'deny');
  assert.equal(on({ Amount: 5 }), 'deny');
});

test('a group that cannot judge an argument denies', () => {
  const force = { path: 'args.force', op: 'eq', value: true } as const;
  const policy = policyOf([rule('x', { denyIf: [{ conditions: [force], message: 'no force' }] })]);
  const on = (args: Record<string, Json>) => evaluate(policy, { tool: 'x', arguments: args });
  assert.equal(on({}).decision, 'allow');
  assert.equal(on({ force: false }).decision, 'allow');
  for (const odd of [true, 'true', 1, [false], null])
    assert.equal(on({ force: odd }).decision, 'deny');
  assert.equal(on({ force: true }).reason, 'no force');
});

test('a rule that gives no reason is itself the reason', () => {
  const force = { path: 'args.force', op: 'eq', value: true } as const;
  const silent = (decision: Decision) =>
    rule(decision, { decision, because: '', denyIf: [{ conditions: [force], message: '' }] });
  const policy = policyOf(decisions.map(silent));
  const reasonOf = (tool: string, args = {}) => evaluate(policy, { tool, arguments: args }).reason;
  assert.deepEqual(
    decisions.map((tool) => reasonOf(tool)),
    ['Its rule allows it.', 'Its rule asks about it.', 'Its rule denies it.', 'Its rule hides it.'],
  );
  assert.equal(reasonOf('allow', { force: true }), 'Its rule denies such arguments.');
});

test('a limit counts calls by tool and for the whole server', () => {
  const calls = { counter: 'calls', window: 'hour', max: 2 } as const;
  const policy = policyOf([rule('a', { limits: [calls] }), rule('b')], {
    limits: [{ counter: 'all', window: 'day', max: 5 }],
    default: 'ask',
  });
  const first = evaluate(policy, { tool: 'a', arguments: {} });
  assert.equal(first.decision, 'allow');
  assert.equal(first.counters.length, 2);
  const own = new Map([[counterKey('a', calls), 2]]);
  assert.equal(evaluate(policy, { tool: 'a', arguments: {} }, { counts: own }).decision, 'deny');
  assert.equal(evaluate(policy, { tool: 'b', arguments: {} }, { counts: own }).decision, 'allow');
  const all = new Map([[counterKey(undefined, { counter: 'all', window: 'day', max: 5 }), 5]]);
  for (const tool of ['a', 'b', 'unknown']) {
    assert.equal(evaluate(policy, { tool, arguments: {} }, { counts: all }).decision, 'deny', tool);
  }
});

test('a limit or count that is no number denies', () => {
  for (const max of [Number.NaN, -1, 0]) {
    const policy = policyOf([rule('a', { limits: [{ counter: 'c', window: 'hour', max }] })]);
    assert.equal(evaluate(policy, { tool: 'a', arguments: {} }).decision, 'deny', String(max));
  }
  const limit = { counter: 'c', window: 'hour', max: 9 } as const;
  const counts = new Map([[counterKey('a', limit), Number.NaN]]);
  const policy = policyOf([rule('a', { limits: [limit] })]);
  assert.equal(evaluate(policy, { tool: 'a', arguments: {} }, { counts }).decision, 'deny');
});

test('a changed definition is never allowed', () => {
  const hash = 'a'.repeat(64);
  const policy = policyOf([rule('a', { definitionHash: hash })]);
  const call = { tool: 'a', arguments: {} };
  assert.equal(evaluate(policy, { ...call, definitionHash: hash }).decision, 'allow');
  const changed = { ...call, definitionHash: 'b'.repeat(64) };
  assert.equal(evaluate(policy, changed).decision, 'ask');
  assert.equal(evaluate({ ...policy, default: 'deny' }, changed).decision, 'deny');
  assert.equal(evaluate({ ...policy, default: 'allow' }, changed).decision, 'ask');
});

test('a yes holds for the session only where the rule says so', () => {
  const approved = new Set(['once', 'each']);
  const policy = policyOf([
    rule('once', { decision: 'ask', approval: 'session' }),
    rule('each', { decision: 'ask', approval: 'call' }),
  ]);
  assert.equal(evaluate(policy, { tool: 'once', arguments: {} }).decision, 'ask');
  assert.equal(evaluate(policy, { tool: 'once', arguments: {} }, { approved }).decision, 'allow');
  assert.equal(evaluate(policy, { tool: 'each', arguments: {} }, { approved }).decision, 'ask');
});

test('patterns are matched in linear time, and one that cannot be is refused', () => {
  const evil = { path: 'args.x', op: 'regex', value: '^(a+)+$' } as const;
  assert.equal(holds(evil, { x: `${'a'.repeat(50_000)}!` }), 'no');
  const back = { path: 'args.x', op: 'regex', value: '(a)\\1' } as const;
  assert.equal(holds(back, { x: 'aa' }), 'unknown');
});

function decisionsOn(text: string): string {
  return evaluateRequest(closed, text)
    .map(({ decision }) => decision)
    .join(' ');
}

function call(name: string, args: unknown = {}): object {
  return { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } };
}

test('each message of a batch has its verdict', () => {
  const batch = [call('list_items'), call('delete_item'), { jsonrpc: '2.0', method: 'tools/list' }];
  assert.equal(decisionsOn(JSON.stringify(batch)), 'allow deny allow');
  assert.equal(decisionsOn(JSON.stringify({ jsonrpc: '2.0', id: 1, result: {} })), 'allow');
  assert.equal(decisionsOn('[]'), 'deny');
  assert.equal(decisionsOn(JSON.stringify([[call('list_items')]])), 'deny');
});

test('a batch cannot go over a limit', () => {
  const policy = policyOf([rule('a', { limits: [{ counter: 'c', window: 'hour', max: 1 }] })]);
  const verdicts = evaluateRequest(policy, JSON.stringify([call('a'), call('a')]));
  assert.deepEqual(
    verdicts.map(({ decision }) => decision),
    ['allow', 'deny'],
  );
});

test('a text that two readers could read differently is denied', () => {
  const odd = [
    '{"method":"tools/call","params":{"name":"list_items","name":"delete_item"}}',
    '{"method":"tools/list","method":"tools/call","params":{"name":"delete_item"}}',
    '{"method":"tools/call","params":{"name":"list_items","arguments":{"x":1,"x":2}}}',
    '{"method":"Tools/Call","params":{"name":"list_items"}}',
    '{"method":"tools/call ","params":{"name":"list_items"}}',
    '{"method":"tools/call","params":{"name":["list_items"]}}',
    '{"method":"tools/call","params":{"name":"list_items","arguments":[]}}',
    '{"method":"tools/call","params":[]}',
    '{"method":["tools/call"]}',
    '{"__proto__":{"method":"tools/list"}}',
    '{"method":"tools/call", // x\n"params":{"name":"list_items"}}',
    '"tools/call"',
    '{',
    '',
    '['.repeat(100_000),
  ];
  for (const text of odd) assert.equal(decisionsOn(text), 'deny', text.slice(0, 80));
});
