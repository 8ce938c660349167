import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { evaluate as evaluateCel } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import type { Json, JsonObject } from '../../../classifier/definition.ts';
import { agentgatewayCel } from '../../../policy/clients/agentgateway-cel.ts';
import { dockerMcpGateway } from '../../../policy/clients/docker-mcp-gateway.ts';
import { opaRego } from '../../../policy/clients/opa-rego.ts';
import { toolhiveCedar } from '../../../policy/clients/toolhive-cedar.ts';
import { evaluate, type ToolCall } from '../../../policy/evaluate.ts';
import type { Loss, Policy } from '../../../policy/policy.ts';
import { policyOf, rule } from '../example.ts';
import { randomCall, randomPolicy } from '../random-policy.ts';
import { opaDisagrees } from './opa.ts';

const names = [
  'a',
  'a"b',
  "a'b",
  'a\\b',
  'a\nb',
  '*',
  'get_*',
  '__proto__',
  '\u202ex',
  'ü🙂',
  '{{a}}',
  '$(a)',
];

/**
 * A call that we allow is allowed unless a loss about its tool says otherwise; nothing else is.
 */
function assertSame(allowed: boolean, policy: Policy, call: ToolCall, losses: Loss[]): void {
  const expected = evaluate(policy, call).decision === 'allow';
  const isLost = losses.some(({ tool }) => tool === call.tool);
  assert.ok(allowed === expected || (isLost && !allowed), JSON.stringify({ policy, call, losses }));
}

function cedarAllows(contents: string, tool: string, args: JsonObject): boolean {
  const { cedar } = JSON.parse(contents);
  const resource = { type: 'Tool', id: tool };
  const attributes = Object.entries(args).flatMap(([name, value]) => {
    const converted = cedarValue(value);
    return converted === undefined ? [] : [[`arg_${name}`, converted] as const];
  });
  const answer = isAuthorized({
    principal: { type: 'Client', id: 'someone' },
    action: { type: 'Action', id: 'call_tool' },
    resource,
    context: {},
    policies: { staticPolicies: cedar.policies.join('\n') },
    entities: [{ uid: resource, attrs: Object.fromEntries(attributes), parents: [] }],
  });
  if (answer.type === 'failure') throw new Error(JSON.stringify(answer.errors));
  return answer.response.decision === 'allow';
}

/** Cedar has no fractions and no null: left out, as an attribute that is not there. */
function cedarValue(value: Json): Json | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  if (value === null) return undefined;
  if (Array.isArray(value)) return value.flatMap((item) => cedarValue(item) ?? []);
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value).flatMap(([key, item]) => {
    const converted = cedarValue(item);
    return converted === undefined ? [] : [[key, converted] as const];
  });
  return Object.fromEntries(entries);
}

function hasCedarValues(args: JsonObject): boolean {
  return Object.values(args).every((value) => cedarValue(value) !== undefined);
}

test('toolhive-cedar: Cedar itself decides like the policy on 1,000 random calls', () => {
  const policies = randomPolicy(['eq', 'neq', 'in', 'not_in', 'exists']);
  const calls = randomCall.filter((call) => hasCedarValues(call.arguments));
  fc.assert(
    fc.property(policies, calls, (policy, call) => {
      const { files, losses } = toolhiveCedar.writePolicy(policy, 'srv');
      const [file] = files;
      assert.ok(file);
      assertSame(cedarAllows(file.contents, call.tool, call.arguments), policy, call, losses);
    }),
    { numRuns: 1000 },
  );
});

test('toolhive-cedar: texts and booleans are checked, a value of another type is denied', () => {
  const policy = policyOf([
    rule('a', {
      require: [{ path: 'args.mode', op: 'in', value: ['x', 'a"b\n*'] }],
      denyIf: [{ conditions: [{ path: 'args.force', op: 'eq', value: true }], message: 'no' }],
    }),
  ]);
  const [file] = toolhiveCedar.writePolicy(policy, 'srv').files;
  const on = (args: JsonObject) => cedarAllows(file?.contents ?? '', 'a', args);
  assert.ok(on({ mode: 'x' }));
  assert.ok(on({ mode: 'a"b\n*', force: false }));
  for (const odd of [
    {},
    { mode: 'y' },
    { mode: 1 },
    { mode: ['x'] },
    { mode: 'x', force: true },
    { mode: 'x', force: 'true' },
  ]) {
    assert.ok(!on(odd), JSON.stringify(odd));
  }
});

