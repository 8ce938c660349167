import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openPglite, openStore, type Store } from '../../db/connect.ts';
import { upsertServers } from '../../db/queries/servers.ts';
import { readStatus } from '../../db/queries/status.ts';
import { startWorker, type WorkerEvent } from '../../db/worker.ts';
import { entry, listed, now, tool } from './outcomes.ts';
import { type Postgres, startPostgres } from './postgres.ts';

const workerFile = fileURLToPath(new URL('fake-worker.ts', import.meta.url));

interface Note {
  event: 'ready' | 'begin' | 'end' | 'classify' | 'build';
  id: string;
  pid: number;
  at: number;
}

describe('workers on one Postgres', () => {
  const count = 500;
  let directory: string;
  let postgres: Postgres;
  let store: Store;
  const workers = new Set<ChildProcess>();
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'mcp-risk-worker-'));
    postgres = await startPostgres();
    store = await openStore({ databaseUrl: postgres.url, home: '' });
    const entries = Array.from({ length: count }, (_, n) => entry(`server-${n}`));
    await upsertServers(store.db, entries, now);
  });
  after(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await store?.close();
    await postgres?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  const log = () => join(directory, 'log');
  const readNotes = async (): Promise<Note[]> =>
    (await readFile(log(), 'utf8').catch(() => ''))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));

  function start(): ChildProcess {
    const child = spawn(process.execPath, [workerFile, postgres.url, log()], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    workers.add(child);
    child.once('exit', () => workers.delete(child));
    return child;
  }

  test('500 servers, three processes, random kill -9: each gets its outcome, none is crawled twice at once', async () => {
    const killedAt = new Map<number, number>();
    for (let n = 0; n < 3; n += 1) start();
    for (let kills = 0; kills < 4; kills += 1) {
      await untilCrawled(store, 60 + kills * 80);
      const victims = [...workers];
      const victim = victims[Math.floor(Math.random() * victims.length)];
      if (!victim) continue;
      victim.kill('SIGKILL');
      await once(victim, 'exit');
      killedAt.set(victim.pid ?? 0, Date.now());
      start();
    }
    await untilCrawled(store, count);
    const notes = await untilNoted(readNotes, isLastBuild);

    const status = await readStatus(store.db, '1', new Date().toISOString());
    assert.equal(status.servers.byOutcome.never, 0);
    assert.equal(status.servers.byOutcome.failed, 50);
    assert.equal(status.tools.current, 2 * 450);
    assert.equal(status.schedule.due, 0);
    assert.equal(status.schedule.leased, 0);
    assertNeverTwiceAtOnce(notes, killedAt);
    const cutOff = notes.filter(({ event }) => event === 'begin').length - count;
    assert.ok(cutOff > 0, 'no kill hit a crawl: the test has shown nothing');

    for (const worker of workers) {
      await untilNoted(readNotes, ({ event, pid }) => event === 'ready' && pid === worker.pid);
      worker.kill('SIGTERM');
      assert.deepEqual(await once(worker, 'exit'), [0, null]);
    }
  });
});

async function untilCrawled(store: Store, wanted: number): Promise<void> {
  for (;;) {
    const { servers } = await readStatus(store.db, '1', now);
    if (servers.total - servers.byOutcome.never >= wanted) return;
    await sleep(250);
  }
}

async function untilNoted(
  readNotes: () => Promise<Note[]>,
  wanted: (note: Note, index: number, notes: Note[]) => boolean,
): Promise<Note[]> {
  for (;;) {
    const notes = await readNotes();
    if (notes.some(wanted)) return notes;
    await sleep(250);
  }
}

/** A build after a classification after the last crawl. */
function isLastBuild({ event }: Note, index: number, notes: Note[]): boolean {
  const lastCrawl = notes.findLastIndex((note) => note.event === 'end');
  const judged = notes.findIndex((note, at) => at > lastCrawl && note.event === 'classify');
  return event === 'build' && judged >= 0 && index > judged;
}

/** A crawl without an end was cut off: it ended when its process was killed. */
function assertNeverTwiceAtOnce(notes: Note[], killedAt: Map<number, number>): void {
  const open = new Map<string, Note>();
  for (const note of notes.toSorted((a, b) => a.at - b.at)) {
    if (note.event === 'begin') {
      const other = open.get(note.id);
      const otherEnd = other ? (killedAt.get(other.pid) ?? Number.POSITIVE_INFINITY) : 0;
      assert.ok(
        otherEnd <= note.at,
        `${note.id} began again while process ${other?.pid} was at it`,
      );
      open.set(note.id, note);
    }
    if (note.event === 'end' && open.get(note.id)?.pid === note.pid) open.delete(note.id);
  }
}

describe('a worker on PGlite', () => {
  test('does all jobs in one process, goes on after an error, and stops with nothing leased', async () => {
    const store = await openPglite();
    await upsertServers(store.db, [entry('good'), entry('bad')], now);
    const events: WorkerEvent[] = [];
    const done = { sync: 0, classify: 0, build: 0 };
    const count = (job: keyof typeof done) => {
      done[job] += 1;
    };
    let attempts = 0;
    const worker = await startWorker(store, {
      concurrency: 2,
      onEvent: (event) => events.push(event),
      handlers: {
        sync: async () => count('sync'),
        classify: async () => count('classify'),
        build: async () => count('build'),
        async crawl({ id }) {
          if (id === 'bad' && ++attempts === 1) throw new Error('a bug');
          return listed(id, new Date().toISOString(), [tool('a')]);
        },
      },
    });
    const crawled = () => events.filter(({ event }) => event === 'crawled').length;
    while (crawled() < 2 || Object.values(done).includes(0)) await sleep(100);
    await worker.stop();
    const status = await readStatus(store.db, '1', new Date().toISOString());
    await store.close();
    assert.equal(attempts, 2);
    assert.deepEqual([status.servers.byOutcome.listed, status.schedule.leased], [2, 0]);
    const errors = events.filter((event) => event.event === 'error');
    assert.deepEqual(
      errors.map(({ job, error }) => [job, error.message]),
      [['crawl', 'a bug']],
    );
  });
});
