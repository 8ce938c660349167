import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'yaml';
import { type CliResult, finished, projectRoot, startCli } from './run-cli.ts';

interface Step {
  id?: string;
  if?: string;
  shell?: string;
  run?: string;
  uses?: string;
  env?: Record<string, string>;
}
const action = parse(readFileSync(join(projectRoot, 'action.yml'), 'utf8')) as {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { value: string }>;
  runs: { using: string; steps: Step[] };
};
const { steps } = action.runs;
const scan = steps.find(({ id }) => id === 'scan');

const folder = mkdtempSync(join(tmpdir(), 'mcp-risk-action-'));
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

/** Stands for npm: it installs nothing. */
const fakeNpm = `#!/bin/sh
pwd > "$NPM_FOLDER"
printf '%s\\n' "$@" > "$NPM_CALL"
`;
/** Stands in the action's checkout for the CLI: this one, or a program that only ends with a code. */
const fakeProgram = `
require('node:fs').writeFileSync(process.env.CALL, process.argv.slice(2).join('\\n'));
if (process.env.CODE) process.exit(Number(process.env.CODE));
import(process.env.BIN);
`;

interface Ran extends CliResult {
  outputs: string;
  sarif: string;
  /** The words that mcp-risk was called with. */
  words: string[];
  /** Where npm was called, and with which words. */
  npm: { folder: string; words: string[] };
  /** The checkout of the action. */
  action: string;
}

/** Runs the scan step as a runner does: \`bash -eo pipefail\` on a file, inputs by environment only. */
async function runScan(workspace: string, inputs: Record<string, string>, code = ''): Promise<Ran> {
  const temp = mkdtempSync(join(folder, 'runner-'));
  const tools = join(temp, 'tools');
  const checkout = join(temp, 'checkout');
  await mkdir(tools);
  await mkdir(join(checkout, 'cli'), { recursive: true });
  writeFileSync(join(tools, 'npm'), fakeNpm, { mode: 0o755 });
  writeFileSync(join(checkout, 'cli', 'bin.js'), fakeProgram);
  writeFileSync(join(temp, 'step.sh'), scan?.run ?? '');
  writeFileSync(join(temp, 'output'), '');
  const given = Object.entries(scan?.env ?? {}).map(([name, text]) => [
    name,
    text.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, expression: string) => {
      if (expression === 'runner.temp') return temp;
      const input = expression.replace(/^inputs\./, '');
      assert.ok(Object.hasOwn(action.inputs, input), expression);
      return inputs[input] ?? action.inputs[input]?.default ?? '';
    }),
  ]);
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', join(temp, 'step.sh')], {
    cwd: workspace,
    env: {
      ...inherited,
      PATH: `${tools}:${process.env.PATH}`,
      HOME: join(folder, 'user'),
      MCP_RISK_HOME: join(folder, 'data'),
      BIN: join(projectRoot, 'cli/bin.js'),
      NPM_FOLDER: join(temp, 'npm-folder'),
      NPM_CALL: join(temp, 'npm-call'),
      CALL: join(temp, 'call'),
      CODE: code,
      RUNNER_TEMP: temp,
      GITHUB_ACTION_PATH: checkout,
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: join(temp, 'output'),
      ...Object.fromEntries(given),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const result = await finished(child);
  return {
    ...result,
    outputs: readFileSync(join(temp, 'output'), 'utf8'),
    sarif: join(temp, 'mcp-risk.sarif'),
    words: readFileSync(join(temp, 'call'), 'utf8').split('\n'),
    npm: {
      folder: readFileSync(join(temp, 'npm-folder'), 'utf8').trim(),
      words: readFileSync(join(temp, 'npm-call'), 'utf8').trimEnd().split('\n'),
    },
    action: checkout,
  };
}

async function workspaceWith(files: Record<string, string>): Promise<string> {
  const workspace = mkdtempSync(join(folder, 'workspace-'));
  for (const [name, packageName] of Object.entries(files)) {
    const servers = { one: { command: 'npx', args: ['-y', packageName] } };
    writeFileSync(join(workspace, name), JSON.stringify({ mcpServers: servers }));
  }
  return workspace;
}

