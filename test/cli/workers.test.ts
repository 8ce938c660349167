import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { classifierVersion } from '../../classifier/version.ts';
import { defaultGuardLimits } from '../../crawler/guard/guard-limits.ts';
import { openStore, type Store } from '../../db/connect.ts';
import { readStatus, type StoreStatus } from '../../db/queries/status.ts';
import { crawls } from '../../db/schema.ts';
import { type Postgres, startPostgres } from '../db/postgres.ts';
import { type Call, isBroken, startVillage, type Village } from '../servers/http/village.ts';
import { startCli } from './run-cli.ts';

const size = 500;
const broken = Array.from({ length: size }, (_, number) => number).filter(isBroken).length;

/** All that one worker asked of one server: its crawl of it, cut off or not. */
interface Visit {
  server: string;
  host: string;
  caller: string;
  begin: number;
  end: number;
}

const onLinux = process.platform !== 'linux' && 'only Linux has a whole network on loopback';

describe('three workers on one Postgres', { skip: onLinux }, () => {
  let home: string;
  let postgres: Postgres;
  let store: Store;
  let village: Village;
  let started = 0;
  const workers = new Map<string, ChildProcess>();

  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'mcp-risk-workers-'));
    village = await startVillage(size);
    writeFileSync(join(home, 'servers.json'), JSON.stringify(village.entries));
    postgres = await startPostgres();
    store = await openStore({ databaseUrl: postgres.url, home });
  });
  after(async () => {
    for (const worker of workers.values()) worker.kill('SIGKILL');
    await store?.close();
    await postgres?.stop();
    await village?.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  });

  function startWorker(): void {
    started += 1;
    const name = `worker-${started}`;
    const list = ['--registry', join(home, 'servers.json'), '--allow-private'];
    const own = ['--contact', name, '--concurrency', '4', '--heartbeat', '15', '--json'];
    const jobs = ['--jobs', 'sync,crawl,classify'];
    const child = startCli(home, ['worker', ...jobs, ...list, ...own], {
      DATABASE_URL: postgres.url,
    });
    child.stdout?.resume();
    child.stderr?.pipe(process.stderr);
    workers.set(name, child);
  }

  async function killOne(): Promise<void> {
    const names = [...workers.keys()];
    const name = names[Math.floor(Math.random() * names.length)] ?? '';
    const victim = workers.get(name);
    workers.delete(name);
    victim?.kill('SIGKILL');
    if (victim) await once(victim, 'exit');
  }

  async function until(wanted: (status: StoreStatus) => boolean): Promise<StoreStatus> {
    for (;;) {
      const status = await readStatus(store.db, classifierVersion, new Date().toISOString());
      if (wanted(status)) return status;
      await sleep(250);
    }
  }
  const crawled = ({ servers }: StoreStatus) => servers.total - servers.byOutcome.never;

  test('500 servers, random kill -9: each gets one outcome, none is crawled twice at once', async () => {
    for (let n = 0; n < 3; n += 1) startWorker();
    for (const mark of [80, 200, 320]) {
      await until((status) => crawled(status) >= mark);
      await killOne();
      startWorker();
    }
    const status = await until(
      (found) => crawled(found) === size && found.definitions.unjudged === 0,
    );

    assert.deepEqual(status.servers.byOutcome, {
      listed: size - broken,
      failed: broken,
      'auth-required': 0,
      skipped: 0,
      never: 0,
    });
    assert.equal(status.tools.current, 2 * (size - broken));
    assert.equal(status.definitions.total, 1 + size - broken);
    assert.deepEqual([status.schedule.due, status.schedule.leased], [0, 0]);
    assert.equal(await store.db.$count(crawls), size, 'no outcome was stored twice');

    const visits = visitsOf(village.calls);
    assertNoneAtOnce(visits);
    assert.ok(visits.length > size, 'no kill hit a crawl: the test has shown nothing');
    assert.equal(new Set(visits.map(({ server }) => server)).size, size);
    for (const [host, most] of mostAtOnce(visits)) {
      assert.ok(most <= defaultGuardLimits.hostVisits, `${most} visits at once at ${host}`);
    }
  });

  test('each worker ends in order', async () => {
    for (const worker of workers.values()) {
      worker.kill('SIGTERM');
      assert.deepEqual(await once(worker, 'exit'), [0, null]);
    }
  });
});

function visitsOf(calls: readonly Call[]): Visit[] {
  const visits = new Map<string, Visit>();
  for (const { server, host, caller, begin, end } of calls) {
    const key = `${caller} ${server}`;
    const visit = visits.get(key) ?? { server, host, caller, begin, end };
    visits.set(key, { ...visit, end: Math.max(visit.end, end) });
  }
  return [...visits.values()].sort((a, b) => a.begin - b.begin);
}

function assertNoneAtOnce(visits: readonly Visit[]): void {
  const last = new Map<string, Visit>();
  for (const visit of visits) {
    const { server, caller } = visit;
    const before = last.get(server);
    assert.ok(
      before === undefined || before.end <= visit.begin,
      `${server}: ${caller} began while ${before?.caller} was at it`,
    );
    last.set(server, visit);
  }
}

function mostAtOnce(visits: readonly Visit[]): Map<string, number> {
  const most = new Map<string, number>();
  for (const { host, begin } of visits) {
    const open = visits.filter(
      (other) => other.host === host && other.begin <= begin && begin < other.end,
    );
    most.set(host, Math.max(most.get(host) ?? 0, open.length));
  }
  return most;
}
