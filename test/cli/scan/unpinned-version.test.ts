import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Finding } from '../../../cli/scan/report.ts';
import { findUnpinnedVersion } from '../../../cli/scan/unpinned-version.ts';
import { finished, startCli, temporaryHome } from '../run-cli.ts';

/** What pinning the package of a command line would look like; undefined where it is pinned, or no package. */
function pin(words: string, seen?: { package?: string; version?: string; integrity?: string }) {
  const [command = '', ...args] = words.split(' ');
  const target = { type: 'stdio' as const, command, args, env: {} };
  const server = { alias: 'a', pointer: '/mcpServers/a', disabled: false, target };
  const [warning] = findUnpinnedVersion(server, seen && { target: 'npm', ...seen });
  return warning && /pin it: (\S+)/.exec(warning.message)?.[1];
}

test('a package or image of which no exact version is named is told, with what would pin it', () => {
  const seen = { package: 'foo', version: '1.2.3' };
  for (const words of [
    'npx -y foo',
    'npx foo@latest',
    'npx foo@1',
    'npx foo@1.x',
    'pnpm dlx foo',
  ]) {
    assert.equal(pin(words), 'foo@VERSION', words);
    assert.equal(pin(words, seen), 'foo@1.2.3', words);
  }
  assert.equal(pin('npx -y @o/foo', { ...seen, package: '@o/foo' }), '@o/foo@1.2.3');
  assert.equal(pin('uvx foo', seen), 'foo@1.2.3');
  assert.equal(pin('uvx --from foo run', seen), 'foo==1.2.3');
  assert.equal(pin('pipx run foo', seen), 'foo==1.2.3');
  const integrity = `sha256:${'a'.repeat(64)}`;
  const image = { package: 'o/foo:latest', integrity };
  assert.equal(pin('docker run -i o/foo:latest', image), `o/foo@${integrity}`);
  assert.equal(pin('docker run localhost:5000/foo'), 'localhost:5000/foo@DIGEST');
});

test('what names an exact version, and what is no package, is not told', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  for (const words of [
    ...['npx -y foo@1.2.3', 'npx @o/foo@1.2.3-beta.1', 'uvx foo==1.2', 'uvx foo@1.2'],
    ...['uvx --from foo==1.2 run', 'docker run o/foo:1.2', `docker run o/foo@${digest}`],
    ...['node server.js', 'npx -c foo'],
  ]) {
    assert.equal(pin(words), undefined, words);
  }
});

test('a version that is none, or another package, is not suggested', () => {
  assert.equal(pin('npx foo', { package: 'foo', version: '1.2.3\u001b[31m; rm' }), 'foo@VERSION');
  assert.equal(pin('npx mcp-remote https://x.example', { version: '1.2.3' }), 'mcp-remote@VERSION');
  assert.equal(pin('npx foo', { package: 'bar', version: '1.2.3' }), 'foo@VERSION');
});

test('scan tells it as a low finding of hygiene where it looked at the server, with the version it looked at', async (t) => {
  const home = temporaryHome(t);
  const file = join(home, 'mcp.json');
  mkdirSync(join(home, 'person'));
  const npx = (...args: string[]) => ({ command: 'npx', args: ['-y', ...args] });
  const scan = (servers: object, ...args: string[]) => {
    writeFileSync(file, JSON.stringify({ mcpServers: servers }));
    const env = { HOME: join(home, 'person') };
    const call = ['scan', file, '--catalog-only', '--ignore-unseen', ...args];
    return finished(startCli(home, call, env, home));
  };
  const several = {
    open: npx('mcp-server-docker'),
    pinned: npx('mcp-server-docker@1.2.3'),
    unseen: npx('no-such-package-of-anyone'),
  };
  const { stdout } = await scan(several, '--sarif', join(home, 'found.sarif'));
  assert.match(stdout, /! It names no exact version.*pin it: mcp-server-docker@\d.*\(hygiene\)/);
  assert.doesNotMatch(stdout, /VERSION/);
  const [{ results }] = JSON.parse(readFileSync(join(home, 'found.sarif'), 'utf8')).runs;
  const told = results.filter(({ ruleId }: { ruleId: string }) => ruleId === 'unpinned-version');
  assert.equal(told.length, 1);
  assert.equal(told[0].level, 'note');
  assert.match(told[0].message.text, /^open: .*pin it: mcp-server-docker@\d+\.\d+\.\d+ /);

  const harmless = { thinking: npx('@modelcontextprotocol/server-sequential-thinking') };
  const passed = await scan(harmless, '--fail-on', 'medium', '--json');
  assert.equal(passed.code, 0);
  const { findings } = JSON.parse(passed.stdout) as { findings: Finding[] };
  assert.deepEqual(
    findings.map(({ rule, severity }) => [rule, severity]),
    [['unpinned-version', 'low']],
  );
  assert.equal((await scan(harmless, '--fail-on', 'low')).code, 1);
});