test('toolhive-cedar: a denial that one condition cannot judge and another does not meet denies nothing', () => {
  const policy = policyOf([
    rule('a', {
      denyIf: [
        {
          conditions: [
            { path: 'args.amount', op: 'eq', value: false },
            { path: 'args.tags', op: 'neq', value: '' },
          ],
          message: 'no',
        },
      ],
    }),
  ]);
  const [file] = toolhiveCedar.writePolicy(policy, 'srv').files;
  for (const args of [{ amount: -1 }, { amount: -1, tags: 'x' }, { tags: '' }, { amount: false }]) {
    const expected = evaluate(policy, { tool: 'a', arguments: args }).decision === 'allow';
    assert.equal(cedarAllows(file?.contents ?? '', 'a', args), expected, JSON.stringify(args));
  }
});

test('toolhive-cedar: a hostile name permits exactly itself', () => {
  for (const name of names) {
    const [file] = toolhiveCedar.writePolicy(policyOf([rule(name)]), 'srv').files;
    assert.ok(file);
    for (const tool of [...names, 'b', 'get_secret']) {
      assert.equal(
        cedarAllows(file.contents, tool, {}),
        tool === name,
        JSON.stringify([name, tool]),
      );
    }
  }
});

function celAllows(contents: string, target: string, name: string): boolean {
  const { mcpAuthorization } = parseYaml(contents);
  return mcpAuthorization.rules.some(
    (text: string) => evaluateCel(text, { mcp: { tool: { target, name } } }) === true,
  );
}

test('agentgateway-cel: a CEL evaluator decides like the policy on 1,000 random calls', () => {
  fc.assert(
    fc.property(randomPolicy(), randomCall, (policy, call) => {
      const { files, losses } = agentgatewayCel.writePolicy(policy, 'srv');
      const [file] = files;
      assert.ok(file);
      assertSame(celAllows(file.contents, 'srv', call.tool), policy, call, losses);
      assert.ok(!celAllows(file.contents, 'other', call.tool));
    }),
    { numRuns: 1000 },
  );
});

test('agentgateway-cel: a hostile name allows exactly itself, on its own server', () => {
  for (const name of names) {
    const [file] = agentgatewayCel.writePolicy(policyOf([rule(name)]), name).files;
    assert.ok(file);
    for (const tool of [...names, 'b', 'get_secret']) {
      const allowed = celAllows(file.contents, name, tool);
      assert.equal(allowed, tool === name, JSON.stringify([name, tool]));
    }
  }
});

test('docker-mcp-gateway: the list holds exactly the allowed tools, and none is written when there are none', () => {
  const policy = policyOf([...names.map((name) => rule(name)), rule('no', { decision: 'ask' })]);
  const [file] = dockerMcpGateway.writePolicy(policy, 'srv').files;
  assert.deepEqual(parseYaml(file?.contents ?? '').tools, names);
  const closed = dockerMcpGateway.writePolicy(policyOf([rule('no', { decision: 'ask' })]), 'srv');
  assert.deepEqual(closed.files, []);
  assert.ok(closed.losses.some(({ instead }) => instead.includes('leave the server out')));
});

test('opa-rego: OPA itself decides like the policy on 1,000 random calls', async () => {
  const pairs = fc.sample(fc.tuple(randomPolicy(), randomCall), 1000);
  const samples = pairs.map(([policy, call]) => {
    const data = JSON.parse(opaRego.writePolicy(policy, 'srv').files[1]?.contents ?? '');
    return {
      input: call as unknown as Json,
      data: data.mcp_risk_policy,
      expected: evaluate(policy, call).decision,
    };
  });
  const hash = 'a'.repeat(64);
  for (const fallback of ['allow', 'ask', 'deny'] as const) {
    const policy = policyOf([rule('a', { definitionHash: hash })], { default: fallback });
    const call = { tool: 'a', arguments: {}, definitionHash: 'b'.repeat(64) };
    const data = JSON.parse(opaRego.writePolicy(policy, 'srv').files[1]?.contents ?? '');
    samples.push({
      input: call,
      data: data.mcp_risk_policy,
      expected: evaluate(policy, call).decision,
    });
  }
  const module = opaRego.writePolicy(policyOf([]), 'srv').files[0]?.contents ?? '';
  const disagreed = await opaDisagrees(module, samples);
  assert.deepEqual(
    disagreed.map((index) => samples[index]),
    [],
  );
  const wrong = samples.map((sample) => ({ ...sample, expected: 'never' }));
  assert.equal((await opaDisagrees(module, wrong)).length, samples.length);
});
