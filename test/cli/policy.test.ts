import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { validatePolicy } from '../../policy/validate.ts';
import { finished, startCli } from './run-cli.ts';

const root = mkdtempSync(join(tmpdir(), 'mcp-risk-policy-'));
const project = join(root, 'project');
mkdirSync(join(root, 'person', '.claude'), { recursive: true });
mkdirSync(project);
after(() => rmSync(root, { recursive: true, force: true, maxRetries: 3 }));

function mcpRisk(...args: string[]) {
  return finished(startCli(join(root, 'data'), args, { HOME: join(root, 'person') }, project));
}

test('the policy of a server is valid, and a broken one is refused with line and pointer', async () => {
  const { code, stdout } = await mcpRisk('policy', 'for', 'mcp-server-docker');
  assert.equal(code, 0);
  assert.deepEqual(validatePolicy(stdout).errors, []);
  const file = join(project, 'policy.json');
  writeFileSync(file, stdout.replace('"default": "deny"', '"default": "maybe"'));
  const broken = await mcpRisk('policy', 'validate', file);
  assert.equal(broken.code, 2);
  assert.match(broken.stdout, /policy\.json:3:\d+: \/default: /);
});

test('merging keeps what the user had, shows a diff and leaves a backup', async () => {
  const file = join(root, 'person', '.claude', 'settings.json');
  const before = '{\n  // mine\n  "permissions": { "allow": ["Bash(ls:*)"] }\n}\n';
  writeFileSync(file, before);
  const args = ['policy', 'for', 'mcp-server-docker', '--client', 'claude-code'];
  const dry = await mcpRisk(...args, '--dry-run');
  assert.equal(dry.code, 0, dry.stderr);
  assert.match(dry.stdout, /^\+.*mcp__docker__run_command/m);
  assert.equal(readFileSync(file, 'utf8'), before);

  assert.equal((await mcpRisk(...args, '--write')).code, 0);
  const merged = readFileSync(file, 'utf8');
  assert.match(merged, /\/\/ mine/);
  assert.match(merged, /Bash\(ls:\*\)/);
  assert.match(merged, /mcp__docker__run_command/);
  assert.equal(readFileSync(`${file}.bak`, 'utf8'), before);
  assert.match((await mcpRisk(...args, '--write')).stdout, /nothing to change/);
});

test('an unknown client or server is an error that says which there are', async () => {
  const client = await mcpRisk('policy', 'for', 'mcp-server-docker', '--client', 'x');
  assert.equal(client.code, 2);
  assert.match(client.stderr, /claude-code/);
  const server = await mcpRisk('policy', 'for', 'no-such-server');
  assert.equal(server.code, 2);
  assert.match(server.stderr, /mcp-risk search/);
});
