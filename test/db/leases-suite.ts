import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Database } from '../../db/connect.ts';
import { recordOutcome } from '../../db/queries/crawls.ts';
import { finishSync, readSyncState, saveCursor } from '../../db/queries/cursors.ts';
import { dueServers, leaseServer, releaseLeases } from '../../db/queries/leases.ts';
import { type Server, upsertServers } from '../../db/queries/servers.ts';
import { entry, later, listed, live, now } from './outcomes.ts';

// Long before the other suites, so that their servers are not due yet.
const then = '2020-01-01T00:00:00.000Z';
const afterLease = '2020-01-01T00:02:00.000Z';
const lease = (owner: string, now = then) => ({ owner, now, seconds: 60, hostVisits: 2 });

const onHost = (host: string, id: string) =>
  entry(id, { targets: [{ type: 'streamable-http', url: `https://${host}/${id}`, headers: {} }] });

export function describeLeases(db: () => Database): void {
  async function take(id: string, owner: string, now = then): Promise<Server | undefined> {
    const answer = await leaseServer(db(), id, lease(owner, now));
    return 'server' in answer ? answer.server : undefined;
  }
  const dueIds = async (now: string) => (await dueServers(db(), now)).map(({ id }) => id);

  describe('leases and cursors', () => {
    test('a due server goes to one process at a time', async () => {
      await upsertServers(
        db(),
        ['l1', 'l2', 'l3', 'l4', 'l5'].map((id) => entry(id)),
        then,
      );
      const ids = await dueIds(then);
      assert.deepEqual(ids, ['l1', 'l2', 'l3', 'l4', 'l5']);
      for (const id of ids) {
        const takers = ['a', 'b', 'c'].map((owner) => take(id, owner));
        const taken = (await Promise.all(takers)).filter((server) => server !== undefined);
        assert.equal(taken.length, 1, id);
      }
      assert.deepEqual(await dueIds(then), []);
    });

    test('an expired lease is free for others, a living one is not', async () => {
      assert.equal(await take('l1', 'd'), undefined);
      const taken = await take('l1', 'd', afterLease);
      assert.equal(taken?.leaseOwner, 'd');
      assert.equal((await dueIds(afterLease)).length, 4);
    });

    test('its owner may take a server again; unknown servers cannot be taken', async () => {
      assert.equal((await take('l1', 'd', afterLease))?.id, 'l1');
      assert.equal(await take('nobody', 'd'), undefined);
    });

    test('an outcome of somebody else leaves the lease to its owner', async () => {
      await upsertServers(db(), [entry('held')], now);
      await take('held', 'a', now);
      await recordOutcome(db(), listed('held', now, []), { ...live, owner: 'b' });
      await recordOutcome(db(), listed('held', later, []), { origin: 'snapshot' });
      assert.equal(await take('held', 'b', now), undefined);
      assert.equal((await take('held', 'a', now))?.leaseOwner, 'a');
    });

    test('an outcome gives the lease back and moves the due time on', async () => {
      const mine = { ...live, owner: 'd', random: () => 0.5 };
      await recordOutcome(db(), listed('l1', afterLease, []), mine);
      const dayLater = '2020-01-02T00:02:00.000Z';
      assert.equal((await take('l1', 'e', afterLease))?.dueAt, dayLater);
    });

    test('a process that stops gives back what it holds', async () => {
      const due = await dueIds(afterLease);
      assert.equal(due.length, 4);
      for (const id of due) assert.ok(await take(id, 'f', afterLease));
      assert.deepEqual(await dueIds(afterLease), []);
      await releaseLeases(db(), 'f');
      assert.equal((await dueIds(afterLease)).length, 4);
    });

    test('one server of each host is due before the second of any', async () => {
      const early = '2019-01-01T00:00:00.000Z';
      const crowd = ['a1', 'a2', 'a3', 'a4'].map((id) => onHost('Crowd.test', id));
      await upsertServers(db(), [...crowd, onHost('lone.test', 'z1'), entry('z2')], early);
      assert.deepEqual(await dueServers(db(), early), [
        { id: 'a1', host: 'crowd.test' },
        { id: 'z1', host: 'lone.test' },
        { id: 'z2', host: null },
        ...['a2', 'a3', 'a4'].map((id) => ({ id, host: 'crowd.test' })),
      ]);
    });

    test('all owners together hold two servers of a host, at any order of asking', async () => {
      const ids = ['a1', 'a2', 'a3', 'a4'];
      const takers = ids.map((id, n) => leaseServer(db(), id, lease(`job ${n}`)));
      const answers = await Promise.all(takers);
      const refused = answers.filter((answer) => 'refused' in answer);
      assert.deepEqual(refused, [{ refused: 'host-busy' }, { refused: 'host-busy' }]);
      assert.ok(await take('z1', 'job 9'), 'another host is free');
      for (const n of ids.keys()) await releaseLeases(db(), `job ${n}`);
    });

    test('one owner alone keeps the limit by itself; then others wait until it is through', async () => {
      for (const id of ['a1', 'a2', 'a3']) assert.ok(await take(id, 'alone'));
      assert.deepEqual(await leaseServer(db(), 'a4', lease('other')), { refused: 'host-busy' });
      assert.ok(await take('a4', 'other', afterLease), 'its leases have ended');
      assert.deepEqual(await leaseServer(db(), 'nobody', lease('other')), { refused: 'taken' });
    });

    test('a host that asks for time gets it from all who share the store', async () => {
      const at = '2020-03-01T00:00:00.000Z';
      const retryAt = '2020-03-01T05:00:00.000Z';
      const tooMany = { kind: 'failed', step: 'connect', message: '429', durationMs: 1 } as const;
      const ids = ['b1', 'b2', 'b3'];
      await upsertServers(db(), [...ids.map((id) => onHost('busy.test', id)), entry('b4')], at);
      await recordOutcome(db(), { ...tooMany, serverId: 'b1', at, retryAt }, live);
      const due = async (moment: string) => (await dueIds(moment)).filter((id) => id[0] === 'b');
      assert.deepEqual(await due('2020-03-01T04:59:59.999Z'), ['b4']);
      assert.deepEqual(await due(retryAt), ['b4', 'b1', 'b2', 'b3']);
    });

    test('an interrupted reading of a registry goes on at its page and counts from its start', async () => {
      assert.deepEqual(await readSyncState(db(), 'r'), {
        cursor: null,
        syncedAt: null,
      });
      await saveCursor(db(), 'r', 'page2\0', then);
      await saveCursor(db(), 'r', 'page3', afterLease);
      assert.deepEqual(await readSyncState(db(), 'r'), {
        cursor: 'page3',
        syncedAt: null,
      });
      await finishSync(db(), 'r', afterLease);
      assert.deepEqual(await readSyncState(db(), 'r'), {
        cursor: null,
        syncedAt: then,
      });
    });
  });
}
