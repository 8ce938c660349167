import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { installHostilePackage } from './hostile-package.ts';
import { processesWith, untilGone } from './processes.ts';

const moduleUrl = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);

test('kill -9 of the crawler ends the server and its children', async () => {
  const cacheDir = await mkdtemp(join(tmpdir(), 'mcp-risk-killed-'));
  await installHostilePackage(cacheDir);
  const script = `
    const { crawlServer } = await import(${moduleUrl('../../crawler/crawl.ts')});
    const { crawlContext } = await import(${moduleUrl('../../crawler/crawl-context.ts')});
    const { findSandbox } = await import(${moduleUrl('../../crawler/sandbox/find-sandbox.ts')});
    const { hostileEntry } = await import(${moduleUrl('./hostile-package.ts')});
    const cacheDir = process.env.CACHE;
    const sandbox = await findSandbox(cacheDir);
    await crawlServer(hostileEntry('silent', process.env.MARKER), crawlContext({ cacheDir, sandbox }));
  `;
  const marker = `9753${Math.floor(Math.random() * 1e9)}`;
  const crawler = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, CACHE: cacheDir, MARKER: marker },
    stdio: 'inherit',
  });
  try {
    // Until the server itself runs: a crawler killed before bwrap asks to die with it is not what is meant here.
    while (!(await processesWith(marker)).some((line) => line.startsWith('/runtime/'))) {
      assert.equal(crawler.exitCode, null, 'the crawler ended by itself');
      await sleep(50);
    }
    crawler.kill('SIGKILL');
    await once(crawler, 'exit');
    assert.deepEqual(await untilGone(marker), []);
  } finally {
    crawler.kill('SIGKILL');
    await rm(cacheDir, { recursive: true, force: true });
  }
});
