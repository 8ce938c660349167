import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Classification } from '../../classifier/classification.ts';
import type { ToolDefinition } from '../../classifier/definition.ts';
import { clients } from '../../policy/clients/index.ts';
import { decisions, type Policy, postures } from '../../policy/policy.ts';
import { writePolicyJson } from '../../policy/policy-json.ts';
import { type ClassifiedTool, recommend } from '../../policy/recommend.ts';
import { validatePolicy } from '../../policy/validate.ts';
import { classified } from './example.ts';

interface Labelled {
  id: string;
  server: string;
  tool: ToolDefinition;
  label: Pick<Classification, 'operation' | 'risk' | 'capabilities'>;
}

function linesOf<T>(name: string): T[] {
  const text = readFileSync(new URL(`../../data/benchmark/${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line): T => JSON.parse(line));
}

/** The tools of each server of the benchmark, with the labels that people gave them. */
function labelledServers(): Map<string, Labelled[]> {
  const labels = new Map(
    linesOf<Labelled['label'] & { id: string }>('labels').map((label) => [label.id, label]),
  );
  const tools = linesOf<Omit<Labelled, 'label'>>('definitions').flatMap((line) => {
    const label = labels.get(line.id);
    return label ? [{ ...line, label }] : [];
  });
  return Map.groupBy(tools, ({ server }) => server);
}

function withLabel({ tool, label }: Labelled): ClassifiedTool {
  const { operation, risk, capabilities } = label;
  return { ...classified(tool.name, { operation, risk, capabilities }), definition: tool };
}

const servers = [...labelledServers()].map(([server, tools]) => ({
  server,
  tools,
  policies: postures.map((posture) => recommend(tools.map(withLabel), { server, posture })),
}));

function decisionIn(policy: Policy | undefined, tool: string): number {
  const found = policy?.rules.find((rule) => rule.tool === tool);
  assert.ok(found, tool);
  return decisions.indexOf(found.decision);
}

test('every policy of the benchmark is valid for the tools it was made for', () => {
  assert.ok(servers.length > 50);
  for (const { tools, policies } of servers) {
    for (const policy of policies) {
      const { errors } = validatePolicy(
        writePolicyJson(policy).text,
        tools.map(({ tool }) => tool),
      );
      assert.deepEqual(errors, []);
    }
  }
});

test('strict is never milder than balanced, nor balanced than permissive', () => {
  for (const { tools, policies } of servers) {
    const [strict, balanced, permissive] = policies;
    for (const { tool, id } of tools) {
      assert.ok(decisionIn(strict, tool.name) >= decisionIn(balanced, tool.name), id);
      assert.ok(decisionIn(balanced, tool.name) >= decisionIn(permissive, tool.name), id);
    }
  }
});

test('nothing of high or critical risk is allowed, and no write of more than scratch state unless permissive', () => {
  for (const { tools, policies } of servers) {
    for (const policy of policies) {
      for (const { tool, label, id } of tools) {
        const isAllowed = decisionIn(policy, tool.name) === 0;
        if (label.risk === 'high' || label.risk === 'critical') assert.ok(!isAllowed, id);
        const changes = label.operation !== 'read' && label.risk !== 'low';
        if (changes && policy.posture !== 'permissive') assert.ok(!isAllowed, id);
      }
    }
  }
});

test('no client allows with its file what the policy does not allow', () => {
  for (const { tools, policies } of servers) {
    for (const policy of policies.filter(({ posture }) => posture === 'balanced')) {
      for (const client of clients) {
        const { files } = client.writePolicy(policy, 'srv');
        const texts = files
          .filter(({ path }) => !path.includes('/hooks/'))
          .map((file) => file.contents);
        for (const { tool } of tools) {
          const found = client.today?.(texts, 'srv', { name: tool.name, inputSchema: {} });
          if (found?.decision !== 'allow' || texts.length === 0) continue;
          assert.equal(decisionIn(policy, tool.name), 0, `${client.id} ${tool.name}`);
        }
      }
    }
  }
});
