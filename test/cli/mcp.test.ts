import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { classify } from '../../classifier/classify.ts';
import type { ToolDefinition } from '../../classifier/definition.ts';
import { projectRoot } from './run-cli.ts';

const run = promisify(execFile);
const home = mkdtempSync(join(tmpdir(), 'mcp-risk-mcp-'));
after(() => rmSync(home, { recursive: true, force: true, maxRetries: 3 }));

/** What the MCP Inspector's command line gets from `mcp-risk mcp`. */
async function inspect(...args: string[]) {
  const inspector = join(projectRoot, 'node_modules/.bin/mcp-inspector');
  const server = [process.execPath, join(projectRoot, 'cli/bin.js'), 'mcp'];
  const { stdout } = await run(process.execPath, [inspector, '--cli', ...server, ...args], {
    env: { ...process.env, MCP_RISK_HOME: home, DATABASE_URL: '' },
    timeout: 120_000,
    maxBuffer: 32 * 1024 * 1024,
  });
  return JSON.parse(stdout);
}

async function call(name: string, args: Record<string, string>) {
  const given = Object.entries(args).flatMap(([key, value]) => ['--tool-arg', `${key}=${value}`]);
  const result = await inspect('--method', 'tools/call', '--tool-name', name, ...given).catch(
    (error: { stdout: string }) => JSON.parse(error.stdout),
  );
  return { isError: result.isError === true, text: String(result.content[0].text) };
}

test('its own tools are read-only, say so, and are rated low by our own classifier', async () => {
  const { tools } = (await inspect('--method', 'tools/list')) as { tools: ToolDefinition[] };
  assert.deepEqual(tools.map(({ name }) => name).sort(), [
    'check_config',
    'explain_tool',
    'recommend_policy',
    'search_tools',
  ]);
  for (const tool of tools) {
    assert.equal(tool.annotations?.readOnlyHint, true);
    const { operation, risk, warnings } = classify(tool);
    assert.deepEqual([tool.name, operation, risk], [tool.name, 'read', 'low']);
    assert.deepEqual(warnings, []);
  }
});

test('a tool is found, explained and given a policy', async () => {
  const found = JSON.parse((await call('search_tools', { words: 'run_command docker' })).text);
  assert.equal(found[0].server, 'mcp-server-docker');
  const of = { server: 'mcp-server-docker' };
  const explained = JSON.parse((await call('explain_tool', { ...of, tool: 'run_command' })).text);
  assert.equal(explained.classification.risk, 'critical');
  const policy = JSON.parse((await call('recommend_policy', of)).text);
  assert.equal(policy.version, '1');
});

test('a configuration is checked without giving any of its values back', async () => {
  const config = `[mcp_servers.box]
command = "npx"
args = ["-y", "mcp-server-docker"]
env = { TOKEN = "planted-secret" }`;
  const { text } = await call('check_config', { config, client: 'codex' });
  assert.match(text, /run_command/);
  assert.doesNotMatch(text, /planted/);
});

test('of a configuration without measure, a part is checked and the rest counted', async () => {
  const entry = (n: number) => `[mcp_servers.s${n}]\ncommand = "npx"\nargs = ["x${n}"]\n`;
  const config = Array.from({ length: 203 }, (_, n) => entry(n)).join('');
  const { text } = await call('check_config', { config, client: 'codex' });
  const { findings, serversLeftOut } = JSON.parse(text);
  assert.equal(findings.length, 200);
  assert.equal(serversLeftOut, 3);
});

test('an unknown server and a text without servers are errors that say what is wrong', async () => {
  const empty = await call('check_config', { config: 'model = "x"', client: 'codex' });
  assert.ok(empty.isError);
  assert.match(empty.text, /config lists no MCP server/);
  const { isError, text } = await call('explain_tool', { server: 'no-such', tool: 'x' });
  assert.ok(isError);
  assert.match(text, /mcp-risk search/);
});
