import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { HtmlValidate } from 'html-validate';
import { validatePolicy } from '../../policy/validate.ts';
import { paths } from '../../site/data/paths.ts';
import type { ServerDocument } from '../../site/data/server-page.ts';
import type { ToolDocument } from '../../site/data/tool-document.ts';
import { type BuiltSite, buildExampleSite, url } from './built-site.ts';
import { hostileServer, hostileTools, unseenOrder, unseenTool } from './example-catalog.ts';

let site: BuiltSite;

before(async () => {
  site = await buildExampleSite();
});
after(() => site?.close());

function decode(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

test('badge, rationale and recommendation of a page are those of its record', () => {
  for (const path of site.files('tools/*/*.json')) {
    const record = site.json<ToolDocument>(path);
    const page = decode(site.text(path.replace(/\.json$/, '/index.html')));
    const { classification, policies } = record;
    assert.ok(classification && policies, path);
    assert.match(page, new RegExp(`class="operation ${classification.operation}"`));
    assert.match(page, new RegExp(`class="risk ${classification.risk}"`));
    assert.ok(page.includes(classification.rationale), path);
    assert.ok(page.includes(`sha256:${record.definitionHash}`), path);
    assert.ok(page.includes(JSON.stringify(policies.balanced, null, 2)), path);
    assert.match(
      site.text(path.replace(/\.json$/, '.md')),
      new RegExp(`\\*\\*${classification.operation}, `),
    );
  }
});

test('a quote of the evidence is marked in the definition itself', () => {
  const server = '@infisical/mcp';
  const record = site.json<ToolDocument>(paths.toolTwin(server, 'delete-secret', 'json'));
  const quote = record.classification?.evidence[0]?.quote;
  assert.ok(quote);
  const page = site.text(`${paths.tool(server, 'delete-secret')}index.html`);
  const [, definition] = page.split('class="definition"');
  assert.match(decode(definition ?? ''), new RegExp(`<mark[^>]*>${quote}</mark>`));
});

test('every policy validates, of tools and of servers', () => {
  let checked = 0;
  for (const path of site.files('policies/*.json')) {
    assert.deepEqual(validatePolicy(site.text(path)).errors, [], path);
    checked++;
  }
  for (const path of site.files('tools/*/*.json')) {
    const { policies } = site.json<ToolDocument>(path);
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
    ajv.compile(site.json(`schemas/${name}.schema.json`));
  const tool = compiled('tool');
  const server = compiled('server');
  for (const path of site.files('tools/*/*.json'))
    assert.ok(tool(site.json(path)), `${path} ${JSON.stringify(tool.errors)}`);
  for (const path of site.files('servers/*.json'))
    assert.ok(server(site.json(path)), `${path} ${JSON.stringify(server.errors)}`);
  const bulk = compiled('bulk');
  const lines = gunzipSync(readFileSync(join(site.out, 'bulk/tools.jsonl.gz')));
  for (const line of lines.toString().trim().split('\n'))
    assert.ok(bulk(JSON.parse(line)), `${line.slice(0, 99)} ${JSON.stringify(bulk.errors)}`);
});

test('a server record of version 1.0 always has policies; where they are unknown it says 1.1', () => {
  const schema = new Ajv2020({ strict: false, validateFormats: false }).compile(
    site.json('schemas/server.schema.json'),
  );
  for (const path of site.files('servers/*.json')) {
    const record = site.json<ServerDocument>(path);
    assert.equal(record.schemaVersion, record.policies === null ? '1.1' : '1.0', path);
    assert.ok(!schema({ ...record, schemaVersion: '1.0', policies: null }), path);
  }
  assert.match(site.text('api/index.html'), /1\.1/);
});

test('no text of a definition becomes markup', () => {
  for (const path of site.files('**/*.html')) {
    const page = site.text(path);
    // Within quotes of an attribute a `<` is text.
    const markup = page.replace(/="[^"]*"/g, '=""');
    assert.doesNotMatch(markup, /<script>|<img|<b onclick|\0/, path);
    const scripts = page.match(/<script [^>]*>/g) ?? [];
    for (const script of scripts)
      assert.match(script, /src="\/mcp\/assets\/|application\/ld\+json/);
    assert.doesNotMatch(page, / style="| on\w+="|href="javascript:/, path);
  }
  for (const path of [...site.files('**/*.svg'), 'changes.atom', 'sitemap.xml']) {
    assert.doesNotMatch(site.text(path), /<script/);
  }
});

test('what a person does not see is shown in words wherever a tool’s text stands', () => {
  const path = paths.tool(hostileServer, unseenTool.name);
  const page = decode(site.text(`${path}index.html`));
  const markdown = site.text(paths.toolTwin(hostileServer, unseenTool.name, 'md'));
  const spelled = `[invisible text: “${unseenOrder}”]`;
  const [said, warnings, parameters, definition] = [
    'said',
    'warnings',
    'parameters',
    'definition',
  ].map((name) => page.split(`class="${name}`)[1] ?? '');
  for (const text of [said, warnings, parameters, definition, markdown])
    assert.ok(text?.includes(spelled), text);
  assert.match(said ?? '', /Zero<\/?\w.{0,60}\[invisible: U\+200B\]/s);
  for (const text of [page, markdown])
    assert.doesNotMatch(text, /[\u200b\u202e\u{e0000}-\u{e007f}]|“”/u);
  const server = decode(site.text(`${paths.server(hostileServer)}index.html`));
  assert.match(server, /Of.{0,60}\[invisible: U\+200B\].{0,9}nobody/s);
  const turned = decode(site.text(`${paths.tool(hostileServer, '\u202egnitirw')}index.html`));
  assert.match(turned, /<h1>.{0,80}\[invisible: U\+202E\]/s);
});

test('structured data is JSON that a hostile name cannot leave', () => {
  for (const { name } of hostileTools) {
    const page = site.text(`${paths.tool(hostileServer, name)}index.html`);
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1];
    assert.equal(JSON.parse(data ?? '')['@type'], 'FAQPage');
  }
});

test('a description cannot leave its fence in Markdown', () => {
  for (const path of site.files('tools/*/*.md')) {
    const fences = site.text(path).match(/^`{3,}(?:text)?$/gm) ?? [];
    assert.equal(fences.length % 2, 0, path);
  }
});

test('every internal link leads to a file of the site', () => {
  const missing = new Set<string>();
  for (const path of site.files('**/*.html')) {
    for (const [, link = ''] of site.text(path).matchAll(/ (?:href|src|action)="([^"]*)"/g)) {
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
        statSync(join(site.out, file));
      } catch {
        missing.add(`${path} → ${file}`);
      }
    }
  }
  assert.deepEqual([...missing].slice(0, 10), []);
});

test('servers that list nothing say why', () => {
  const notice = (id: string) => decode(site.text(`${paths.server(id)}index.html`));
  assert.match(notice('behind-login'), /wants a login .*Bearer <token> is asked for/);
  assert.match(notice('broken'), /could not be read \(step: start\)/);
  assert.match(notice('not-looked-at'), /did not look: no sandbox/);
  assert.match(notice('never-seen'), /Not crawled yet/);
});

test('of a server that was never listed the tools are unknown, and no policy says otherwise', () => {
  for (const id of ['broken', 'never-seen']) {
    const page = site.text(`${paths.server(id)}index.html`);
    assert.match(page, /tools unknown/);
    assert.doesNotMatch(page, /\b0 tools/);
    assert.equal(JSON.parse(site.text(paths.serverTwin(id, 'json'))).policies, null);
    assert.doesNotMatch(site.text(paths.serverTwin(id, 'md')), /Policy:/);
    assert.equal(existsSync(join(site.out, paths.policy(id))), false);
  }
  assert.match(site.text('servers/index.html'), /broken<\/bdi>.{0,40}<td class="number">unknown</s);
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
    const report = await validator.validateString(site.text(path));
    const messages = report.results.flatMap((result) => result.messages);
    assert.deepEqual(
      messages.map(({ ruleId, message, line }) => `${ruleId} ${line}: ${message}`),
      [],
      path,
    );
  }
});

test('a label is contested with a text that names the definition and the label, to copy or behind a link', () => {
  const path = paths.tool('mcp-server-commands', 'run_command');
  const { classification } = site.json<ToolDocument>(`${path.slice(0, -1)}.json`);
  const page = decode(site.text(`${path}index.html`));
  const [, section = ''] = page.split('id="contest"');
  const text = /<pre[^>]*><code>(.*?)<\/code>/s.exec(section)?.[1] ?? '';
  assert.match(text, /^Server: mcp-server-commands\nTool: run_command\n/);
  assert.match(text, /^Definition: sha256:[0-9a-f]{64}$/m);
  assert.ok(text.includes(`\nLabel now: ${classification?.operation}, ${classification?.risk}`));
  assert.ok(text.includes(`classifier ${classification?.classifierVersion}`));
  const link = /href="(https:\/\/x\.example[^"]+)"/.exec(section)?.[1] ?? '';
  assert.equal(new URL(link).searchParams.get('b'), text);
});

test('a hostile name adds no line to the text that contests its label', () => {
  for (const { name } of hostileTools) {
    const [, section = ''] = site
      .text(`${paths.tool(hostileServer, name)}index.html`)
      .split('id="contest"');
    const text = decode(/<pre[^>]*><code>(.*?)<\/code>/s.exec(section)?.[1] ?? '');
    assert.equal(text.split('\n').length, 8, text);
    assert.doesNotMatch(text, /[\p{Bidi_Control}\0]/u);
  }
});

test('where a program asks by naming a tool nowhere, its panel says so and shows no empty list', () => {
  const page = decode(
    site.text(`${paths.tool('@infisical/mcp', 'create-secret')}index.html`).replace(/<[^>]+>/g, ''),
  );
  assert.match(page, /Nothing to add: Cursor \(editor\) asks .*mcpAllowlist does not name/s);
  assert.match(page, /Nothing to add: Kiro asks/);
  assert.doesNotMatch(page, /"(?:mcpAllowlist|autoApprove|alwaysAllow)": \[\]/);
});

test('a file for one tool decides about no other, and leads to the files of its server', () => {
  const page = decode(
    site.text(
      `${paths.tool('@modelcontextprotocol/server-puppeteer', 'puppeteer_navigate')}index.html`,
    ),
  );
  assert.doesNotMatch(page, /PreToolUse|enabled_tools|toolName = "\*"|"puppeteer_\*"/);
  assert.match(page, /servers\/@modelcontextprotocol~server-puppeteer\/#policy/);
});
