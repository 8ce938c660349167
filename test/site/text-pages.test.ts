import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { openPglite } from '../../db/connect.ts';
import { build } from '../../site/build.ts';
import { type Serving, serve } from '../../site/serve.ts';
import { launchChromium } from '../setup/chromium.ts';

const out = mkdtempSync(join(tmpdir(), 'mcp-risk-text-'));
let site: Serving;
let browser: Browser;

before(async () => {
  const store = await openPglite();
  await build(store.db, { out });
  await store.close();
  site = await serve({ dir: out, port: 0 });
  browser = await launchChromium();
});

after(async () => {
  await browser?.close();
  await site?.close();
  rmSync(out, { recursive: true, force: true });
});

/** Words of tables, outside of code, of which the first and the last letter stand in different lines. */
const brokenWords = `[...document.querySelectorAll('td, th')].flatMap((cell) => {
  const found = [];
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    if (node.parentElement.closest('code')) continue;
    for (const { 0: word, index } of node.data.matchAll(/[\\w.]+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) found.push(word);
    }
  }
  return found;
})`;

test('a page loads no model and no signals: the builder’s script weighs at most 100 KB', async () => {
  for (const name of ['builder', 'search', 'policies', 'tool-table']) {
    const script = await (await fetch(`${site.url}assets/${name}.js`)).text();
    assert.ok(script.length > 100 && script.length < 100_000, `${name}: ${script.length}`);
  }
});

for (const path of ['methodology/', 'about/', 'api/']) {
  for (const width of [360, 1280]) {
    test(`no number and no word of a table of ${path} is broken at ${width} pixels, and the page fits`, async () => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      await page.goto(site.url + path);
      assert.deepEqual(await page.evaluate(brokenWords), []);
      const excess = 'Math.max(0, document.documentElement.scrollWidth - innerWidth)';
      assert.equal(await page.evaluate(excess), 0);
      await page.close();
    });
  }
}
