import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

  const written = await mcpRisk(...args, '--write');
  assert.equal(written.code, 0);
  assert.ok(written.stderr.includes(`${file}.bak is the former: it may hold credentials`));
  assert.equal(statSync(`${file}.bak`).mode & 0o777, 0o600);
  const merged = readFileSync(file, 'utf8');
  assert.match(merged, /\/\/ mine/);
  assert.match(merged, /Bash\(ls:\*\)/);
  assert.match(merged, /mcp__docker__run_command/);
  assert.equal(readFileSync(`${file}.bak`, 'utf8'), before);
  assert.match((await mcpRisk(...args, '--write')).stdout, /nothing to change/);
});

test('the hook that an earlier version wrote gives way to its successor, a hook of the user does not', async () => {
  const file = join(root, 'person', '.claude', 'settings.json');
  const entry = (command: string, more = {}) => ({
    matcher: 'mcp__docker__.*',
    hooks: [{ type: 'command', command, ...more }],
  });
  const earlier = 'node "$HOME/.claude/hooks/mcp-risk-docker.mjs"';
  const own = [entry('node "$HOME/.claude/hooks/mine.mjs"'), entry(earlier, { timeout: 5 })];
  const other = { ...entry(earlier), matcher: 'mcp__other__.*' };
  const before = { hooks: { PreToolUse: [own[0], entry(earlier), own[1], other] } };
  writeFileSync(file, JSON.stringify(before, null, 2));
  const args = ['policy', 'for', 'mcp-server-docker', '--client', 'claude-code', '--write'];
  const { code, stderr } = await mcpRisk(...args);
  assert.equal(code, 0, stderr);
  const { PreToolUse } = JSON.parse(readFileSync(file, 'utf8')).hooks;
  assert.deepEqual(PreToolUse.slice(0, -1), [...own, other]);
  assert.match(PreToolUse.at(-1).hooks[0].command, /CLAUDE_CONFIG_DIR.*mcp-risk-docker\.mjs/);
  assert.match((await mcpRisk(...args)).stdout, /nothing to change/);
});

function request(name: string, args: object): object {
  return { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } };
}

const callFile = join(project, 'call.json');

async function decided(policy: string, call: unknown): Promise<string[]> {
  writeFileSync(callFile, JSON.stringify(call));
  const { code, stdout, stderr } = await mcpRisk('policy', 'test', policy, callFile, '--json');
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout).map(({ decision }: { decision: string }) => decision);
}

test('with --within paths have to be given and to lie in the folder, and .. does not lead out', async () => {
  const args = ['policy', 'for', '@cyanheads/git-mcp-server', '--posture', 'permissive'];
  const { code, stdout, stderr } = await mcpRisk(...args, '--within', './wo.rk/x/..');
  assert.equal(code, 0, stderr);
  const policy = join(project, 'within.json');
  writeFileSync(policy, stdout);
  const folder = join(project, 'wo.rk');
  const outside = [
    ...[project, `${folder}2`, '/etc', '.', 'wo.rk', folder.replace('wo.rk', 'woork')],
    ...[`${folder}/..`, `${folder}/../x`, `${folder}/a/../../x`, `x${folder}`, `${folder}\\..\\x`],
  ];
  const inside = [folder, `${folder}/`, `${folder}/a..b/c`];
  const calls = [...inside, ...outside, [folder], undefined].map((path) =>
    request('git_status', { path }),
  );
  const answers = await decided(policy, calls);
  assert.equal(answers.length, calls.length);
  for (const [index, answer] of answers.entries()) {
    assert.equal(answer, index < inside.length ? 'allow' : 'deny', JSON.stringify(calls[index]));
  }
  const empty = await mcpRisk(...args, '--within', '');
  assert.equal(empty.code, 2);
});

test('policy test says what is decided about a call, a request or a batch, and why', async () => {
  const policy = join(project, 'docker.json');
  writeFileSync(policy, (await mcpRisk('policy', 'for', 'mcp-server-docker')).stdout);
  assert.deepEqual(await decided(policy, { name: 'run_command' }), ['ask']);
  assert.deepEqual(await decided(policy, request('run_command', {})), ['ask']);
  assert.deepEqual(await decided(policy, { method: 'tools/list' }), ['allow']);
  const batch = [request('run_command', {}), request('no such tool', {})];
  assert.deepEqual(await decided(policy, batch), ['ask', 'ask']);
  const { stdout } = await mcpRisk('policy', 'test', policy, callFile);
  assert.match(stdout, /^ask {4}run_command: One call can .*\nask {4}no such tool: No rule .*\n$/);
  const twice = '{"name":"a","name":"run_command","arguments":{}}';
  writeFileSync(callFile, twice);
  assert.match((await mcpRisk('policy', 'test', policy, callFile)).stdout, /^deny .* twice\.\n$/);
});

