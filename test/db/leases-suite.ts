import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Database } from '../../db/connect.ts';
import { recordOutcome } from '../../db/queries/crawls.ts';
import { finishSync, readSyncState, saveCursor } from '../../db/queries/cursors.ts';
import { dueServers, leaseServer, releaseLeases } from '../../db/queries/leases.ts';
import { upsertServers } from '../../db/queries/servers.ts';
import { entry, later, listed, live, now } from './outcomes.ts';

// Long before the other suites, so that their servers are not due yet.
const then = '2020-01-01T00:00:00.000Z';
const afterLease = '2020-01-01T00:02:00.000Z';
const lease = (owner: string, now = then) => ({ owner, now, seconds: 60 });

export function describeLeases(db: () => Database): void {
  describe('leases and cursors', () => {
    test('a due server goes to one process at a time', async () => {
      await upsertServers(
        db(),
        ['l1', 'l2', 'l3', 'l4', 'l5'].map((id) => entry(id)),
        then,
      );
      const ids = await dueServers(db(), then, 10);
      assert.deepEqual(ids, ['l1', 'l2', 'l3', 'l4', 'l5']);
      for (const id of ids) {
        const takers = ['a', 'b', 'c'].map((owner) => leaseServer(db(), id, lease(owner)));
        const taken = (await Promise.all(takers)).filter((server) => server !== undefined);
        assert.equal(taken.length, 1, id);
      }
      assert.deepEqual(await dueServers(db(), then, 10), []);
    });

    test('an expired lease is free for others, a living one is not', async () => {
      assert.equal(await leaseServer(db(), 'l1', lease('d')), undefined);
      const taken = await leaseServer(db(), 'l1', lease('d', afterLease));
      assert.equal(taken?.leaseOwner, 'd');
      assert.equal((await dueServers(db(), afterLease, 10)).length, 4);
    });

    test('its owner may take a server again; unknown servers cannot be taken', async () => {
      assert.equal((await leaseServer(db(), 'l1', lease('d', afterLease)))?.id, 'l1');
      assert.equal(await leaseServer(db(), 'nobody', lease('d')), undefined);
    });

    test('an outcome of somebody else leaves the lease to its owner', async () => {
      await upsertServers(db(), [entry('held')], now);
      await leaseServer(db(), 'held', lease('a', now));
      await recordOutcome(db(), listed('held', now, []), { ...live, owner: 'b' });
      await recordOutcome(db(), listed('held', later, []), { origin: 'snapshot' });
      assert.equal(await leaseServer(db(), 'held', lease('b', now)), undefined);
      assert.equal((await leaseServer(db(), 'held', lease('a', now)))?.leaseOwner, 'a');
    });

    test('an outcome gives the lease back and moves the due time on', async () => {
      const mine = { ...live, owner: 'd', random: () => 0.5 };
      await recordOutcome(db(), listed('l1', afterLease, []), mine);
      const dayLater = '2020-01-02T00:02:00.000Z';
      assert.equal((await leaseServer(db(), 'l1', lease('e', afterLease)))?.dueAt, dayLater);
    });

    test('a process that stops gives back what it holds', async () => {
      const due = await dueServers(db(), afterLease, 10);
      assert.equal(due.length, 4);
      for (const id of due) assert.ok(await leaseServer(db(), id, lease('f', afterLease)));
      assert.deepEqual(await dueServers(db(), afterLease, 10), []);
      await releaseLeases(db(), 'f');
      assert.equal((await dueServers(db(), afterLease, 10)).length, 4);
    });

    test('an interrupted reading of a registry goes on at its page and counts from its start', async () => {
      assert.deepEqual(await readSyncState(db(), 'r'), {
        cursor: null,
        startedAt: null,
        syncedAt: null,
      });
      await saveCursor(db(), 'r', 'page2\0', then);
      await saveCursor(db(), 'r', 'page3', afterLease);
      assert.deepEqual(await readSyncState(db(), 'r'), {
        cursor: 'page3',
        startedAt: then,
        syncedAt: null,
      });
      await finishSync(db(), 'r', afterLease);
      assert.deepEqual(await readSyncState(db(), 'r'), {
        cursor: null,
        startedAt: null,
        syncedAt: then,
      });
    });
  });
}
