import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { build } from '../../site/build.ts';
import { paths, slug } from '../../site/data/paths.ts';
import type { ServerDocument } from '../../site/data/server-page.ts';
import type { ToolDocument } from '../../site/data/tool-document.ts';
import { type BuiltSite, buildExampleSite, url } from './built-site.ts';
import { firstDay, judge, listTools, secondDay } from './example-catalog.ts';

let site: BuiltSite;

before(async () => {
  site = await buildExampleSite();
});
after(() => site?.close());

test('every tool in the store has a page and its twins', async () => {
  const all = await site.store.db.query.tools.findMany();
  assert.ok(all.length > 50);
  for (const { serverId, name } of all) {
    for (const path of [
      `${paths.tool(serverId, name)}index.html`,
      paths.toolTwin(serverId, name, 'json'),
      paths.toolTwin(serverId, name, 'md'),
      paths.toolBadge(serverId, name),
    ]) {
      assert.ok(statSync(join(site.out, path)).size > 0, path);
    }
  }
});

test('nothing is written outside of the folder, and no name makes a folder of its own', () => {
  assert.deepEqual(globSync('*', { cwd: site.folder }), ['out']);
  for (const file of site.files('tools/**')) assert.ok(file.split('/').length <= 4, file);
});

test('the bulk file has every tool offered and its checksum', () => {
  const bytes = readFileSync(join(site.out, 'bulk/tools.jsonl.gz'));
  const lines = gunzipSync(bytes).toString().trim().split('\n');
  assert.equal(lines.length, site.files('tools/*/*.json').length);
  for (const line of lines) assert.ok(JSON.parse(line).definitionHash);
  assert.match(
    site.text('bulk/SHA256SUMS'),
    new RegExp(createHash('sha256').update(bytes).digest('hex')),
  );
});

test('the sitemap leads to every tool and server', () => {
  assert.match(
    site.text('sitemap.xml'),
    /<loc>https:\/\/catalog\.example\/mcp\/sitemaps\/pages-1\.xml<\/loc>/,
  );
  const addresses = new Set(site.text('sitemaps/pages-1.xml').match(/(?<=<loc>)[^<]+/g));
  for (const path of [
    ...site.files('tools/*/*/index.html'),
    ...site.files('servers/*/index.html'),
  ]) {
    assert.ok(addresses.has(url + path.replace('index.html', '')), path);
  }
});

test('without a change the feed is as new as the newest listing', () => {
  assert.match(site.text('changes.atom'), new RegExp(`<updated>${firstDay}</updated>`));
});

