import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openPort, type Serving, serve } from '../../site/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'mcp-risk-serve-'));
const dir = join(folder, 'site');
const compressed = gzipSync('{}\n');
let site: Serving;

before(async () => {
  mkdirSync(join(dir, 'tools'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(dir, '.build.json'), 'secret');
  writeFileSync(join(dir, '404.html'), 'no such page');
  writeFileSync(join(dir, '_headers'), "/*\n  Content-Security-Policy: default-src 'none'\n");
  writeFileSync(join(dir, 'tools', 'index.html'), 'tools');
  writeFileSync(join(dir, 'tools', 'x.json'), '{}');
  writeFileSync(join(dir, 'bulk.jsonl.gz'), compressed);
  site = await serve({ dir, port: 0 });
});

after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** The raw path, because `fetch` resolves `..` itself. */
function get(path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.url);
    request({ hostname, port, path }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });
}

test('serves pages and files with their types and the headers of the site', async () => {
  const page = await fetch(`${site.url}tools/`);
  assert.equal(await page.text(), 'tools');
  assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
  assert.equal(page.headers.get('content-security-policy'), "default-src 'none'");
  const file = await fetch(`${site.url}tools/x.json`);
  assert.match(file.headers.get('content-type') ?? '', /^application\/json/);
});

test('a compressed file arrives as it is, whatever the client can unpack', async () => {
  const file = await fetch(`${site.url}bulk.jsonl.gz`, { headers: { 'accept-encoding': 'gzip' } });
  assert.equal(file.headers.get('content-type'), 'application/gzip');
  assert.equal(file.headers.get('content-encoding'), null);
  assert.deepEqual(Buffer.from(await file.arrayBuffer()), compressed);
});

for (const path of [
  '/../secret.txt',
  '/tools/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/.build.json',
  '/tools/%00',
  '/%',
  '//etc/passwd',
]) {
  test(`${path} gives the page for what is not there`, async () => {
    const { status, body } = await get(path);
    assert.equal(status, 404);
    assert.equal(body, 'no such page');
  });
}

test('listens on the loopback address only', () => {
  assert.equal(new URL(site.url).hostname, '127.0.0.1');
});

test('takes the next port where the wished one is in use', async () => {
  const port = Number(new URL(site.url).port);
  const other = await serve({ dir, port });
  assert.notEqual(Number(new URL(other.url).port), port);
  await other.close();
});

test('a port is known and held before there is a site, and shows it afterwards', async () => {
  const held = await openPort({ port: 0 });
  const early = await fetch(held.url);
  assert.equal(early.status, 503);
  assert.match(early.headers.get('retry-after') ?? '', /^\d+$/);
  held.show(dir);
  assert.equal(await (await fetch(`${held.url}tools/`)).text(), 'tools');
  await held.close();
});