test('no input is ever part of a shell text, and every input is used', () => {
  assert.equal(action.runs.using, 'composite');
  for (const { run, shell } of steps.filter(({ run }) => run !== undefined)) {
    assert.equal(shell, 'bash');
    assert.doesNotMatch(run ?? '', /\$\{\{/);
  }
  const text = JSON.stringify(steps);
  for (const input of Object.keys(action.inputs))
    assert.ok(text.includes(`inputs.${input}`), input);
});

test('what was found is uploaded by a condition that a file outside the workspace can meet', () => {
  const upload = steps.find(({ uses }) => uses?.includes('upload-sarif'));
  assert.match(upload?.if ?? '', /steps\.scan\.outputs\.sarif != ''/);
  assert.doesNotMatch(JSON.stringify(steps.map((step) => step.if)), /hashFiles/);
  assert.equal(action.outputs.sarif?.value, `\${{ steps.scan.outputs.sarif }}`);
});

test('a finding fails the step, and its SARIF is an output', async () => {
  const workspace = await workspaceWith({ '.mcp.json': 'mcp-server-docker' });
  const ran = await runScan(workspace, { 'catalog-only': 'true' });
  assert.equal(ran.code, 1, ran.stderr);
  assert.equal(ran.outputs, `sarif=${ran.sarif}\n`);
  const [run] = JSON.parse(readFileSync(ran.sarif, 'utf8')).runs;
  const [finding] = run.results;
  assert.equal(finding.ruleId, 'risky-tool');
  assert.equal(finding.locations[0].physicalLocation.artifactLocation.uri, '.mcp.json');
});

test("what runs is the action's own checkout: npm is asked for no package by name", async () => {
  const workspace = await workspaceWith({ '.mcp.json': 'no-such-package-of-anybody' });
  const ran = await runScan(workspace, {}, '0');
  assert.equal(ran.npm.folder, ran.action, "npm would obey the workspace's .npmrc");
  const [command, ...options] = ran.npm.words;
  assert.equal(command, 'ci');
  assert.deepEqual(
    options.filter((word) => !word.startsWith('--')),
    [],
  );
  assert.equal(ran.words[0], 'scan');
  assert.doesNotMatch(JSON.stringify(steps), /mcp-risk@|npx/);
});

test('a server that could not be looked at is a warning, or fails where that is asked for', async () => {
  const workspace = await workspaceWith({ '.mcp.json': 'no-such-package-of-anybody' });
  const warned = await runScan(workspace, { 'catalog-only': 'true' });
  assert.equal(warned.code, 0, warned.stderr);
  assert.match(warned.stdout, /^::warning title=mcp-risk::/m);
  assert.equal(warned.outputs, `sarif=${warned.sarif}\n`);
  const failed = await runScan(workspace, { 'fail-on-unseen': 'true' }, '3');
  assert.equal(failed.code, 3);
  assert.doesNotMatch(failed.stdout, /::warning/);
});

test('hostile inputs stay words; wrong ones fail and leave nothing to upload', async () => {
  const odd = '--json; touch pwned $(touch pwned).json';
  const workspace = await workspaceWith({ [odd]: 'no-such-package-of-anybody' });
  const named = await runScan(workspace, { files: `${odd}\n\nb.json\n` }, '0');
  assert.equal(named.code, 0, named.stderr);
  assert.deepEqual(named.words.slice(-3), ['--', odd, 'b.json']);
  const wrong = await runScan(workspace, { files: odd, 'fail-on': '$(touch pwned)' });
  assert.equal(wrong.code, 2);
  assert.equal(wrong.outputs, '');
  assert.ok(!existsSync(join(workspace, 'pwned')));
});

test('a runner that refuses user namespaces is asked once to allow them, then the step fails', async () => {
  const install = steps.find(({ run }) => run?.includes('bubblewrap'))?.run ?? '';
  const run = async (allowedAfterSysctl: boolean) => {
    const temp = mkdtempSync(join(folder, 'sandbox-'));
    const script = (name: string, text: string) =>
      writeFileSync(join(temp, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    script('bwrap', `[ -e "${join(temp, 'allowed')}" ]`);
    script(
      'sudo',
      `echo "$@" >> "${join(temp, 'asked')}"${allowedAfterSysctl ? `; touch "${join(temp, 'allowed')}"` : '; exit 1'}`,
    );
    writeFileSync(join(temp, 'step.sh'), install);
    const words = ['--noprofile', '--norc', '-eo', 'pipefail', join(temp, 'step.sh')];
    const env = { ...process.env, PATH: `${temp}:${process.env.PATH}` };
    const { code, stdout } = await finished(
      spawn('bash', words, { env, stdio: ['pipe', 'pipe', 'pipe'] }),
    );
    return { code, stdout, asked: readFileSync(join(temp, 'asked'), 'utf8') };
  };
  const allowed = await run(true);
  assert.equal(allowed.code, 0);
  assert.equal(allowed.asked, 'sysctl -q -w kernel.apparmor_restrict_unprivileged_userns=0\n');
  const refused = await run(false);
  assert.equal(refused.code, 1);
  assert.match(refused.stdout, /^::error title=mcp-risk::.*catalog-only/m);
});

interface Hook {
  id: string;
  entry: string;
  args?: string[];
  files: string;
}

test('the hooks for pre-commit fail on a risky server and pass one that the catalog does not know', async () => {
  const text = readFileSync(join(projectRoot, '.pre-commit-hooks.yaml'), 'utf8');
  const hooks = new Map((parse(text) as Hook[]).map((hook) => [hook.id, hook]));
  const run = async (hook: Hook | undefined, workspace: string, ...files: string[]) => {
    const [program, ...words] = hook?.entry.split(' ') ?? [];
    assert.equal(program, 'mcp-risk');
    const args = [...words, ...(hook?.args ?? []), ...files];
    return finished(
      startCli(join(folder, 'data'), args, { HOME: join(folder, 'user') }, workspace),
    );
  };
  const scanHook = hooks.get('mcp-risk-scan');
  assert.match('.mcp.json', new RegExp(scanHook?.files ?? ''));
  const risky = await workspaceWith({ '.mcp.json': 'mcp-server-docker' });
  assert.equal((await run(scanHook, risky, '.mcp.json')).code, 1);
  const unknown = await workspaceWith({ '.mcp.json': 'no-such-package-of-anybody' });
  assert.equal((await run(scanHook, unknown, '.mcp.json')).code, 0);
  const lockHook = await run(hooks.get('mcp-risk-lock'), unknown);
  assert.equal(lockHook.code, 2);
  assert.match(lockHook.stderr, /there is no lock mcp-lock.json yet/);
});
