import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../classifier/definition.ts';
import { postures } from '../../policy/policy.ts';
import { writePolicyJson } from '../../policy/policy-json.ts';
import { recommend } from '../../policy/recommend.ts';
import { validatePolicy } from '../../policy/validate.ts';
import { classified, destruction, policyOf, privateRead, read, rule, write } from './example.ts';

const tools = [
  classified('list', read),
  classified('find', privateRead, { path: { type: 'string' } }),
  classified('edit', write, { path: { type: 'string' }, force: { type: 'boolean' } }),
  classified('destroy', destruction),
  classified(
    'pay',
    { ...destruction, capabilities: ['moves-money'] },
    { amount: { type: 'number' } },
  ),
  classified('manage', destruction, { action: { type: 'string', enum: ['list', 'delete_all'] } }),
  classified('__proto__', read),
  classified('constructor', write),
];

test('what is written is valid and read back as it was, in every posture and on either side of a loss', () => {
  for (const posture of postures) {
    for (const onLoss of ['stricter', 'looser'] as const) {
      const policy = recommend(tools, { server: 'example', posture, within: '/home/me' });
      const { text } = writePolicyJson(policy, { onLoss });
      const read = validatePolicy(
        text,
        tools.map(({ definition }) => definition),
      );
      assert.deepEqual(read.errors, []);
      const byTool = (a: { tool: string }, b: { tool: string }) => (a.tool < b.tool ? -1 : 1);
      assert.deepEqual(read.policy?.rules.toSorted(byTool), policy.rules.toSorted(byTool));
      assert.deepEqual({ ...read.policy, rules: [] }, { ...policy, rules: [] });
    }
  }
});

/** The documented meaning of version 1, for a call without arguments. */
function version1Allows(document: JsonObject, tool: string): boolean {
  const hide = (document.hide ?? []) as string[];
  if (hide.includes('*') || hide.includes(tool)) return false;
  return Object.hasOwn(document.tools as JsonObject, tool) || document.default === 'allow';
}

test('a reader of version 1 denies what is asked about, or allows it by choice, and the loss says so', () => {
  const policy = policyOf([
    rule('a'),
    rule('b', { decision: 'ask' }),
    rule('c', { decision: 'deny' }),
    rule('d', { decision: 'hide' }),
  ]);
  const strict = writePolicyJson(policy);
  const loose = writePolicyJson(policy, { onLoss: 'looser' });
  const allowed = (text: string) =>
    ['a', 'b', 'c', 'd', 'unknown'].filter((tool) => version1Allows(JSON.parse(text), tool));
  assert.deepEqual(allowed(strict.text), ['a']);
  assert.deepEqual(allowed(loose.text), ['a', 'b']);
  assert.deepEqual(
    strict.losses.map(({ tool, instead }) => [tool, instead]),
    [
      ['b', 'a reader of version 1 denies it'],
      ['*', 'a reader of version 1 denies it'],
    ],
  );
  assert.equal(loose.losses[0]?.instead, 'a reader of version 1 allows it');
});

test('a tool named * never becomes a wildcard', () => {
  const { text, losses } = writePolicyJson(policyOf([rule('*'), rule('a')]));
  const document = JSON.parse(text);
  assert.equal(document.hide, undefined);
  assert.deepEqual(Object.keys(document.tools), ['a']);
  assert.ok(losses.some(({ wanted }) => wanted === 'allow the tool named "*"'));
});

test('only keys of version 1 stand outside our own key', () => {
  const policy = policyOf([rule('a', { limits: [{ counter: 'calls', window: 'day', max: 3 }] })], {
    limits: [{ counter: 'all', window: 'hour', max: 9 }],
  });
  const { 'x-mcp-risk': own, ...version1 } = JSON.parse(writePolicyJson(policy).text);
  assert.deepEqual(version1, {
    version: '1',
    default: 'deny',
    all_tools: { limits: [{ counter: 'all', window: 'hour', max: 9, scope: 'grant' }] },
    tools: { a: { limits: [{ counter: 'calls', window: 'day', max: 3, scope: 'grant' }] } },
  });
  assert.equal(own.server, 'example/server');
});

test('a file of somebody else in version 1 is read by its documented meaning', () => {
  const text = JSON.stringify({
    version: '1',
    default: 'allow',
    hide: ['secret'],
    tools: {
      charge: {
        deny_if: [{ conditions: [{ path: 'args.amount', op: 'gt', value: 5 }], on_deny: 'no' }],
      },
    },
  });
  const { policy } = validatePolicy(text);
  assert.equal(policy?.default, 'allow');
  assert.deepEqual(
    policy?.rules.map(({ tool, decision }) => [tool, decision]),
    [
      ['charge', 'allow'],
      ['secret', 'hide'],
    ],
  );
  assert.equal(policy?.rules[0]?.denyIf[0]?.message, 'no');
  const all = validatePolicy('{"version":"1","default":"allow","hide":["*"],"tools":{"a":{}}}');
  assert.equal(all.policy?.default, 'hide');
  assert.equal(all.policy?.rules[0]?.decision, 'hide');
});
