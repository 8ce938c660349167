import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { crawlServer } from '../../../crawler/crawl.ts';
import { type CrawlContext, crawlContext } from '../../../crawler/crawl-context.ts';
import { defaultLimits } from '../../../crawler/limits.ts';
import { findSandbox } from '../../../crawler/sandbox/find-sandbox.ts';
import { makeZip, type ZipEntry } from './make-zip.ts';

const servers = new URL('../../servers/', import.meta.url);
const fixture = (name: string) => readFileSync(new URL(name, servers));
const manifest = (server: object, more: object = {}) => ({
  name: 'manifest.json',
  data: JSON.stringify({ manifest_version: '0.3', name: 'x', version: '4.5.6', server, ...more }),
});
const honest = manifest({
  type: 'node',
  entry_point: 'server/hostile-server.mjs',
  mcp_config: { command: 'node', args: [`\${__dirname}/server/hostile-server.mjs`, 'honest'] },
});
const code: ZipEntry[] = [
  { name: 'server/' },
  { name: 'server/hostile-server.mjs', data: fixture('hostile-server.mjs') },
  ...['behaviours.mjs', 'attacks.mjs', 'bad-definitions.mjs'].map((name) => ({
    name: `server/${name}`,
    data: fixture(name),
  })),
];

describe('mcpb bundles', () => {
  let bundle: Buffer = Buffer.alloc(0);
  let folder: string;
  let context: CrawlContext;
  let url: string;
  const host = createServer((request, response) => {
    if (request.url === '/bundle.mcpb') response.end(bundle);
    else response.writeHead(404).end();
  });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mcp-risk-mcpb-'));
    const cacheDir = join(folder, 'cache');
    const sandbox = await findSandbox(cacheDir);
    assert.ok(sandbox, 'the tests need a sandbox; on Debian: apt-get install bubblewrap');
    context = crawlContext({ cacheDir, sandbox, allowPrivate: true });
    host.listen(0, '127.0.0.1');
    await once(host, 'listening');
    url = `http://127.0.0.1:${(host.address() as AddressInfo).port}/bundle.mcpb`;
  });
  after(async () => {
    host.closeAllConnections();
    host.close();
    await rm(folder, { recursive: true, force: true });
  });

  const crawl = (entries: ZipEntry[], more: { integrity?: string } = {}, limits = {}) => {
    bundle = makeZip(entries);
    const target = { type: 'mcpb' as const, identifier: url, args: [], env: {}, ...more };
    return crawlServer(
      { id: 'x/bundle', registry: 'user', status: 'active', targets: [target] },
      { ...context, limits: { ...defaultLimits, ...limits } },
    );
  };

  test('a bundle is unpacked, confined and listed, and its digest recorded', async () => {
    const outcome = await crawl([honest, ...code]);
    assert.ok(outcome.kind === 'listed', JSON.stringify(outcome));
    assert.deepEqual(
      outcome.tools.map(({ name }) => name),
      ['ok'],
    );
    const digest = createHash('sha256').update(bundle).digest('hex');
    assert.equal(outcome.provenance?.integrity, `sha256:${digest}`);
    assert.equal(outcome.provenance?.version, '4.5.6');
  });

  test('another bundle than the entry names is not unpacked', async () => {
    const outcome = await crawl([honest, ...code], { integrity: '0'.repeat(64) });
    assert.ok(outcome.kind === 'failed' && outcome.step === 'install', JSON.stringify(outcome));
    assert.match(outcome.message, /SHA-256 differs/);
  });

  test('settings of the user become dummies', async () => {
    const server = {
      type: 'node',
      entry_point: 'server/hostile-server.mjs',
      mcp_config: { command: 'node', args: [`\${user_config.behaviour}`], env: {} },
    };
    const outcome = await crawl([manifest(server), ...code]);
    assert.ok(outcome.kind === 'failed', JSON.stringify(outcome));
    assert.match(outcome.message, /no behaviour named x$/);
  });

  test('a bundle may hold whatever names the store uses itself', async () => {
    const record: ZipEntry[] = [{ name: 'installed.json/' }, { name: 'installed.json/a' }];
    const outcome = await crawl([honest, ...code, ...record]);
    assert.equal(outcome.kind, 'listed', JSON.stringify(outcome));
  });

  test('a manifest of many megabytes is not read', async () => {
    const objects = `[${'{},'.repeat(2_000_000)}{}]`;
    const server = { type: 'node', entry_point: 'server/hostile-server.mjs', mcp_config: {} };
    const large = {
      name: 'manifest.json',
      data: JSON.stringify({ server }).replace('{', `{"a":${objects},`),
    };
    const outcome = await crawl([large, ...code]);
    assert.ok(outcome.kind === 'failed' && outcome.step === 'install', JSON.stringify(outcome));
    assert.match(outcome.message, /no valid manifest/);
  });

  const hostile: [string, ZipEntry[], RegExp][] = [
    ['a name that climbs out', [honest, { name: '../../escaped', data: 'x' }], /relative path/],
    ['an absolute name', [honest, { name: '/tmp/escaped', data: 'x' }], /absolute path/],
    ['a name with backslashes', [honest, { name: '..\\escaped', data: 'x' }], /invalid characters/],
    ['a link', [honest, { name: 'l', data: '/etc', mode: 0o120777 }], /holds a link/],
    ['a name twice', [honest, { name: 'a', data: '1' }, { name: 'a', data: '2' }], /EEXIST/],
    ['a file below a file', [honest, { name: 'a', data: '1' }, { name: 'a/b' }], /EEXIST|ENOTDIR/],
    ['too many bytes', [honest, { name: 'big', data: Buffer.alloc(200_000) }], /100000 bytes/],
    [
      'too many files',
      [honest, ...Array.from({ length: 60 }, (_, i) => ({ name: `${i}` }))],
      /50 files/,
    ],
    ['no manifest', [{ name: 'a' }], /no valid manifest/],
    [
      'an entry point outside',
      [manifest({ type: 'node', entry_point: '../x' })],
      /outside the bundle/,
    ],
    ['a missing binary', [manifest({ type: 'binary', entry_point: 'x' })], /is missing/],
  ];
  for (const [what, entries, message] of hostile) {
    test(`a bundle with ${what} fails and writes nothing outside its folder`, async () => {
      const outcome = await crawl(entries, {}, { installBytes: 100_000, installFiles: 50 });
      assert.ok(outcome.kind === 'failed', JSON.stringify(outcome));
      assert.match(outcome.message, message);
      assert.ok(!outcome.message.includes(folder), outcome.message);
      assert.deepEqual(await readdir(folder), ['cache']);
      assert.ok(!existsSync('/tmp/escaped'));
    });
  }

  test('what is no zip fails', async () => {
    bundle = Buffer.from('<html>');
    const target = { type: 'mcpb' as const, identifier: url, args: [], env: {} };
    const entry = { id: 'x/b', registry: 'user', status: 'active' as const, targets: [target] };
    const outcome = await crawlServer(entry, context);
    assert.ok(outcome.kind === 'failed' && outcome.step === 'install', JSON.stringify(outcome));
  });
});
