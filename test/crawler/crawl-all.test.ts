import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { crawlAll } from '../../crawler/crawl-all.ts';
import { type CrawlContext, crawlContext } from '../../crawler/crawl-context.ts';
import { findSandbox } from '../../crawler/sandbox/find-sandbox.ts';
import type { ServerEntry } from '../../crawler/server-entry.ts';
import { hostileEntry, installHostilePackage } from './hostile-package.ts';

describe('crawling many', () => {
  let context: CrawlContext;
  let cacheDir: string;

  before(async () => {
    cacheDir = await mkdtemp(join(tmpdir(), 'mcp-risk-many-'));
    await installHostilePackage(cacheDir);
    context = crawlContext({ cacheDir, sandbox: await findSandbox(cacheDir) });
  });
  after(() => rm(cacheDir, { recursive: true, force: true }));

  const entry = (id: string, behaviour = 'honest'): ServerEntry => ({
    ...hostileEntry(behaviour),
    id,
  });

  test('each server has one outcome, and no more are under way than asked for', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `s${index}`);
    const done: string[] = [];
    let started = 0;
    let most = 0;
    async function* source() {
      for (const id of ids) {
        started += 1;
        most = Math.max(most, started - done.length);
        yield entry(id);
      }
    }
    await crawlAll(source(), context, {
      concurrency: 3,
      onOutcome: ({ serverId }) => {
        done.push(serverId);
      },
    });
    assert.deepEqual(done.sort(), ids.sort());
    assert.ok(most <= 3, `${most} at once`);
  });

  test('an interruption ends what is under way, which is not reported', async () => {
    const interruption = new AbortController();
    const done: string[] = [];
    await crawlAll(
      [entry('first'), entry('hangs', 'silent'), entry('never')],
      {
        ...context,
        signal: interruption.signal,
      },
      {
        concurrency: 1,
        onOutcome: ({ serverId }) => {
          done.push(serverId);
          setTimeout(() => interruption.abort(new Error('Ctrl-C')), 300);
        },
      },
    );
    assert.deepEqual(done, ['first']);
  });

  test('an error of the receiver stops the crawl and is thrown', async () => {
    const full = new Error('the disk is full');
    const crawl = crawlAll([entry('a'), entry('b', 'silent'), entry('c')], context, {
      concurrency: 2,
      onOutcome: () => {
        throw full;
      },
    });
    await assert.rejects(crawl, full);
  });

  test('what a server spoke last time saves the probe', async () => {
    const asked: (string | undefined)[] = [];
    await crawlAll([entry('a', 'dies-of-discover')], context, {
      concurrency: 1,
      protocolHint: () => '2025-11-25',
      onOutcome: (outcome) => {
        asked.push(outcome.kind === 'listed' ? outcome.protocolVersion : outcome.kind);
      },
    });
    assert.deepEqual(asked, ['2025-11-25']);
  });

  test('deleted servers, and those without a way to reach them, are skipped', async () => {
    const reasons: string[] = [];
    const gone: ServerEntry = { ...entry('gone'), status: 'deleted' };
    await crawlAll([gone, { ...entry('nowhere'), targets: [] }], context, {
      concurrency: 1,
      onOutcome: (outcome) => {
        reasons.push(outcome.kind === 'skipped' ? outcome.reason : outcome.kind);
      },
    });
    assert.deepEqual(reasons, [
      'deleted from its registry',
      'its registry names no way to reach it that this crawler has',
    ]);
  });
});
