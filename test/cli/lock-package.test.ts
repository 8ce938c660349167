import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { lockServer, packagesSince, readLock } from '../../cli/lock-file.ts';
import type { Provenance } from '../../crawler/outcome.ts';
import { finished, startCli, temporaryHome } from './run-cli.ts';

const key = 'claude-code/a';
const provenance: Provenance = {
  target: 'npm',
  package: 'foo',
  version: '1.2.3',
  integrity: 'sha512-aaa',
};

/** What is told of a server that is run from `now` where the lock holds `server`. */
async function since(t: TestContext, server: object, now?: Provenance, unknown: string[] = []) {
  const path = join(temporaryHome(t), 'mcp-lock.json');
  writeFileSync(path, JSON.stringify({ schemaVersion: '1.0', servers: { [key]: server } }));
  const listed = { tools: [], ...(now ? { provenance: now } : {}) };
  return packagesSince(await readLock(path), new Map([[key, listed]]), new Set(unknown));
}

test('another version, package or integrity than the locked one is told, not one that is unknown; an older lock holds none', async (t) => {
  const locked = lockServer({ tools: [], provenance });
  const before = { registry: 'npm', identifier: 'foo', version: '1.2.3', integrity: 'sha512-aaa' };
  assert.deepEqual(locked.package, before);
  assert.deepEqual(await since(t, locked, provenance), []);
  for (const other of [{ version: '1.2.4' }, { integrity: 'sha512-bbb' }]) {
    const told = await since(t, locked, { ...provenance, ...other });
    assert.deepEqual(told, [{ server: key, before, after: { ...before, ...other } }]);
  }
  const { integrity: _integrity, ...withoutDigest } = provenance;
  assert.deepEqual(await since(t, locked, withoutDigest), []);
  assert.deepEqual(
    await since(t, lockServer({ tools: [], provenance: withoutDigest }), provenance),
    [],
  );
  assert.deepEqual(await since(t, locked), [{ server: key, before, after: null }]);
  assert.deepEqual(await since(t, locked, { ...provenance, version: '2.0.0' }, [key]), []);
  assert.equal((await since(t, lockServer({ tools: [] }), provenance)).length, 1);
  const { package: _, ...older } = locked;
  assert.deepEqual(await since(t, older, provenance), []);
});

test('a package that is none is refused with its place', async (t) => {
  const locked = lockServer({ tools: [], provenance });
  await assert.rejects(since(t, { ...locked, package: { registry: 'npm', identifier: 7 } }), {
    name: 'UserError',
    message: /\/servers\/claude-code\/a\/package\/identifier/,
  });
});

test('lock records what was inspected, and --check tells another version without failing', async (t) => {
  const home = temporaryHome(t);
  mkdirSync(join(home, 'person'));
  const file = join(home, 'mcp.json');
  const a = { command: 'npx', args: ['-y', 'mcp-server-docker'] };
  writeFileSync(file, JSON.stringify({ mcpServers: { a } }));
  const lockFile = join(home, 'mcp-lock.json');
  const lock = (...args: string[]) => {
    const call = ['lock', file, '--catalog-only', '--lock', lockFile, ...args];
    return finished(startCli(home, call, { HOME: join(home, 'person') }, home));
  };
  assert.equal((await lock()).code, 0);
  const written = JSON.parse(readFileSync(lockFile, 'utf8'));
  const { registry, identifier, version } = written.servers[key].package;
  assert.deepEqual([registry, identifier], ['npm', 'mcp-server-docker']);
  assert.match(version, /^\d+\.\d+\.\d+/);

  written.servers[key].package.version = '0.0.1\u001b[31m';
  writeFileSync(lockFile, JSON.stringify(written));
  const checked = await lock('--check');
  assert.equal(checked.code, 0, checked.stderr);
  const told = `claude-code/a runs another version: npm mcp-server-docker 0.0.1 → ${version}`;
  assert.ok(checked.stdout.includes(told), checked.stdout);
  assert.match(checked.stdout, /^no definition and no instructions differ from the lock$/m);
  const { changes, packages } = JSON.parse((await lock('--check', '--json')).stdout);
  assert.deepEqual(changes, []);
  assert.equal(packages[0].after.version, version);
});
