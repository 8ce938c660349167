import assert from 'node:assert/strict';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { ToolDefinition } from '../../../classifier/definition.ts';
import { lockServer } from '../../../cli/lock-file.ts';
import { finished, startCli } from '../run-cli.ts';

// The schema is OASIS's, as the npm package @microsoft/jest-sarif 1.0.0-beta.0 (MIT) ships it.
const sarifSchema = join(import.meta.dirname, 'sarif-2.1.0.schema.json');
const root = mkdtempSync(join(tmpdir(), 'mcp-risk-scan-'));
const home = join(root, 'data');
const person = join(root, 'person');
const project = join(root, 'project');
const planted = Array.from({ length: 8 }, (_, index) => `planted-Secret-${index}-4f9a1c77be`);

const configuration = {
  mcpServers: {
    everything: {
      command: 'npx',
      args: ['-y', '@modelcontextprotocol/server-everything', `--api-key=${planted[0]}`],
      env: { SERVICE_TOKEN: planted[1], OTHER: planted[2] },
    },
    shell: {
      command: 'npx',
      args: ['-y', 'mcp-server-docker', '--token', planted[3]],
    },
    remote: {
      type: 'http',
      url: `https://user:${planted[4]}@example.invalid/${planted[5]}/mcp?key=${planted[6]}`,
      headers: { Authorization: `Bearer ${planted[7]}` },
    },
  },
};

async function mcpRisk(...args: string[]) {
  const child = startCli(home, args, { HOME: person }, project);
  return finished(child);
}

before(() => {
  for (const folder of [home, person, project]) mkdirSync(folder, { recursive: true });
  const text = JSON.stringify(configuration, null, 2);
  writeFileSync(join(project, '.mcp.json'), text);
  mkdirSync(join(person, '.cursor'));
  writeFileSync(join(person, '.cursor', 'mcp.json'), text);
});

after(() => rmSync(root, { recursive: true, force: true, maxRetries: 3 }));

test('every client of this person is found, and nothing is started without consent', async () => {
  const { code, stderr } = await mcpRisk('scan');
  assert.equal(code, 2);
  assert.match(stderr, /--yes to agree, or --catalog-only/);
  assert.match(stderr, /start npm package @modelcontextprotocol\/server-everything/);
});

test('the catalog answers without starting anything; what it does not know is not inspected', async () => {
  const { code, stdout } = await mcpRisk('scan', '--catalog-only', '--json');
  const report = JSON.parse(stdout);
  const clients = new Set(
    report.servers.map(({ place }: { place: { client: string } }) => place.client),
  );
  assert.deepEqual([...clients].sort(), ['claude-code', 'cursor-ide']);
  const shell = report.servers.find(({ alias }: { alias: string }) => alias === 'shell');
  assert.equal(shell.tools[0].classification.risk, 'critical');
  const remote = report.servers.find(({ alias }: { alias: string }) => alias === 'remote');
  assert.equal(remote.inspection.kind, 'skipped');
  assert.match(remote.inspection.detail, /does not know a server at this address/);
  assert.equal(code, 3, 'a server that was not inspected is not fine');
});

test('a server that could not be looked at is counted apart, and has no policy', async () => {
  const { stdout } = await mcpRisk('scan', '--catalog-only');
  assert.match(stdout, /^findings: .* 4 low$/m);
  assert.match(stdout, /^not inspected: \d+ of \d+ servers/m);
  const file = join(project, 'unknown.json');
  const servers = { remote: { url: 'https://nobody-knows.example/mcp' } };
  writeFileSync(file, JSON.stringify({ mcpServers: servers }));
  const none = await mcpRisk('policy', 'for', file, '--catalog-only', '--json');
  assert.equal(none.code, 3);
  const { alias, policy, inspection } = JSON.parse(none.stdout);
  assert.deepEqual([alias, policy, inspection.kind], ['remote', null, 'skipped']);
  const asked = ['scan', file, '--catalog-only', '--fail-on', 'low'];
  const scanned = await mcpRisk(...asked, '--json');
  assert.equal(scanned.code, 3, 'unknown is no risk that --fail-on asks about');
  const { findings } = JSON.parse(scanned.stdout);
  assert.deepEqual(
    findings.map(({ rule, severity }: { rule: string; severity: string }) => [rule, severity]),
    [['not-inspected', 'unknown']],
  );
  const sarif = JSON.parse((await mcpRisk(...asked, '--sarif', '-')).stdout);
  const [{ tool, results }] = sarif.runs;
  assert.match(results[0].message.text, /^remote was not inspected/);
  assert.equal(results[0].level, 'note');
  assert.equal(results[0].rank, undefined);
  assert.equal(results[0].properties, undefined);
  assert.equal(tool.driver.rules[0].properties['security-severity'], undefined);
});

