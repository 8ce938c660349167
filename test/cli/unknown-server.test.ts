import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type CliResult, runCli } from './run-cli.ts';

const home = mkdtempSync(join(tmpdir(), 'mcp-risk-unknown-'));
const list = join(home, 'mcp.json');

function sync(...aliases: string[]): Promise<CliResult> {
  const servers = aliases.map((alias) => [alias, { command: 'npx', args: ['-y', 'a-package'] }]);
  writeFileSync(list, JSON.stringify({ mcpServers: Object.fromEntries(servers) }));
  return runCli(home, ['sync', '--registry', list]);
}

before(async () => assert.equal((await sync('notes')).code, 0));
after(() => rmSync(home, { recursive: true, force: true, maxRetries: 3 }));

test('an unknown server is told by its name, with near ones and the way into the store', async () => {
  for (const args of [
    ['show', 'notes'],
    ['explain', 'notes', 'read'],
    ['policy', 'for', 'notes'],
    ['crawl', 'notes'],
  ]) {
    const { code, stdout, stderr } = await runCli(home, args);
    assert.deepEqual([code, stdout], [2, ''], stderr);
    assert.match(stderr, /no server named "notes" in the store/);
    assert.match(stderr, /\bnear: user\/notes\b/);
    assert.match(stderr, /mcp-risk sync --registry FILE, then mcp-risk crawl user\/notes\b/);
    assert.match(stderr, /mcp-risk scan FILE/);
    assert.doesNotMatch(stderr, /mcp-risk start/);
  }
});

test('what the advice says leads to the server', async () => {
  const unknown = await runCli(home, ['show', 'user/my mail']);
  assert.match(unknown.stderr, /then mcp-risk crawl 'user\/my mail'/);
  assert.equal((await sync('notes', 'my mail')).code, 0);
  const { code, stdout } = await runCli(home, ['show', 'user/my mail']);
  assert.equal(code, 0);
  assert.match(stdout, /never crawled/);
  const policy = await runCli(home, ['policy', 'for', 'user/my mail']);
  assert.match(policy.stderr, /are unknown: mcp-risk crawl 'user\/my mail'/);
});

test('a server of the bundled index, or of the official registry, is sent there', async () => {
  const bundled = await runCli(home, ['show', 'chrome-devtools-mcp']);
  assert.match(bundled.stderr, /mcp-risk sync, then mcp-risk crawl chrome-devtools-mcp\b/);
  const official = await runCli(home, ['show', 'io.github.someone/notes']);
  assert.match(
    official.stderr,
    /mcp-risk sync --registry official, then mcp-risk crawl io\.github/,
  );
});

test('a hostile name is shown harmless', async () => {
  const { code, stderr } = await runCli(home, ['show', '__proto__\u001b[31m\u202ered']);
  assert.equal(code, 2);
  assert.match(stderr, /no server named "__proto__ red" in the store/);
});
