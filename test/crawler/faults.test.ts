import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { crawlServer } from '../../crawler/crawl.ts';
import { type CrawlContext, crawlContext } from '../../crawler/crawl-context.ts';
import { createGuard } from '../../crawler/guard/guard.ts';
import type { CrawlOutcome } from '../../crawler/outcome.ts';
import type { Sandbox } from '../../crawler/sandbox/sandbox.ts';
import { unconfined } from '../../crawler/sandbox/unconfined.ts';
import { hostileEntry, installHostilePackage } from './hostile-package.ts';

describe('what would break the crawler ends one server', () => {
  let cacheDir: string;
  let context: CrawlContext;

  before(async () => {
    cacheDir = await mkdtemp(join(tmpdir(), 'mcp-risk-faults-'));
    context = crawlContext({ cacheDir, sandbox: unconfined });
  });
  after(() => rm(cacheDir, { recursive: true, force: true }));

  const assertFailed = (outcome: CrawlOutcome, step: string, message: RegExp) => {
    assert.ok(outcome.kind === 'failed', JSON.stringify(outcome));
    assert.equal(outcome.step, step);
    assert.match(outcome.message, message);
    assert.ok(!outcome.message.includes(cacheDir), outcome.message);
  };

  async function crawlWithManifest(manifest: string): Promise<CrawlOutcome> {
    await installHostilePackage(cacheDir);
    const installed = join(cacheDir, 'npm', 'packages', 'hostile-server@1.0.0');
    const folder = join(installed, 'node_modules', 'hostile-server');
    await mkdir(join(folder, 'lib'), { recursive: true });
    await writeFile(join(folder, 'package.json'), manifest);
    return crawlServer(hostileEntry('honest'), context);
  }

  test('a bin that is a folder', async () => {
    assertFailed(await crawlWithManifest('{"bin":"lib"}'), 'start', /^bin names no file$/);
  });

  test('a package.json that is no JSON', async () => {
    for (const manifest of ['{', 'null', '""']) {
      assertFailed(await crawlWithManifest(manifest), 'install', /no valid package\.json$/);
    }
  });

  test('a package.json with a byte order mark is read as npm reads it', async () => {
    const outcome = await crawlWithManifest('\ufeff{"bin":"hostile-server.mjs"}');
    assert.equal(outcome.kind, 'listed', JSON.stringify(outcome));
  });

  test('arguments that no process can be started with', async () => {
    await installHostilePackage(cacheDir);
    for (const argument of ['a\0b', 'x'.repeat(300_000)]) {
      const outcome = await crawlServer(hostileEntry('honest', argument), context);
      assertFailed(outcome, 'start', /^could not be started: \w+$/);
    }
  });

  test('targets that together take too long', async () => {
    await installHostilePackage(cacheDir);
    const [target] = hostileEntry('silent').targets;
    assert.ok(target);
    const entry = { ...hostileEntry(), targets: Array.from({ length: 50 }, () => target) };
    const limits = { ...context.limits, serverMs: 2_000 };
    assertFailed(
      await crawlServer(entry, { ...context, limits }),
      'connect',
      /^not done within 2 s$/,
    );
  });

  test('an error nobody foresaw, in the sandbox and in the guard', async () => {
    await installHostilePackage(cacheDir);
    const fault = async () => {
      throw new TypeError(`cannot read ${cacheDir}/x`);
    };
    const sandbox: Sandbox = { kind: 'none', confine: fault };
    const confined = await crawlServer(hostileEntry('honest'), { ...context, sandbox });
    assertFailed(confined, 'start', /^unexpected fault: cannot read ~\/x$/);
    const guard = { ...createGuard(), visit: fault };
    const target = { type: 'streamable-http', url: 'https://a.example/', headers: {} } as const;
    const remote = { ...hostileEntry(), targets: [target] };
    assertFailed(await crawlServer(remote, { ...context, guard }), 'connect', /^unexpected fault/);
  });
});