test('--fail-on fails, and a baseline leaves only what is new', async () => {
  const failing = await mcpRisk(
    'scan',
    '.mcp.json',
    '--catalog-only',
    '--fail-on',
    'critical',
    '--json',
  );
  assert.equal(failing.code, 1);
  const baseline = join(project, 'baseline.json');
  writeFileSync(baseline, failing.stdout);
  const known = await mcpRisk(
    'scan',
    '.mcp.json',
    '--catalog-only',
    '--fail-on',
    'low',
    '--baseline',
    baseline,
  );
  assert.equal(known.code, 3, known.stdout);
  const wrong = await mcpRisk(
    'scan',
    '.mcp.json',
    '--catalog-only',
    '--baseline',
    join(project, '.mcp.json'),
  );
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /\/findings is missing/);
});

test('a baseline that is no report is refused with its place', async () => {
  const file = join(project, 'no-baseline.json');
  for (const [text, said] of [
    ['{"findings":', /no-baseline\.json: line 1, column 13/],
    ['{}', /\/findings is missing/],
    ['{"findings":[null]}', /\/findings\/0\/id is no text/],
  ] as const) {
    writeFileSync(file, text);
    const { code, stderr } = await mcpRisk('scan', '--catalog-only', '--baseline', file);
    assert.equal(code, 2);
    assert.match(stderr, said);
  }
});

test('SARIF is valid and points at the line of the configuration', async () => {
  await mcpRisk('scan', '.mcp.json', '--catalog-only', '--sarif', 'found.sarif');
  const sarif = JSON.parse(readFileSync(join(project, 'found.sarif'), 'utf8'));
  const ajv = new AjvDraft04.default({ strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(sarifSchema, 'utf8')));
  assert.equal(validate(sarif), true, ajv.errorsText(validate.errors));
  const [run] = sarif.runs;
  const shell = run.results.find(({ message }: { message: { text: string } }) =>
    message.text.startsWith('shell ▸ run_command: '),
  );
  assert.equal(shell.level, 'error');
  assert.equal(shell.rank, 95);
  assert.deepEqual(shell.properties, { 'security-severity': '9.5' });
  const { artifactLocation, region } = shell.locations[0].physicalLocation;
  assert.equal(artifactLocation.uri, '.mcp.json');
  const line = readFileSync(join(project, '.mcp.json'), 'utf8').split('\n')[region.startLine - 1];
  assert.match(line ?? '', /"shell"/);
});

test('a live scan lists a real server in the sandbox', async () => {
  const { command, env } = configuration.mcpServers.everything;
  const args = ['-y', '@modelcontextprotocol/server-everything'];
  const only = { mcpServers: { everything: { command, args, env } } };
  const file = join(project, 'live.json');
  writeFileSync(file, JSON.stringify(only));
  const { code, stdout, stderr } = await mcpRisk('scan', file, '--yes', '--json');
  assert.equal(code, 0, stderr + stdout);
  const [server] = JSON.parse(stdout).servers;
  assert.equal(server.inspection.kind, 'listed');
  assert.equal(server.inspection.source, 'live');
  assert.ok(server.tools.length >= 10);
  assertNoSecret(stdout + stderr, 'output');
});

test('what two clients configure alike is looked at once', async () => {
  const starts = join(project, 'starts.txt');
  const script = `require('node:fs').appendFileSync(${JSON.stringify(starts)}, 'x')`;
  const servers = { mine: { command: process.execPath, args: ['-e', script] } };
  const files = ['one.json', 'two.json'].map((name) => join(project, name));
  for (const file of files) writeFileSync(file, JSON.stringify({ mcpServers: servers }));
  const { stdout } = await mcpRisk('scan', ...files, '--yes', '--allow-unsandboxed', '--json');
  const kinds = JSON.parse(stdout).servers.map(
    ({ inspection }: { inspection: { kind: string } }) => inspection.kind,
  );
  assert.deepEqual(kinds, ['failed', 'failed']);
  // A server that ends at once is started again with the older protocol.
  assert.equal(readFileSync(starts, 'utf8'), 'xx');
});

