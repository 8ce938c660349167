import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ToolDefinition } from '../../../classifier/definition.ts';
import type { Client } from '../../../policy/client.ts';
import { claudeCode } from '../../../policy/clients/claude-code.ts';
import { codex } from '../../../policy/clients/codex.ts';
import { cursorCli } from '../../../policy/clients/cursor-cli.ts';
import { geminiCli } from '../../../policy/clients/gemini-cli.ts';
import { goose } from '../../../policy/clients/goose.ts';
import { kiro } from '../../../policy/clients/kiro.ts';
import { opencode } from '../../../policy/clients/opencode.ts';
import { vscode } from '../../../policy/clients/vscode.ts';

const plain: ToolDefinition = { name: 'tool', inputSchema: {} };
const saysRead: ToolDefinition = { ...plain, annotations: { readOnlyHint: true } };

function decisionOf(client: Client, files: string[], tool = plain): string | undefined {
  return client.today?.(files, 'srv', tool).decision;
}

function claude(permissions: object): string {
  return JSON.stringify({ permissions });
}

test('Claude Code: deny before ask before allow, whichever file says it', () => {
  const allow = claude({ allow: ['mcp__srv__tool'] });
  assert.equal(decisionOf(claudeCode, [allow]), 'allow');
  assert.equal(decisionOf(claudeCode, [claude({ deny: ['mcp__srv__tool'] }), allow]), 'deny');
  assert.equal(decisionOf(claudeCode, [claude({ ask: ['mcp__*'] }), allow]), 'ask');
  assert.equal(decisionOf(claudeCode, []), 'ask');
});

test('Claude Code: a whole server, wildcards behind its prefix, and rules that are skipped', () => {
  for (const rule of ['mcp__srv', 'mcp__srv__*', 'mcp__srv__to*']) {
    assert.equal(decisionOf(claudeCode, [claude({ allow: [rule] })]), 'allow', rule);
  }
  for (const rule of ['mcp__*', '*', 'mcp__sr', 'mcp__srv__tool(x:1)', 'mcp__srv__too']) {
    assert.equal(decisionOf(claudeCode, [claude({ allow: [rule] })]), 'ask', rule);
  }
  assert.equal(decisionOf(claudeCode, [claude({ deny: ['mcp__*'] })]), 'deny');
});

test('Claude Code: the mode counts where no rule does, the last file wins', () => {
  const bypass = claude({ defaultMode: 'bypassPermissions' });
  assert.equal(decisionOf(claudeCode, [bypass]), 'allow');
  assert.equal(decisionOf(claudeCode, [bypass, claude({ defaultMode: 'default' })]), 'ask');
  assert.equal(decisionOf(claudeCode, [claude({ defaultMode: 'dontAsk' })]), 'deny');
});

function codexToml(lines: string): string {
  return `[mcp_servers.srv]\ncommand = "x"\n${lines}\n`;
}

test('Codex: without a mode it believes the annotations', () => {
  assert.equal(decisionOf(codex, [codexToml('')]), 'ask');
  assert.equal(decisionOf(codex, [codexToml('')], saysRead), 'allow');
  const destructive = { ...plain, annotations: { readOnlyHint: true, destructiveHint: true } };
  // Codex 0.169.0 looks at readOnlyHint first.
  assert.equal(decisionOf(codex, [codexToml('')], destructive), 'allow');
  const harmless = { ...plain, annotations: { destructiveHint: false, openWorldHint: false } };
  assert.equal(decisionOf(codex, [codexToml('')], harmless), 'allow');
});

test('Codex: lists before modes, the mode of the tool before that of the server', () => {
  const approve = 'default_tools_approval_mode = "approve"';
  assert.equal(decisionOf(codex, [codexToml(approve)]), 'allow');
  assert.equal(decisionOf(codex, [codexToml(`${approve}\ndisabled_tools = ["tool"]`)]), 'deny');
  assert.equal(decisionOf(codex, [codexToml(`${approve}\nenabled_tools = ["other"]`)]), 'deny');
  const own = `${approve}\n[mcp_servers.srv.tools.tool]\napproval_mode = "prompt"`;
  assert.equal(decisionOf(codex, [codexToml(own)]), 'ask');
  const writes = codexToml('default_tools_approval_mode = "writes"');
  assert.equal(decisionOf(codex, [writes]), 'ask');
  assert.equal(decisionOf(codex, [writes], saysRead), 'allow');
});

