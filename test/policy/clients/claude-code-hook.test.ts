import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { claudeCode } from '../../../policy/clients/claude-code.ts';
import { evaluate } from '../../../policy/evaluate.ts';
import type { Policy } from '../../../policy/policy.ts';
import { policyOf, rule } from '../example.ts';
import { randomCall, randomPolicy } from '../random-policy.ts';

const folder = mkdtempSync(join(tmpdir(), 'claude-code-hook-'));
after(() => rmSync(folder, { recursive: true }));

/** Writes the hook with its policy, as a user has it below `~/.claude/hooks`. */
function install(policy: Policy, alias = 'srv'): string {
  const [, script, data] = claudeCode.writePolicy(policy, alias).files;
  assert.ok(script && data);
  const path = join(folder, script.path.split('/').at(-1) ?? '');
  writeFileSync(path, script.contents);
  writeFileSync(join(folder, data.path.split('/').at(-1) ?? ''), data.contents);
  return path;
}

function run(
  path: string,
  input: string,
): { permissionDecision?: string; permissionDecisionReason?: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path], {
    input,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return stdout === '' ? {} : JSON.parse(stdout).hookSpecificOutput;
}

function clientName(name: string): string {
  return `mcp__srv__${name.replace(/[^a-zA-Z0-9_-]/g, '_')}`;
}

test('the hook decides like the policy, and for its reason, on 1,000 random calls', async () => {
  const { decide } = await import(pathToFileURL(install(policyOf([]))).href);
  fc.assert(
    fc.property(randomPolicy(), randomCall, (policy, call) => {
      const document = JSON.parse(claudeCode.writePolicy(policy, 'srv').files[2]?.contents ?? '');
      const { decision, reason } = decide(document, clientName(call.tool), call.arguments);
      const verdict = evaluate(policy, call);
      assert.deepEqual([decision, reason], [verdict.decision, verdict.reason]);
    }),
    { numRuns: 1000 },
  );
});

test('the hook, started as Claude Code starts it, answers like the policy on 50 random calls', () => {
  const pairs = fc.sample(fc.tuple(randomPolicy(), randomCall), 50);
  for (const [policy, call] of pairs) {
    const input = JSON.stringify({ tool_name: clientName(call.tool), tool_input: call.arguments });
    const { decision } = evaluate(policy, call);
    const expected = { allow: undefined, ask: 'ask', deny: 'deny', hide: 'deny' }[decision];
    assert.equal(run(install(policy), input).permissionDecision, expected, input);
  }
});

test('what the hook cannot read is denied', () => {
  const path = install(policyOf([rule('a')]));
  for (const input of ['', '{', 'null', '[]', '{"tool_name":"mcp__srv__a","tool_input":"x"']) {
    assert.equal(run(path, input).permissionDecision, 'deny', input);
  }
  const odd = JSON.stringify({ tool_name: 'mcp__other__a', tool_input: {} });
  assert.equal(run(path, odd).permissionDecision, 'ask');
  writeFileSync(path.replace(/\.mjs$/, '.policy.json'), '{');
  const call = JSON.stringify({ tool_name: 'mcp__srv__a', tool_input: {} });
  assert.equal(run(path, call).permissionDecision, 'deny');
});

test('a pattern that would take exponential time in most engines is matched or denied', () => {
  const condition = { path: 'args.x', op: 'regex', value: '^(a+)+$' } as const;
  const path = install(policyOf([rule('a', { require: [condition] })]));
  const input = (x: string) => JSON.stringify({ tool_name: 'mcp__srv__a', tool_input: { x } });
  assert.equal(run(path, input(`${'a'.repeat(5000)}!`)).permissionDecision, 'deny');
  assert.equal(run(path, input('a'.repeat(5000))).permissionDecision, undefined);
});

test('the hook never answers allow, and says why it refuses', () => {
  const amount = { path: 'args.amount', op: 'lte', value: 100 } as const;
  const path = install(policyOf([rule('pay', { require: [amount] })]));
  const call = (value: number) =>
    run(path, JSON.stringify({ tool_name: 'mcp__srv__pay', tool_input: { amount: value } }));
  assert.deepEqual(call(5), {});
  assert.match(call(500).permissionDecisionReason ?? '', /args\.amount lte 100/);
});

test('tools that get one name in Claude Code share the stricter rule', () => {
  const policy = policyOf([rule('a.b'), rule('a_b', { decision: 'deny' })]);
  const { files, losses } = claudeCode.writePolicy(policy, 'srv');
  const { permissions } = JSON.parse(files[0]?.contents ?? '');
  assert.deepEqual(permissions, { allow: [], ask: [], deny: ['mcp__srv__a_b'] });
  assert.ok(losses.some(({ tool, instead }) => tool === 'a_b' && instead.includes('"a.b"')));
});
