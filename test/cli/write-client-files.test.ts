import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { classify } from '../../classifier/classify.ts';
import { writeClientFiles } from '../../cli/policy/write-client-files.ts';
import { movingVariables } from '../../cli/scan/moved-folder.ts';
import type { Client } from '../../policy/client.ts';
import { claudeCode } from '../../policy/clients/claude-code.ts';
import { cline } from '../../policy/clients/cline.ts';
import { codex } from '../../policy/clients/codex.ts';
import { geminiCli } from '../../policy/clients/gemini-cli.ts';
import { clients } from '../../policy/clients/index.ts';
import { kiro } from '../../policy/clients/kiro.ts';
import { extensionFile } from '../../policy/clients/server-lists.ts';
import { vscode } from '../../policy/clients/vscode.ts';
import { recommend } from '../../policy/recommend.ts';
import { policyOf, rule } from '../policy/example.ts';

const realEnvironment = { ...process.env };
let home: string;
let settings: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mcp-risk-write-'));
  process.env.HOME = home;
  leaveFoldersUnmoved();
  mkdirSync(join(home, '.claude'));
  settings = join(home, '.claude', 'settings.json');
});
afterEach(() => {
  leaveFoldersUnmoved();
  Object.assign(process.env, realEnvironment);
  rmSync(home, { recursive: true, force: true });
});

function leaveFoldersUnmoved(): void {
  for (const variable of movingVariables) delete process.env[variable];
}

const options = { dryRun: false, format: {} };
function policies(...tools: string[]) {
  const list = tools.map((name) => ({ definition: { name, inputSchema: {} } }));
  return [{ alias: 'a', policy: recommend(list, { server: 'a', posture: 'balanced' }) }];
}

test('a second policy is written over our own files, and no backup is lost', async () => {
  for (const client of [claudeCode, geminiCli]) {
    await writeClientFiles(client, policies('delete_file'), options);
    const second = await writeClientFiles(client, policies('delete_all'), options);
    assert.ok(second.files.length > 0);
    await writeClientFiles(client, policies('delete_some'), options);
    const same = await writeClientFiles(client, policies('delete_some'), options);
    assert.deepEqual(same.files, []);
  }
  const backups = readdirSync(join(home, '.claude')).filter((name) => /settings.*bak/.test(name));
  assert.deepEqual(backups.sort(), ['settings.json.bak', 'settings.json.bak.1']);
  assert.match(readFileSync(`${settings}.bak`, 'utf8'), /delete_file/);
  assert.doesNotMatch(readFileSync(`${settings}.bak`, 'utf8'), /delete_all/);
});

test('rules go where a variable moves the settings of a client', async () => {
  const folder = join(home, 'work');
  process.env.CLAUDE_CONFIG_DIR = folder;
  const { files } = await writeClientFiles(claudeCode, policies('delete_file'), options);
  for (const { path } of files) assert.ok(path.startsWith(folder), path);
  const written = JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));
  const { command } = written.hooks.PreToolUse[0].hooks[0];
  const input = JSON.stringify({ tool_name: 'mcp__a__delete_file', tool_input: {} });
  const hook = spawnSync('sh', ['-c', command], { input, encoding: 'utf8' });
  assert.equal(JSON.parse(hook.stdout).hookSpecificOutput.permissionDecision, 'ask');
});

test('every format keeps the policies of several servers, and writing them again changes nothing', async (t) => {
  const project = process.cwd();
  process.chdir(home);
  t.after(() => process.chdir(project));
  const aliases = ['first', 'se-cond', 'third'];
  const named = aliases.map((alias) => {
    const tools = ['get_weather', 'delete_file'].map((verb) => `${verb}_of_${alias}`);
    const judged = tools.map((name) => {
      const definition = { name, inputSchema: {} };
      return { definition, classification: classify(definition) };
    });
    return { alias, tools, policy: recommend(judged, { server: alias, posture: 'permissive' }) };
  });
  for (const client of clients) {
    listServers(client, aliases);
    const { files, conflicts } = await writeClientFiles(client, named, options);
    assert.deepEqual(conflicts, [], client.id);
    const readable = files.filter(({ path }) => !path.endsWith('.mjs'));
    const texts = readable.map(({ path }) => readFileSync(path, 'utf8'));
    for (const { alias, tools, policy } of named) {
      const own = client
        .writePolicy(policy, alias)
        .files.filter(({ path }) => !path.endsWith('.mjs'));
      for (const tool of tools) {
        const says = (text: string) => text.includes(tool);
        assert.equal(
          texts.some(says),
          own.some(({ contents }) => says(contents)),
          client.id,
        );
        if (!client.today) continue;
        const definition = { name: tool, inputSchema: {} };
        const alone = own.map(({ contents }) => contents);
        const decisions = [texts, alone].map(
          (all) => client.today?.(all, alias, definition).decision,
        );
        assert.equal(decisions[0], decisions[1], `${client.id}: ${tool}`);
      }
    }
    assert.deepEqual((await writeClientFiles(client, named, options)).files, [], client.id);
  }
});

