import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'smol-toml';
import type { Json } from '../../../classifier/definition.ts';
import { geminiCli } from '../../../policy/clients/gemini-cli.ts';
import { evaluate, type ToolCall } from '../../../policy/evaluate.ts';
import { policyOf, rule } from '../example.ts';
import { randomCall, randomPolicy } from '../random-policy.ts';

interface TomlRule {
  mcpName: string;
  toolName: string;
  argsPattern?: string;
  decision: string;
  priority: number;
}

/**
 * JSON with sorted keys, as packages/core/src/policy/stable-stringify.ts of Gemini CLI writes it.
 *
 * @param edge what stands around each argument: U+0000 in 0.61.0, nothing in older versions
 */
function stableJson(value: Json, edge = ''): string {
  if (Array.isArray(value)) return `[${value.map((item) => stableJson(item)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const texts = pairs.map(
    ([key, item]) => `${edge}${JSON.stringify(key)}:${stableJson(item)}${edge}`,
  );
  return `{${texts.join(',')}}`;
}

/** The same in every version of Gemini CLI. */
function decide(toml: string, alias: string, call: ToolCall): string {
  const [older, newer] = ['', '\0'].map((edge) => decideIn(toml, alias, call, edge));
  assert.equal(older, newer);
  return newer ?? '';
}

/** The documented way of the policy engine: the rule of the highest priority that matches. */
function decideIn(toml: string, alias: string, call: ToolCall, edge: string): string {
  const rules = (parse(toml).rule ?? []) as unknown as TomlRule[];
  const matching = rules.filter(
    (one) =>
      one.mcpName === alias &&
      (one.toolName === '*' || one.toolName === call.tool) &&
      (one.argsPattern === undefined ||
        new RegExp(one.argsPattern).test(stableJson(call.arguments, edge))),
  );
  const [first] = matching.toSorted((a, b) => b.priority - a.priority);
  return first?.decision ?? 'ask_user';
}

test('the rules decide like the policy on 1,000 random calls, or are stricter where a loss says so', () => {
  const policies = randomPolicy(['eq', 'neq', 'in', 'exists', 'regex']);
  fc.assert(
    fc.property(policies, randomCall, (policy, call) => {
      const { files, losses } = geminiCli.writePolicy(policy, 'my-server');
      const found = decide(files[0]?.contents ?? '', 'my-server', call);
      const { decision } = evaluate(policy, call);
      const wanted = { allow: 'allow', ask: 'ask_user', deny: 'deny', hide: 'deny' }[decision];
      if (losses.some(({ tool }) => tool === call.tool)) {
        assert.ok(found !== 'allow' || wanted === 'allow');
      } else {
        assert.equal(found, wanted, JSON.stringify({ policy, call }));
      }
    }),
    { numRuns: 1000 },
  );
});

test('argument checks become patterns where a pattern says the same', () => {
  const force = [
    { path: 'args.force', op: 'exists', value: true },
    { path: 'args.force', op: 'neq', value: false },
  ] as const;
  const policy = policyOf([
    rule('rm', { denyIf: [{ conditions: [...force], message: 'no force' }] }),
  ]);
  const { files, losses } = geminiCli.writePolicy(policy, 's');
  assert.deepEqual(losses, []);
  const on = (args: Record<string, Json>) =>
    decide(files[0]?.contents ?? '', 's', { tool: 'rm', arguments: args });
  assert.equal(on({}), 'allow');
  assert.equal(on({ force: false }), 'allow');
  assert.equal(on({ x: '"force":true' }), 'allow');
  for (const odd of [true, 'false', 0, null, [], {}]) assert.equal(on({ force: odd }), 'deny');
  assert.equal(on({ 'a\u2028\n': '\u2028\u2029', force: true }), 'deny');
});

test('every pattern passes the check of Gemini CLI for nested quantifiers and length', () => {
  const nested = /\([^)]*[*+?{].*\)[*+?{]/;
  fc.assert(
    fc.property(randomPolicy(['eq', 'neq', 'in', 'exists']), (policy) => {
      const rules = (parse(geminiCli.writePolicy(policy, 's').files[0]?.contents ?? '').rule ??
        []) as unknown as TomlRule[];
      for (const { argsPattern, priority } of rules) {
        assert.ok(Number.isInteger(priority) && priority >= 0 && priority <= 999);
        if (argsPattern !== undefined)
          assert.ok(!nested.test(argsPattern) && argsPattern.length <= 2048);
      }
    }),
  );
});

test('a server name that Gemini CLI would split is refused, with what to do', () => {
  const { files, losses } = geminiCli.writePolicy(policyOf([rule('a')]), 'my_server');
  assert.deepEqual(files, []);
  assert.match(losses[0]?.instead ?? '', /rename the server "my_server"/);
});

test('plan mode keeps what it forbids: there, the rules only deny', () => {
  const policy = policyOf([
    rule('a'),
    rule('b', { decision: 'ask' }),
    rule('c', { decision: 'deny' }),
  ]);
  const rules = parse(geminiCli.writePolicy(policy, 's').files[0]?.contents ?? '').rule;
  assert.ok(Array.isArray(rules));
  assert.deepEqual(
    (rules as { decision: string; modes?: string[] }[]).map(({ decision, modes }) => [
      decision,
      modes?.includes('plan') ?? true,
    ]),
    [
      ['allow', false],
      ['ask_user', false],
      ['deny', true],
      ['ask_user', false],
    ],
  );
});
