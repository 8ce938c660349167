import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStore, StoreUnreachableError } from '../../db/connect.ts';
import { StoreInUseError } from '../../db/lock.ts';
import { recordOutcome } from '../../db/queries/crawls.ts';
import { leaseServer } from '../../db/queries/leases.ts';
import { eachServer, getServer, upsertServers } from '../../db/queries/servers.ts';
import { readStatus } from '../../db/queries/status.ts';
import { entry, listed, live, now, tool } from './outcomes.ts';

const writer = fileURLToPath(new URL('endless-writer.ts', import.meta.url));

describe('a store in a directory', () => {
  let home: string;
  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'mcp-risk-home-'));
  });
  after(() => rm(home, { recursive: true, force: true }));

  test('is kept between two openings, but for the leases of the process before', async () => {
    const first = await openStore({ home });
    await upsertServers(first.db, [entry('kept')], now);
    await leaseServer(first.db, 'kept', { owner: 'before', now, seconds: 999, hostVisits: 2 });
    await first.close();
    await first.close();
    const second = await openStore({ home });
    const kept = await getServer(second.db, 'kept');
    assert.deepEqual([kept?.firstSeenAt, kept?.leaseOwner, kept?.leaseUntil], [now, null, null]);
    await second.close();
  });

  test('does not grow by being updated', async () => {
    const ids = Array.from({ length: 2000 }, (_, n) => `updated-${n}`);
    const sizes: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const { db, driver, close } = await openStore({ home });
      assert.ok(driver.kind === 'pglite');
      for (const title of [`${round}a`, `${round}b`]) {
        await upsertServers(
          db,
          ids.map((id) => entry(id, { title })),
          now,
        );
      }
      const size = "select pg_relation_size('servers')::int as bytes";
      sizes.push((await driver.pglite.query<{ bytes: number }>(size)).rows[0]?.bytes ?? 0);
      await close();
    }
    assert.ok((sizes[2] ?? 0) <= (sizes[1] ?? 0) * 1.1, `${sizes} bytes`);
  });

  test('opens for one process at a time, says who has it, and is free after kill -9', async () => {
    const { child, written } = startWriter(home);
    await written;
    const refused = await openStore({ home }).then(
      () => assert.fail('opened twice'),
      (error: unknown) => error,
    );
    assert.ok(refused instanceof StoreInUseError);
    assert.equal(refused.pid, child.pid);
    assert.match(refused.message, new RegExp(`in use by process ${child.pid}\\b.*DATABASE_URL`));

    child.kill('SIGKILL');
    await once(child, 'exit');
    const store = await openStore({ home });
    try {
      await assertSound(store.db);
    } finally {
      await store.close();
    }
  });

  test('of two processes that come at once, one gets it', async () => {
    const writers = [startWriter(home), startWriter(home), startWriter(home)];
    const ends = await Promise.all(
      writers.map(({ child, written }) =>
        Promise.race([written.then(() => 'open'), once(child, 'exit').then(([code]) => code)]),
      ),
    );
    for (const { child } of writers) child.kill('SIGKILL');
    assert.deepEqual(ends.toSorted(), [7, 7, 'open']);
  });
});

test('a Postgres that does not answer is named without its password', async () => {
  const databaseUrl = 'postgres://user:secret@127.0.0.1:1/none';
  const error = await openStore({ databaseUrl, home: '' }).catch((error: unknown) => error);
  assert.ok(error instanceof StoreUnreachableError);
  assert.match(error.message, /DATABASE_URL.*ECONNREFUSED/);
  assert.doesNotMatch(error.message, /secret/);
});

test('a DATABASE_URL that is no address is refused like one that does not answer', async () => {
  for (const databaseUrl of ['postgres://user:secret@host:port/x', 'postgres://%zz:secret@h/x']) {
    const error = await openStore({ databaseUrl, home: '' }).catch((error: unknown) => error);
    assert.ok(error instanceof StoreUnreachableError, `${error}`);
    assert.doesNotMatch(error.message, /secret/);
  }
});

/** Whatever moment the writer died in: each crawl is whole or not there. */
async function assertSound(db: Parameters<typeof recordOutcome>[0]) {
  for await (const server of eachServer(db)) {
    if (server.id === 'kept' || server.id.startsWith('updated-')) continue;
    assert.equal(server.toolCount, server.lastKind === null ? 0 : 20);
  }
  const status = await readStatus(db, '1', now);
  assert.equal(status.tools.current, status.servers.byOutcome.listed * 20);
  await upsertServers(db, [entry('after')], now);
  await recordOutcome(db, listed('after', now, [tool('a')]), live);
}

/** Exits with 7 when the store is in use. `written` resolves once it has begun to write. */
function startWriter(home: string): { child: ChildProcess; written: Promise<void> } {
  const child = spawn(process.execPath, [writer, home], { stdio: ['ignore', 'pipe', 'inherit'] });
  const written = new Promise<void>((resolve) => {
    child.stdout?.once('data', () => resolve());
  });
  return { child, written };
}
