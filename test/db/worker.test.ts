import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPglite } from '../../db/connect.ts';
import { upsertServers } from '../../db/queries/servers.ts';
import { readStatus } from '../../db/queries/status.ts';
import { startWorker, type WorkerEvent } from '../../db/worker.ts';
import { entry, listed, now, tool } from './outcomes.ts';

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
      hostVisits: 2,
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