test('no planted secret is in any output or in any file but the configurations', async () => {
  const outputs = [
    await mcpRisk('scan', '--catalog-only', '--sarif', '-'),
    await mcpRisk('lock', '.mcp.json', '--catalog-only'),
    await mcpRisk('sync', '--registry', '.mcp.json'),
    await mcpRisk('policy', 'for', '.mcp.json', '--catalog-only', '--client', 'claude-code'),
    await mcpRisk('policy', 'for', 'mcp-server-docker', '--client', 'cursor-cli', '--write'),
  ];
  for (const { stdout, stderr } of outputs) assertNoSecret(stdout + stderr, 'output');
  for (const file of readdirSync(root, { recursive: true }).map(String)) {
    const path = join(root, file);
    if (!lstatSync(path).isFile() || /(^|\/)(\.?mcp|live)\.json$/.test(file)) continue;
    assertNoSecret(readFileSync(path, 'latin1'), file);
  }
});

function assertNoSecret(text: string, where: string): void {
  for (const secret of planted) assert.ok(!text.includes(secret), `${secret} in ${where}`);
}

test('a lock fails when a definition changed, with the change of risk', async () => {
  const file = join(project, 'locked.json');
  writeFileSync(file, JSON.stringify({ mcpServers: { shell: configuration.mcpServers.shell } }));
  const lockFile = join(project, 'mcp-lock.json');
  const args = [file, '--catalog-only', '--lock', lockFile];
  assert.equal((await mcpRisk('lock', ...args)).code, 0);
  assert.equal((await mcpRisk('lock', ...args, '--check')).code, 0);

  const lock = JSON.parse(readFileSync(lockFile, 'utf8'));
  const { tools } = lock.servers['claude-code/shell'];
  tools[0].definition.description = 'Lists the running containers.';
  tools[0].definition.inputSchema = { type: 'object', properties: {} };
  writeFileSync(lockFile, JSON.stringify(lock));
  const tampered = await mcpRisk('lock', ...args, '--check');
  assert.equal(tampered.code, 2);
  assert.match(tampered.stderr, /\/servers\/claude-code\/shell\/tools\/0\/hash/);

  lock.servers['claude-code/shell'] = lockServer({
    tools: tools.map(({ definition }: { definition: ToolDefinition }) => definition),
    instructions: 'Be kind.',
  });
  writeFileSync(lockFile, JSON.stringify(lock));
  const changed = await mcpRisk('lock', ...args, '--check');
  assert.equal(changed.code, 1);
  assert.match(changed.stdout, /~ run_command .*critical/);
  assert.match(changed.stdout, /parameter .* added/);
  assert.match(changed.stdout, /shell ~ instructions\n {4}- Be kind\.$/m);
});

test('a lock is written without a server that cannot be looked at, if the user says so', async () => {
  const file = join(project, 'partly.json');
  const { shell, remote } = configuration.mcpServers;
  writeFileSync(file, JSON.stringify({ mcpServers: { shell, remote } }));
  const lockFile = join(project, 'partly-lock.json');
  const lock = (...args: string[]) =>
    mcpRisk('lock', file, '--catalog-only', '--lock', lockFile, ...args);
  const refused = await lock();
  assert.equal(refused.code, 3);
  assert.match(refused.stderr, /every server that --without does not leave out, or none/);
  assert.equal((await lock('--without', 'remote')).code, 0);
  const { servers } = JSON.parse(readFileSync(lockFile, 'utf8'));
  assert.deepEqual(Object.keys(servers), ['claude-code/shell']);
  assert.equal((await lock('--check', '--without', 'remote')).code, 0);
  const checked = await lock('--check', '--without', 'shell', '--without', 'remote');
  assert.equal(checked.code, 0);
  assert.match(checked.stderr, /claude-code\/shell: left out/);
  const misspelt = await lock('--without', 'remoet');
  assert.equal(misspelt.code, 2);
  assert.match(misspelt.stderr, /no server of the configuration is named remoet/);
});

test('servers that could not be looked at may be ignored, a file that cannot be read not', async () => {
  const folder = join(root, 'unseen');
  mkdirSync(folder);
  const scanned = async (text: string) => {
    writeFileSync(join(folder, '.mcp.json'), text);
    const args = ['scan', '--catalog-only', '--ignore-unseen'];
    return (await finished(startCli(home, args, { HOME: folder }, folder))).code;
  };
  assert.equal(await scanned('{"mcpServers": {"a": {"command": "no-such-server"}}}'), 0);
  assert.equal(await scanned('{"mcpServers": {'), 3);
});
