import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { HtmlValidate } from 'html-validate';
import { openPglite, type Store } from '../../db/connect.ts';
import { validatePolicy } from '../../policy/validate.ts';
import { type BuildSummary, build } from '../../site/build.ts';
import { paths, slug } from '../../site/data/paths.ts';
import type { ServerDocument } from '../../site/data/server-page.ts';
import type { ToolDocument } from '../../site/data/tool-document.ts';
import {
  fillExampleCatalog,
  hostileServer,
  hostileTools,
  judge,
  listTools,
  secondDay,
} from './example-catalog.ts';

const url = 'https://catalog.example/mcp/';
const folder = mkdtempSync(join(tmpdir(), 'mcp-risk-site-'));
const out = join(folder, 'out');
let store: Store;
let first: BuildSummary;

before(async () => {
  store = await openPglite();
  await fillExampleCatalog(store.db);
  first = await build(store.db, { out, url, corrections: 'https://x.example/?t={title}&b={body}' });
});

after(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

function again(to = out): Promise<BuildSummary> {
  const corrections = 'https://x.example/?t={title}&b={body}';
  return build(store.db, { out: to, url, corrections });
}

function text(path: string): string {
  return readFileSync(join(out, path), 'utf8');
}

function json<T>(path: string): T {
  return JSON.parse(text(path)) as T;
}

function files(pattern: string): string[] {
  return globSync(pattern, { cwd: out }).sort();
}

function decode(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

test('every tool in the store has a page and its twins', async () => {
  const all = await store.db.query.tools.findMany();
  assert.ok(all.length > 50);
  for (const { serverId, name } of all) {
    for (const path of [
      `${paths.tool(serverId, name)}index.html`,
      paths.toolTwin(serverId, name, 'json'),
      paths.toolTwin(serverId, name, 'md'),
      paths.toolBadge(serverId, name),
    ]) {
      assert.ok(statSync(join(out, path)).size > 0, path);
    }
  }
});

test('nothing is written outside of the folder, and no name makes a folder of its own', () => {
  assert.deepEqual(globSync('*', { cwd: folder }), ['out']);
  for (const file of files('tools/**')) assert.ok(file.split('/').length <= 4, file);
});

test('badge, rationale and recommendation of a page are those of its record', () => {
  for (const path of files('tools/*/*.json')) {
    const record = json<ToolDocument>(path);
    const page = decode(text(path.replace(/\.json$/, '/index.html')));
    const { classification, policies } = record;
    assert.ok(classification && policies, path);
    assert.match(page, new RegExp(`class="operation ${classification.operation}"`));
    assert.match(page, new RegExp(`class="risk ${classification.risk}"`));
    assert.ok(page.includes(classification.rationale), path);
    assert.ok(page.includes(`sha256:${record.definitionHash}`), path);
    assert.ok(page.includes(JSON.stringify(policies.balanced, null, 2)), path);
    assert.match(
      text(path.replace(/\.json$/, '.md')),
      new RegExp(`\\*\\*${classification.operation}, `),
    );
  }
});

test('a quote of the evidence is marked in the definition itself', () => {
  const server = '@infisical/mcp';
  const record = json<ToolDocument>(paths.toolTwin(server, 'delete-secret', 'json'));
  const quote = record.classification?.evidence[0]?.quote;
  assert.ok(quote);
  const page = text(`${paths.tool(server, 'delete-secret')}index.html`);
  const [, definition] = page.split('class="definition"');
  assert.match(decode(definition ?? ''), new RegExp(`<mark[^>]*>${quote}</mark>`));
});

test('every policy validates, of tools and of servers', () => {
  let checked = 0;
  for (const path of files('policies/*.json')) {
    assert.deepEqual(validatePolicy(text(path)).errors, [], path);
    checked++;
  }
  for (const path of files('tools/*/*.json')) {
    const { policies } = json<ToolDocument>(path);
    for (const policy of Object.values(policies ?? {})) {
      assert.deepEqual(validatePolicy(JSON.stringify(policy)).errors, [], path);
      checked++;
    }
  }
  assert.ok(checked > 150);
});

test('records fit the schemas that the site publishes', () => {
  const ajv = addFormats.default(new Ajv2020({ allErrors: true, strict: false }));
  const compiled = (name: string): ValidateFunction =>
    ajv.compile(json(`schemas/${name}.schema.json`));
  const tool = compiled('tool');
  const server = compiled('server');
  for (const path of files('tools/*/*.json'))
    assert.ok(tool(json(path)), `${path} ${JSON.stringify(tool.errors)}`);
  for (const path of files('servers/*.json'))
    assert.ok(server(json(path)), `${path} ${JSON.stringify(server.errors)}`);
});

test('no text of a definition becomes markup', () => {
  for (const path of files('**/*.html')) {
    const page = text(path);
    // Within quotes of an attribute a `<` is text.
    const markup = page.replace(/="[^"]*"/g, '=""');
    assert.doesNotMatch(markup, /<script>|<img|<b onclick|\0/, path);
    const scripts = page.match(/<script [^>]*>/g) ?? [];
    for (const script of scripts)
      assert.match(script, /src="\/mcp\/assets\/|application\/ld\+json/);
    assert.doesNotMatch(page, / style="| on\w+="|href="javascript:/, path);
  }
  for (const path of [...files('**/*.svg'), 'changes.atom', 'sitemap.xml']) {
    assert.doesNotMatch(text(path), /<script/);
  }
});

test('structured data is JSON that a hostile name cannot leave', () => {
  for (const { name } of hostileTools) {
    const page = text(`${paths.tool(hostileServer, name)}index.html`);
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1];
    assert.equal(JSON.parse(data ?? '')['@type'], 'FAQPage');
  }
});

test('a description cannot leave its fence in Markdown', () => {
  for (const path of files('tools/*/*.md')) {
    const fences = text(path).match(/^`{3,}(?:text)?$/gm) ?? [];
    assert.equal(fences.length % 2, 0, path);
  }
});

test('every internal link leads to a file of the site', () => {
  const missing = new Set<string>();
  for (const path of files('**/*.html')) {
    for (const [, link = ''] of text(path).matchAll(/ (?:href|src|action)="([^"]*)"/g)) {
      const address = new URL(decode(link), new URL(path.replace(/index\.html$/, ''), url));
      if (!address.href.startsWith(url)) {
        assert.match(link, /^https:\/\//, `${path}: ${link}`);
        continue;
      }
      const file = decodeURIComponent(address.pathname.slice('/mcp/'.length)).replace(
        /(^|\/)$/,
        '$1index.html',
      );
      try {
        statSync(join(out, file));
      } catch {
        missing.add(`${path} → ${file}`);
      }
    }
  }
  assert.deepEqual([...missing].slice(0, 10), []);
});

test('servers that list nothing say why', () => {
  const notice = (id: string) => decode(text(`${paths.server(id)}index.html`));
  assert.match(notice('behind-login'), /wants a login .*Bearer <token> is asked for/);
  assert.match(notice('broken'), /could not be read \(step: start\)/);
  assert.match(notice('not-looked-at'), /did not look: no sandbox/);
  assert.match(notice('never-seen'), /Not crawled yet/);
});

test('of a server that was never listed the tools are unknown, and no policy says otherwise', () => {
  for (const id of ['broken', 'never-seen']) {
    const page = text(`${paths.server(id)}index.html`);
    assert.match(page, /tools unknown/);
    assert.doesNotMatch(page, /\b0 tools/);
    assert.equal(JSON.parse(text(paths.serverTwin(id, 'json'))).policies, null);
    assert.doesNotMatch(text(paths.serverTwin(id, 'md')), /Policy:/);
    assert.equal(existsSync(join(out, paths.policy(id))), false);
  }
  assert.match(text('servers/index.html'), /broken<\/bdi>.{0,40}<td class="number">unknown</s);
});

test('the HTML of each kind of page is valid', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: { 'long-title': 'off', 'no-inline-style': 'error', 'require-sri': 'off' },
  });
  const pages = [
    ...['', 'search/', 'servers/', 'lists/', 'lists/risk/high/', 'attacks/', 'attacks/rug-pull/'],
    ...['signals/', 'signals/deletion/', 'api/', 'methodology/', 'about/', 'policy-builder/'],
    ...[paths.server(hostileServer), paths.server('broken')],
    ...hostileTools.map(({ name }) => paths.tool(hostileServer, name)),
  ].map((path) => `${path}index.html`);
  for (const path of [...pages, '404.html']) {
    const report = await validator.validateString(text(path));
    const messages = report.results.flatMap((result) => result.messages);
    assert.deepEqual(
      messages.map(({ ruleId, message, line }) => `${ruleId} ${line}: ${message}`),
      [],
      path,
    );
  }
});

test('the bulk file has every tool offered and its checksum', () => {
  const bytes = readFileSync(join(out, 'bulk/tools.jsonl.gz'));
  const lines = gunzipSync(bytes).toString().trim().split('\n');
  assert.equal(lines.length, files('tools/*/*.json').length);
  for (const line of lines) assert.ok(JSON.parse(line).definitionHash);
  assert.match(
    text('bulk/SHA256SUMS'),
    new RegExp(createHash('sha256').update(bytes).digest('hex')),
  );
});

test('the sitemap leads to every tool and server', () => {
  assert.match(
    text('sitemap.xml'),
    /<loc>https:\/\/catalog\.example\/mcp\/sitemaps\/pages-1\.xml<\/loc>/,
  );
  const addresses = new Set(text('sitemaps/pages-1.xml').match(/(?<=<loc>)[^<]+/g));
  for (const path of [...files('tools/*/*/index.html'), ...files('servers/*/index.html')]) {
    assert.ok(addresses.has(url + path.replace('index.html', '')), path);
  }
});

test('a correction is a link with the definition filled in', () => {
  const page = decode(text(`${paths.tool('mcp-server-commands', 'run_command')}index.html`));
  const link = /href="(https:\/\/x\.example[^"]+)"/.exec(page)?.[1] ?? '';
  assert.match(new URL(link).searchParams.get('b') ?? '', /sha256:[0-9a-f]{64}/);
});

test('a second build of an unchanged store writes nothing', async () => {
  assert.ok(first.files.written > 300);
  const second = await again();
  assert.deepEqual(second.files, { written: 0, unchanged: 0, removed: 0 });
  assert.equal(second.servers.rebuilt, 0);
});

test('a build ended in the middle is completed by the next one', async () => {
  const other = join(folder, 'killed');
  const script = new URL('./slow-build.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, other], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  const begun = globSync('tools/*/*/index.html', { cwd: other }).length;
  assert.ok(begun > 0 && begun < files('tools/*/*/index.html').length, `${begun} pages were begun`);
  await again(other);
  const listed = globSync('**/*', { cwd: other, exclude: ['**/.*'] }).sort();
  assert.deepEqual(listed, files('**/*'));
  for (const path of files('**/*.{html,json,md,svg,xml,bin}')) {
    assert.ok(readFileSync(join(other, path)).equals(readFileSync(join(out, path))), path);
  }
});

test('a changed definition changes its server’s pages only, and is shown as a diff', async () => {
  const before = modified('tools/*/*/index.html');
  const [tool] = json<ServerDocument>(paths.serverTwin('mcp-server-commands', 'json')).tools;
  assert.ok(tool);
  const record = json<ToolDocument>(paths.toolTwin('mcp-server-commands', tool.name, 'json'));
  const definition = { ...record.definition, description: 'Run a harmless <b>command</b>' };
  await listTools(store.db, 'mcp-server-commands', [definition], secondDay);
  await judge(store.db);
  const summary = await again();
  const touched = files('tools/*/*/index.html').filter(
    (path) => modified(path)[path] !== before[path],
  );
  // The same tool stands as a relative on the page of one other server.
  assert.deepEqual(touched, [
    `tools/mcp-server-commands/${slug(tool.name)}/index.html`,
    'tools/mcp-server-docker/run_command/index.html',
  ]);
  assert.equal(summary.servers.rebuilt, 2);
  const page = text(`${paths.tool('mcp-server-commands', tool.name)}index.html`);
  assert.match(page, /<ins>[^<]*harmless/);
  assert.match(text('lists/changed/index.html'), /run_command/);
  assert.match(text('changes.atom'), /run_command of mcp-server-commands/);
});

test('a tool that is no longer offered keeps its page and leaves the lists', async () => {
  await listTools(store.db, 'mcp-server-docker', [], secondDay);
  await again();
  const record = json<ToolDocument>(paths.toolTwin('mcp-server-docker', 'run_command', 'json'));
  assert.equal(record.offered, false);
  assert.equal(record.policies, null);
  const page = text(`${paths.tool('mcp-server-docker', 'run_command')}index.html`);
  assert.match(page, /does not offer it any more/);
  for (const path of files('lists/**/*.html')) {
    assert.doesNotMatch(text(path), /tools\/mcp-server-docker\//, path);
  }
});

function modified(pattern: string): Record<string, number> {
  return Object.fromEntries(
    files(pattern).map((path) => [path, statSync(join(out, path), { bigint: false }).mtimeMs]),
  );
}