test('policy test reads a call from standard input too, and says of a rule without a reason what it does', async () => {
  const policy = join(project, 'own.json');
  const condition = { path: 'args.amount', op: 'lte', value: 100 };
  const tools = { refund: { require: [condition] } };
  writeFileSync(policy, JSON.stringify({ version: '1', default: 'deny', tools }));
  const asked = async (input: string) => {
    const args = ['policy', 'test', policy, '-'];
    return finished(startCli(join(root, 'data'), args, {}, project), input);
  };
  const on = async (amount: unknown) =>
    (await asked(JSON.stringify({ name: 'refund', arguments: { amount } }))).stdout;
  assert.equal(await on(50), 'allow  refund: Its rule allows it.\n');
  assert.match(await on('50'), /^deny .* args\.amount is text, a number is required\.\n$/);
  assert.match((await asked('{')).stderr, /standard input is no JSON/);
});

test('policy test refuses what is no policy or no call with code 2', async () => {
  const good = join(project, 'docker.json');
  const files = { 'no.json': 'x', 'list.json': '[]', 'text.json': '"x"', 'other.json': '{"a":1}' };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  const wrong: [args: string[], says: RegExp][] = [
    [[good], /which call\?/],
    [[good, join(project, 'absent.json')], /no such file/],
    [[join(project, 'other.json'), callFile], /other\.json:1:\d+: .* mcp-risk policy validate/],
    [[good, join(project, 'no.json')], /no\.json is no JSON/],
    [[good, join(project, 'list.json')], /holds no call/],
    [[good, join(project, 'text.json')], /holds no call/],
    [[good, join(project, 'other.json')], /holds no call/],
  ];
  const results = await Promise.all(wrong.map(([args]) => mcpRisk('policy', 'test', ...args)));
  for (const [index, { code, stderr, stdout }] of results.entries()) {
    assert.deepEqual([code, stdout], [2, ''], stderr);
    assert.match(stderr, wrong[index]?.[1] ?? /^$/);
  }
});

test('an unknown client or server is an error that says which there are', async () => {
  const client = await mcpRisk('policy', 'for', 'mcp-server-docker', '--client', 'x');
  assert.equal(client.code, 2);
  assert.match(client.stderr, /claude-code/);
  const server = await mcpRisk('policy', 'for', 'no-such-server');
  assert.equal(server.code, 2);
  assert.match(server.stderr, /mcp-risk search/);
});

test('with --json a failure is JSON too', async () => {
  for (const asked of [
    ['policy', 'for', 'no-such-server', '--json'],
    ['explain', 'no-such-server', 'x', '--json'],
    ['show', '--json', '--no-such-option'],
  ]) {
    const { code, stdout, stderr } = await mcpRisk(...asked);
    assert.equal(code, 2);
    const { error } = JSON.parse(stdout);
    assert.equal(error.code, 2);
    assert.ok(stderr.includes(error.message), `${stderr} / ${error.message}`);
  }
});

test('a client with several files is told how they are kept apart', async () => {
  const { stderr } = await mcpRisk('policy', 'for', 'mcp-server-docker', '--client', 'claude-code');
  assert.match(stderr, /^\d files: --write merges them into yours, --json names each$/m);
});

test('several files are told apart on standard output, and one stands there alone', async () => {
  const args = ['policy', 'for', 'mcp-server-docker', '--client'];
  const text = await mcpRisk(...args, 'claude-code');
  const json = await mcpRisk(...args, 'claude-code', '--json');
  const { files } = JSON.parse(json.stdout) as { files: { path: string; contents: string }[] };
  const parts = text.stdout.split(/^==> (.*) <==\n/m);
  assert.equal(parts.shift(), '');
  assert.deepEqual(
    parts.filter((_, index) => index % 2 === 0),
    files.map(({ path }) => path),
  );
  assert.deepEqual(
    parts.filter((_, index) => index % 2 === 1).map((part) => part.trimEnd()),
    files.map(({ contents }) => contents.trimEnd()),
  );
  const one = await mcpRisk(...args, 'codex');
  assert.match(one.stdout, /^\[/);
  assert.match(one.stderr, /^# ~\/\.codex\/config\.toml$/m);
});

test('the files of several servers are told apart by the names of the servers', async () => {
  const server = { command: 'npx', args: ['-y', 'chrome-devtools-mcp'] };
  const configuration = join(project, 'two.json');
  writeFileSync(
    configuration,
    JSON.stringify({ mcpServers: { one: server, 'two\u001bx': server } }),
  );
  const args = ['policy', 'for', configuration, '--catalog-only'];
  const { stdout } = await mcpRisk(...args, '--client', 'cursor-cli');
  assert.match(stdout, /^==> ~\/\.cursor\/cli-config\.json \(one\) <==\n\{/);
  assert.match(stdout, /^\n==> ~\/\.cursor\/cli-config\.json \(two x\) <==$/m);
  const plainPolicies = await mcpRisk(...args);
  assert.match(plainPolicies.stdout, /^==> policy\.json \(one\) <==\n\{/);
});

test('tools that the file of a client leaves out on purpose are told', async () => {
  const args = ['policy', 'for', 'mcp-server-docker', '--client', 'cursor-ide'];
  const told = /^left out on purpose, as Cursor.* asks about every tool .*: \w+/m;
  for (const way of [[], ['--dry-run']])
    assert.match((await mcpRisk(...args, ...way)).stderr, told);
  const { omitted } = JSON.parse((await mcpRisk(...args, '--json')).stdout);
  assert.ok(omitted.tools.length > 0);
});