test('without an address of its own the site names the one that it is served at', async () => {
  const page = `${paths.tool('mcp-server-commands', 'run_command')}index.html`;
  const out = join(site.folder, 'local');
  const read = (path: string) => readFileSync(join(out, path), 'utf8');
  await build(site.store.db, { out });
  assert.match(site.text(page), /!\[MCP risk\]\(https:\/\/catalog\.example\/mcp\/badges\//);
  assert.doesNotMatch(read(page), /!\[MCP risk\]/);
  assert.match(read('llms.txt'), /http:\/\/127\.0\.0\.1:4321\/api\//);
  const again = await build(site.store.db, { out, localUrl: 'http://127.0.0.1:5000/' });
  assert.equal(again.servers.rebuilt, 0);
  for (const path of ['llms.txt', 'robots.txt', 'sitemap.xml', 'changes.atom'])
    assert.match(read(path), /http:\/\/127\.0\.0\.1:5000\//);
});

test('without a place for corrections a page leads to how a label is contested', async () => {
  const out = join(site.folder, 'local');
  await build(site.store.db, { out });
  const path = `${paths.tool('mcp-server-commands', 'run_command')}index.html`;
  const [, section = ''] = readFileSync(join(out, path), 'utf8').split('id="contest"');
  const link = /href="\/(methodology\/)#([^"]+)"/.exec(section);
  assert.ok(link?.[1] && link[2], section);
  assert.match(
    readFileSync(join(out, link[1], 'index.html'), 'utf8'),
    new RegExp(`<h2 id="${link[2]}">`),
  );
  assert.doesNotMatch(section, /href="https?:/);
});

test('a second build of an unchanged store writes nothing', async () => {
  assert.ok(site.first.files.written > 300);
  const second = await site.again();
  assert.deepEqual(second.files, { written: 0, unchanged: 0, removed: 0 });
  assert.equal(second.servers.rebuilt, 0);
});

test('a build ended in the middle is completed by the next one', async () => {
  const other = join(site.folder, 'killed');
  const script = new URL('./slow-build.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, other], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  const begun = globSync('tools/*/*/index.html', { cwd: other }).length;
  assert.ok(
    begun > 0 && begun < site.files('tools/*/*/index.html').length,
    `${begun} pages were begun`,
  );
  await site.again(other);
  const listed = globSync('**/*', { cwd: other, exclude: ['**/.*'] }).sort();
  assert.deepEqual(listed, site.files('**/*'));
  for (const path of site.files('**/*.{html,json,md,svg,xml,bin}')) {
    assert.ok(readFileSync(join(other, path)).equals(readFileSync(join(site.out, path))), path);
  }
});

test('a changed definition changes its server’s pages only, and is shown as a diff', async () => {
  const before = modified('tools/*/*/index.html');
  const [tool] = site.json<ServerDocument>(paths.serverTwin('mcp-server-commands', 'json')).tools;
  assert.ok(tool);
  const record = site.json<ToolDocument>(paths.toolTwin('mcp-server-commands', tool.name, 'json'));
  const definition = {
    ...record.definition,
    description: 'Run a harmless <b>command</b>',
    inputSchema: { type: 'object', properties: { 'to\u200bken': {} } },
    'no\u2060te': 1,
  };
  await listTools(site.store.db, 'mcp-server-commands', [definition], secondDay);
  await judge(site.store.db);
  const summary = await site.again();
  const touched = site
    .files('tools/*/*/index.html')
    .filter((path) => modified(path)[path] !== before[path]);
  // The same tool stands as a relative on the page of one other server.
  assert.deepEqual(touched, [
    `tools/mcp-server-commands/${slug(tool.name)}/index.html`,
    'tools/mcp-server-docker/run_command/index.html',
  ]);
  assert.equal(summary.servers.rebuilt, 2);
  const page = site.text(`${paths.tool('mcp-server-commands', tool.name)}index.html`);
  assert.match(page, /<ins>[^<]*harmless/);
  const diff = page.split('id="changes"')[1]?.split('<section')[0] ?? '';
  assert.match(diff, /to<span class="unseen">\[invisible: U\+200B\]/);
  assert.match(diff, /no<span class="unseen">\[invisible: U\+2060\]/);
  assert.doesNotMatch(diff, /[\u200b\u2060]/);
  assert.match(site.text('lists/changed/index.html'), /run_command/);
  assert.match(site.text('changes.atom'), /run_command of mcp-server-commands/);
});

test('a tool that is no longer offered keeps its page and leaves the lists', async () => {
  await listTools(site.store.db, 'mcp-server-docker', [], secondDay);
  await site.again();
  const record = site.json<ToolDocument>(
    paths.toolTwin('mcp-server-docker', 'run_command', 'json'),
  );
  assert.equal(record.offered, false);
  assert.equal(record.policies, null);
  const page = site.text(`${paths.tool('mcp-server-docker', 'run_command')}index.html`);
  assert.match(page, /does not offer it any more/);
  for (const path of site.files('lists/**/*.html')) {
    assert.doesNotMatch(site.text(path), /tools\/mcp-server-docker\//, path);
  }
});

function modified(pattern: string): Record<string, number> {
  return Object.fromEntries(
    site
      .files(pattern)
      .map((path) => [path, statSync(join(site.out, path), { bigint: false }).mtimeMs]),
  );
}