test('Gemini CLI: settings hide or trust, then the rule of the highest priority counts', () => {
  const settings = (entry: object) => JSON.stringify({ mcpServers: { srv: entry } });
  assert.equal(decisionOf(geminiCli, [settings({ excludeTools: ['tool'] })]), 'hide');
  assert.equal(decisionOf(geminiCli, [settings({ includeTools: ['other'] })]), 'hide');
  assert.equal(decisionOf(geminiCli, [settings({ trust: true })]), 'allow');
  const mcp = (lists: object) => JSON.stringify({ mcp: lists });
  assert.equal(decisionOf(geminiCli, [mcp({ allowed: ['srv'] })]), 'allow');
  assert.equal(decisionOf(geminiCli, [mcp({ allowed: ['other'] })]), 'ask');
  assert.equal(decisionOf(geminiCli, [mcp({ allowed: ['srv'], excluded: ['srv'] })]), 'deny');
  const rule = (name: string, decision: string, priority: number) =>
    `[[rule]]\nmcpName = "srv"\ntoolName = "${name}"\ndecision = "${decision}"\npriority = ${priority}\n`;
  const rules = rule('*', 'allow', 10) + rule('tool', 'deny', 20);
  assert.equal(decisionOf(geminiCli, [settings({}), rules]), 'deny');
  assert.equal(decisionOf(geminiCli, [rules], { ...plain, name: 'other' }), 'allow');
  assert.equal(
    decisionOf(geminiCli, [settings({ trust: true }), rule('tool', 'deny', 201)]),
    'deny',
  );
  assert.equal(
    decisionOf(geminiCli, [settings({ trust: true }), rule('tool', 'deny', 199)]),
    'allow',
  );
  const planOnly = `${rule('tool', 'allow', 20)}modes = ["plan"]\n`;
  assert.equal(decisionOf(geminiCli, [planOnly]), 'ask');
  const annotated =
    '[[rule]]\ntoolName = "*"\nmcpName = "*"\ndecision = "allow"\npriority = 1\ntoolAnnotations = { readOnlyHint = true }\n';
  assert.equal(decisionOf(geminiCli, [annotated]), 'ask');
  assert.equal(decisionOf(geminiCli, [annotated], saysRead), 'allow');
});

test('Cursor: deny before allow, wildcards for server and tool', () => {
  const file = JSON.stringify({ permissions: { allow: ['Mcp(srv:*)'], deny: ['Mcp(*:tool)'] } });
  assert.equal(decisionOf(cursorCli, [file]), 'deny');
  assert.equal(decisionOf(cursorCli, [file], { ...plain, name: 'other' }), 'allow');
  assert.equal(decisionOf(cursorCli, ['{}']), 'ask');
});

test('VS Code: believes readOnlyHint unless the setting marks the tool', () => {
  assert.equal(decisionOf(vscode, ['{}']), 'ask');
  assert.equal(decisionOf(vscode, ['{}'], saysRead), 'allow');
  const marked =
    '{"chat.tools.eligibleForAutoApproval":{"tool":false},"chat.tools.global.autoApprove":true}';
  assert.equal(decisionOf(vscode, [marked], saysRead), 'ask');
  assert.equal(decisionOf(vscode, ['{"chat.tools.global.autoApprove":true}']), 'allow');
});

test('opencode: allows what nothing names, the last entry that fits counts', () => {
  assert.equal(decisionOf(opencode, ['{}']), 'allow');
  assert.equal(decisionOf(opencode, ['{"permission":"ask"}']), 'ask');
  assert.equal(decisionOf(opencode, ['{"permission":{"srv_*":"deny","srv_tool":"ask"}}']), 'ask');
  assert.equal(decisionOf(opencode, ['{"permission":{"srv_tool":"ask","srv_*":"deny"}}']), 'deny');
  assert.equal(decisionOf(opencode, ['{"tools":{"srv*":false}}']), 'deny');
});

test('Goose: the mode first, then the lists, then the annotation', () => {
  const lists = 'user:\n  always_allow: [srv__tool]\n  ask_before: []\n  never_allow: []\n';
  assert.equal(decisionOf(goose, ['GOOSE_MODE: auto', lists]), 'allow');
  assert.equal(decisionOf(goose, ['GOOSE_MODE: approve', lists]), 'allow');
  assert.equal(decisionOf(goose, ['GOOSE_MODE: approve']), 'ask');
  assert.equal(decisionOf(goose, ['GOOSE_MODE: approve'], saysRead), 'allow');
  assert.equal(decisionOf(goose, ['GOOSE_MODE: chat', lists]), 'deny');
});

test('Kiro: lists of the server entry, and * for all', () => {
  const entry = (lists: object) =>
    JSON.stringify({ mcpServers: { srv: { command: 'x', ...lists } } });
  assert.equal(decisionOf(kiro, [entry({ autoApprove: ['tool'] })]), 'allow');
  assert.equal(decisionOf(kiro, [entry({ autoApprove: ['*'] })]), 'allow');
  assert.equal(decisionOf(kiro, [entry({ autoApprove: ['*'], disabledTools: ['tool'] })]), 'deny');
  assert.equal(decisionOf(kiro, [entry({})]), 'ask');
});
