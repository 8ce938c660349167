import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openPglite, type Store } from '../../db/connect.ts';
import { validatePolicy } from '../../policy/validate.ts';
import { build } from '../../site/build.ts';
import { paths } from '../../site/data/paths.ts';
import { type Serving, serve } from '../../site/serve.ts';
import { launchChromium } from '../setup/chromium.ts';
import { configurations } from './configurations.ts';
import { fillExampleCatalog, hostileServer, hostileTools, unseenTool } from './example-catalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'mcp-risk-browser-'));
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const kinds: Record<string, string> = {
  home: '',
  search: 'search/?q=delete',
  tool: paths.tool('@infisical/mcp', 'delete-secret'),
  'hostile tool': paths.tool(hostileServer, hostileTools[3]?.name ?? ''),
  'tool with unseen text': paths.tool(hostileServer, unseenTool.name),
  server: paths.server('@zencoderai/slack-mcp-server'),
  'hostile server': paths.server(hostileServer),
  'unreachable server': paths.server('behind-login'),
  servers: 'servers/',
  lists: 'lists/',
  list: 'lists/risk/high/',
  attacks: 'attacks/',
  attack: 'attacks/rug-pull/',
  signals: 'signals/',
  signal: 'signals/deletion/',
  methodology: 'methodology/',
  about: 'about/',
  api: 'api/',
  builder: 'policy-builder/',
};
let store: Store;
let site: Serving;
let browser: Browser;
const contexts: BrowserContext[] = [];
/** What went wrong in any page of this file. */
const faults: string[] = [];