/** The entries that a client has to have before it takes rules about them. */
function listServers({ id }: Client, aliases: string[]): void {
  const entries = Object.fromEntries(aliases.map((alias) => [alias, { command: 'x' }]));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const list = JSON.stringify({ mcpServers: entries });
  if (id === 'cline') write(extensionFile('linux', home, clineFile), list);
  if (id === 'roo') write('.roo/mcp.json', list);
  if (id === 'kiro') write('.kiro/settings/mcp.json', list);
  const tables = aliases.map((alias) => `[mcp_servers.${alias}]\ncommand = "x"\n`);
  if (id === 'codex') write(join(home, '.codex/config.toml'), tables.join('\n'));
}
const clineFile = 'saoudrizwan.claude-dev/settings/cline_mcp_settings.json';

test('rules in the entry of a server are refused where the client does not list it', async () => {
  for (const client of [codex, cline, kiro]) {
    await assert.rejects(writeClientFiles(client, policies('delete_file'), options), {
      name: 'UserError',
      message: /has no server named "a".*--alias/,
    });
  }
  assert.deepEqual(readdirSync(home), ['.claude']);
});

test('a diff shows no credential of the file, however it is laid out', async () => {
  const kept = {
    env: { ANTHROPIC_API_KEY: 'planted "one"', PORT: 'planted-2' },
    apiKeyHelper: 'planted-3',
    statusLine: {
      command: 'curl -H "Authorization: Bearer planted-4" https://u:planted-5@x.example',
    },
    permissions: { allow: [] },
  };
  writeFileSync(settings, JSON.stringify(kept));
  const { files } = await writeClientFiles(claudeCode, policies('delete_file'), options);
  const diff = files.flatMap((file) => file.diff).join('\n');
  assert.match(diff, /delete_file/);
  assert.match(diff, /statusLine/);
  assert.doesNotMatch(diff, /planted/);
  assert.match(readFileSync(settings, 'utf8'), /planted-5/);
});

test('vscode: what is asked about for one server stays so, though another allows a tool of that name', async (t) => {
  const project = process.cwd();
  process.chdir(home);
  t.after(() => process.chdir(project));
  const of = (alias: string, decision: 'allow' | 'ask') => ({
    alias,
    policy: policyOf([rule('users.search', { decision })]),
  });
  await writeClientFiles(vscode, [of('a', 'ask'), of('b', 'allow')], options);
  const written = JSON.parse(readFileSync('.vscode/settings.json', 'utf8'));
  assert.deepEqual(written['chat.tools.eligibleForAutoApproval'], { users_search: false });
});

test('two servers that would share one file of our own are refused', async () => {
  const [one] = policies('delete_file');
  const [other] = policies('delete_all');
  assert.ok(one && other);
  const both = [
    { ...one, alias: 'a b' },
    { ...other, alias: 'a_b' },
  ];
  await assert.rejects(writeClientFiles(claudeCode, both, options), /"a b".*"a_b"/);
  assert.deepEqual(readdirSync(join(home, '.claude')), []);
});

test('a private file stays private, and a link stays a link', async () => {
  const real = join(home, 'dotfiles.json');
  writeFileSync(real, '{}');
  chmodSync(real, 0o600);
  symlinkSync(real, settings);
  const { files } = await writeClientFiles(claudeCode, policies('delete_file'), options);
  assert.ok(lstatSync(settings).isSymbolicLink());
  assert.equal(statSync(real).mode & 0o777, 0o600);
  assert.match(readFileSync(real, 'utf8'), /delete_file/);
  const backup = files.find(({ path }) => path === settings)?.written?.backup ?? '';
  assert.equal(statSync(backup).mode & 0o777, 0o600);
});

test('nothing is written where one file cannot be merged', async () => {
  writeFileSync(settings, '{"permissions": [');
  await assert.rejects(writeClientFiles(claudeCode, policies('delete_file'), options), {
    name: 'UserError',
  });
  assert.deepEqual(readdirSync(join(home, '.claude')), ['settings.json']);
});
