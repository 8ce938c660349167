import assert from 'node:assert/strict';
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
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { writeClientFiles } from '../../cli/policy/write-client-files.ts';
import { claudeCode } from '../../policy/clients/claude-code.ts';
import { geminiCli } from '../../policy/clients/gemini-cli.ts';
import { recommend } from '../../policy/recommend.ts';

const realHome = process.env.HOME;
let home: string;
let settings: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'mcp-risk-write-'));
  process.env.HOME = home;
  mkdirSync(join(home, '.claude'));
  settings = join(home, '.claude', 'settings.json');
});
afterEach(() => {
  process.env.HOME = realHome;
  rmSync(home, { recursive: true, force: true });
});

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