before(async () => {
  store = await openPglite();
  await fillExampleCatalog(store.db);
  await build(store.db, { out: folder });
  site = await serve({ dir: folder, port: 0 });
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  await site?.close();
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(
  path: string,
  options: { width?: number; dark?: boolean; script?: boolean } = {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    colorScheme: options.dark ? 'dark' : 'light',
    javaScriptEnabled: options.script ?? true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  contexts.push(context);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`${path}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith('blob:')) {
      faults.push(`${path}: asked ${request.url()}`);
    }
  });
  await page.goto(site.url + path, { waitUntil: 'networkidle' });
  return page;
}

async function textsOf(page: Page, selector: string): Promise<string[]> {
  return (await page.locator(selector).allTextContents()).map((text) => text.trim());
}

for (const [kind, path] of Object.entries(kinds)) {
  for (const dark of [false, true]) {
    test(`axe finds nothing on the page "${kind}" in ${dark ? 'dark' : 'light'}`, async () => {
      const page = await open(path, { dark });
      await page.evaluate(axeSource);
      const found = (await page.evaluate(
        'axe.run().then((r) => r.violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html).slice(0, 3).join(" ")))',
      )) as string[];
      assert.deepEqual(found, []);
    });
  }

  test(`the page "${kind}" fits 360 pixels`, async () => {
    const page = await open(path, { width: 360 });
    const excess = await page.evaluate(
      'Math.max(0, document.documentElement.scrollWidth - innerWidth)',
    );
    assert.equal(excess, 0);
  });
}

test('typing finds tools, the address carries the query, and a link opens the tool', async () => {
  const page = await open('');
  await page.getByLabel('Search tools by').fill('delete secret');
  await page.locator('.results a').first().waitFor();
  assert.match(page.url(), /\?q=delete\+secret$/);
  assert.equal(await page.locator('.results a').first().textContent(), 'delete-secret');
  await page.locator('.results a').first().click();
  await page.waitForURL(`**/${paths.tool('@infisical/mcp', 'delete-secret')}`);
});

test('filters narrow the results, show counts and stand in the address', async () => {
  const page = await open('search/?q=secret');
  await page.getByText('Filters').click();
  const box = page.getByRole('checkbox', { name: /^destructive \d+/ });
  await box.waitFor();
  const count = Number((await box.locator('..').locator('small').textContent()) ?? '');
  await box.check();
  await page.locator('.status', { hasText: `${count} tool` }).waitFor();
  assert.match(page.url(), /operation=destructive/);
  const words = await page.locator('.results .operation').allTextContents();
  assert.ok(words.length === count && words.every((word) => word === 'destructive'));
  await page.reload({ waitUntil: 'networkidle' });
  assert.equal(await page.locator('.results li').count(), count);
});

test('search works with the keyboard alone', async () => {
  const page = await open('search/');
  await page.keyboard.press('/');
  await page.keyboard.type('screenshot');
  await page.locator('.results a').first().waitFor();
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate('document.activeElement.textContent'), 'puppeteer_screenshot');
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate('document.activeElement.id'), 'q');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/puppeteer_screenshot/');
});

test('a hostile name is found and shown as text', async () => {
  const page = await open('search/?q=script+alert');
  await page.locator('.results a').first().waitFor();
  const names = await page.locator('.results a').allTextContents();
  assert.ok(names.includes('<script>alert(1)</script>'));
  assert.equal(await page.locator('.results script, .results img').count(), 0);
});

test('without JavaScript the search box leads to lists, and policies can be chosen', async () => {
  const found = await open('search/?q=delete', { script: false });
  assert.equal(
    await found.locator('noscript a, .notice a').first().getAttribute('href'),
    '/lists/',
  );
  const page = await open(kinds.tool ?? '', { script: false });
  assert.equal(await page.locator('.panel pre:visible').count(), 1);
  await page.getByRole('radio', { name: 'strict' }).check();
  await page.getByRole('radio', { name: 'Claude Code', exact: true }).check();
  const shown = await page.locator('.panel pre:visible').first().textContent();
  assert.match(shown ?? '', /"deny": \[\s*"mcp__/);
  assert.equal(await page.locator('.panel pre:visible').count(), 1);
});

test('every program that can be chosen on a server page shows its panel', async () => {
  const page = await open(kinds.server ?? '', { script: false });
  const empty: string[] = [];
  for (const choice of await page.locator('.tabs label:has([name="format"])').all()) {
    await choice.locator('input').check();
    const shown = await page.locator('.panel:visible').count();
    if (shown !== 1) empty.push(`${(await choice.textContent())?.trim()}: ${shown}`);
  }
  assert.deepEqual(empty, []);
});

test('copy and download give the policy that is shown, and it validates', async () => {
  const page = await open(kinds.tool ?? '');
  const shown = await page.locator('.panel pre:visible').first().textContent();
  await page.locator('.actions button:visible', { hasText: 'Copy' }).first().click();
  await page.locator('.actions button:visible', { hasText: 'Copied' }).waitFor();
  assert.equal(await page.evaluate('navigator.clipboard.readText()'), shown);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.actions button:visible', { hasText: 'Download' }).first().click(),
  ]);
  assert.equal(download.suggestedFilename(), 'policy.json');
  const saved = readFileSync(await download.path(), 'utf8');
  assert.equal(saved, shown);
  assert.deepEqual(validatePolicy(saved).errors, []);
});

test('a server’s tools are filtered and sorted', async () => {
  const page = await open(kinds.server ?? '');
  await page.getByLabel('Filter').fill('post');
  assert.deepEqual(await textsOf(page, '.tools tbody tr:visible th a'), ['slack_post_message']);
  await page.getByLabel('Filter').fill('');
  await page.getByRole('button', { name: 'Tool' }).click();
  const names = await textsOf(page, '.tools tbody th a');
  assert.deepEqual(names, names.toSorted());
});

for (const { client, name, text, expected } of configurations) {
  test(`the builder makes a file from a configuration of ${name}, and asks for nothing`, async () => {
    const page = await open('policy-builder/');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel('Configuration').fill(text);
    await page.locator('#servers table').first().waitFor();
    await page.locator('#format').selectOption(client);
    await page.locator('#client').selectOption(client);
    await page.getByLabel('Decision for delete-secret').selectOption('deny');
    await page.locator('#files', { hasText: expected }).waitFor();
    assert.match((await page.locator('.status').textContent()) ?? '', /2 servers, 1 of them/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#files button', { hasText: 'Download' }).first().click(),
    ]);
    assert.ok(readFileSync(await download.path(), 'utf8').length > 10);
    assert.deepEqual(
      asked.filter((address) => !address.startsWith('blob:')),
      [],
    );
  });
}

test('the builder says what an allow list leaves out on purpose', async () => {
  const page = await open('policy-builder/');
  await page.locator('#config').fill(configurations[1]?.text ?? '');
  await page.locator('#servers table').first().waitFor();
  await page.locator('#client').selectOption('cursor-ide');
  const text = 'Left out on purpose, of infisical: what is to be asked about';
  await page.locator('#files', { hasText: text }).waitFor();
});

test('the builder names the tools that two servers of a configuration share', async () => {
  const page = await open('policy-builder/');
  const server = { command: 'npx', args: ['-y', '@zencoderai/slack-mcp-server'] };
  await page
    .locator('#config')
    .fill(JSON.stringify({ mcpServers: { work: server, home: server } }));
  const shared = page.locator('#shadowed');
  await shared.getByText('Names that more than one server uses').waitFor();
  const lines = await shared.locator('li').allTextContents();
  assert.equal(lines.length, 2);
  for (const line of lines) assert.match(line, /^(?:work|home): .*slack_post_message/);
});

test('the builder says what is wrong with a file, and where', async () => {
  const page = await open('policy-builder/');
  await page.getByLabel('Configuration').fill('{\n  "mcpServers": {,}\n}');
  await page.locator('.status', { hasText: 'line 2' }).waitFor();
});

test('a tool page weighs at most 30 KB with all it loads, and nothing in it moves', async () => {
  const context = await browser.newContext();
  contexts.push(context);
  const page = await context.newPage();
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => bodies.push(response.body()));
  await page.addInitScript(
    'window.shift = 0; new PerformanceObserver((list) => { for (const e of list.getEntries()) window.shift += e.value; }).observe({ type: "layout-shift", buffered: true });',
  );
  await page.goto(site.url + kinds.tool, { waitUntil: 'networkidle' });
  const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
  assert.ok(bytes > 5_000 && bytes < 30_000, `${bytes} bytes`);
  assert.equal(await page.evaluate('window.shift'), 0);
});

test('the headers forbid what the page does not need', async () => {
  const response = await fetch(site.url);
  const policy = response.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe|\*/);
});

test('no page of this file had an error, a violation of its policy or asked another host', async () => {
  for (const context of contexts) await context.close();
  assert.deepEqual([...new Set(faults)], []);
});
