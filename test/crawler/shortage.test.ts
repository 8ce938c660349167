import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';

const shortage = 'the crawler ran out of descriptors';
const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);

/** Does something again and again, each time with one descriptor more, and prints how each time ended. */
const script = `
  import { closeSync, openSync } from 'node:fs';
  import { crawlServer } from ${url('../../crawler/crawl.ts')};
  import { crawlContext } from ${url('../../crawler/crawl-context.ts')};
  import { createResolve } from ${url('../../crawler/guard/dialler.ts')};
  import { createGuard } from ${url('../../crawler/guard/guard.ts')};
  import { runInstaller } from ${url('../../crawler/packages/run-installer.ts')};
  import { unconfined } from ${url('../../crawler/sandbox/unconfined.ts')};
  import { hostileEntry, installHostilePackage } from ${url('hostile-package.ts')};

  const [cacheDir, what] = process.argv.slice(1);
  await installHostilePackage(cacheDir);
  const guard = createGuard({ resolve: createResolve(['127.0.0.1:1']) });
  const context = crawlContext({ cacheDir, sandbox: unconfined, allowPrivate: true, guard });
  const { signal } = new AbortController();
  const installer = { command: '/bin/sh', args: ['-c', ''], cwd: '/', env: {}, timeoutMs: 10_000, signal };
  const connectTo = (host) => () => {
    const remote = { type: 'streamable-http', url: 'http://' + host + ':9/', headers: {} };
    return crawlServer({ ...hostileEntry(), targets: [remote] }, context);
  };
  const work = {
    start: () => crawlServer(hostileEntry('honest'), context),
    install: () =>
      runInstaller({ ...installer, secrets: [], unknown: /never/ }).then(
        () => ({ kind: 'installed' }),
        ({ end }) => end,
      ),
    connect: connectTo('127.0.0.1'),
    resolve: connectTo('localhost'),
  };
  for (let left = 0; left < 24; left += 1) {
    const taken = [];
    try {
      for (;;) taken.push(openSync('/dev/null'));
    } catch {}
    for (let i = 0; i < left; i += 1) closeSync(taken.pop());
    const { kind, reason, message } = await work[what]();
    for (const descriptor of taken) closeSync(descriptor);
    console.log(reason ?? message ?? kind);
  }
`;

/** Crawls a server that never answers, takes every descriptor once it is started, and prints how that ended. */
const watching = `
  import { openSync } from 'node:fs';
  import { setTimeout as sleep } from 'node:timers/promises';
  import { crawlServer } from ${url('../../crawler/crawl.ts')};
  import { crawlContext } from ${url('../../crawler/crawl-context.ts')};
  import { defaultLimits } from ${url('../../crawler/limits.ts')};
  import { unconfined } from ${url('../../crawler/sandbox/unconfined.ts')};
  import { hostileEntry, installHostilePackage } from ${url('hostile-package.ts')};

  const [cacheDir] = process.argv.slice(1);
  await installHostilePackage(cacheDir);
  const limits = { ...defaultLimits, idleMs: 3_000 };
  const crawl = crawlServer(hostileEntry('silent'), crawlContext({ cacheDir, sandbox: unconfined, limits }));
  while (!process.getActiveResourcesInfo().includes('ProcessWrap')) await sleep(20);
  try {
    for (;;) openSync('/dev/null');
  } catch {}
  const { reason, message } = await crawl;
  console.log(reason ?? message);
`;

describe('a crawler without descriptors', {
  skip: process.platform === 'win32' && 'has no such limit',
}, () => {
  const cacheDir = mkdtempSync(join(tmpdir(), 'mcp-risk-shortage-'));
  after(() => rmSync(cacheDir, { recursive: true, force: true }));

  const enough = {
    start: 'listed',
    install: 'installed',
    connect: 'no connection: ECONNREFUSED',
    resolve: 'no connection: ECONNREFUSED',
  };
  for (const [what, last] of Object.entries(enough)) {
    test(`says so at ${what}, blames no server and goes on`, () => {
      const said = runLimited(script, cacheDir, what);
      assert.deepEqual([...new Set(said)], [shortage, last]);
    });
  }

  test('ends a server that it can watch no more and blames it for nothing', {
    skip: process.platform !== 'linux' && 'nothing is watched',
  }, () => {
    assert.deepEqual(runLimited(watching, cacheDir), [shortage]);
  });
});

/** The lines that a script writes where a process may have no more than 300 descriptors. */
function runLimited(script: string, ...args: string[]): string[] {
  const node = [process.execPath, '--input-type=module', '-e', script, ...args];
  const limited = ['-c', 'ulimit -n 300 && exec "$@"', 'sh', ...node];
  return execFileSync('/bin/sh', limited, { encoding: 'utf8' }).trim().split('\n');
}
