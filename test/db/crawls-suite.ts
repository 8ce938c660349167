import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import type { Database } from '../../db/connect.ts';
import { recordOutcome } from '../../db/queries/crawls.ts';
import { getServer, upsertServers } from '../../db/queries/servers.ts';
import { crawls, definitions, tools } from '../../db/schema.ts';
import { entry, later, listed, live, muchLater, now, tool } from './outcomes.ts';

export function describeCrawls(db: () => Database): void {
  describe('crawls', () => {
    test('tools come, change, are renamed and go; the history keeps each of them', async () => {
      const id = 'history';
      await upsertServers(db(), [entry(id)], now);
      const first = [
        tool('keep'),
        tool('edit'),
        tool('drop'),
        tool('old_name', 'Lists the open invoices'),
      ];
      const second = [
        tool('fresh'),
        tool('keep'),
        tool('edit', 'Deletes everything'),
        { ...tool('old_name', 'Lists the open invoices'), name: 'new_name' },
      ];
      const start = await recordOutcome(db(), listed(id, now, first), live);
      assert.deepEqual(start.added, ['keep', 'edit', 'drop', 'old_name']);

      const changes = await recordOutcome(db(), listed(id, later, second), live);
      assert.deepEqual(changes.added, ['fresh']);
      assert.deepEqual(changes.removed, ['drop']);
      assert.deepEqual(
        changes.changed.map(({ name }) => name),
        ['edit'],
      );
      assert.deepEqual(
        changes.renamed.map(({ before, name }) => [before, name]),
        [['old_name', 'new_name']],
      );

      const rows = await toolsOf(db(), id);
      assert.deepEqual(
        rows.filter((row) => row.current).map((row) => row.name),
        ['fresh', 'keep', 'edit', 'new_name'],
      );
      const named = (name: string) => rows.filter((row) => row.name === name);
      assert.deepEqual(
        named('keep').map((row) => [row.firstSeenAt, row.lastSeenAt]),
        [[now, later]],
      );
      assert.deepEqual(
        named('drop').map((row) => [row.lastSeenAt, row.removedAt]),
        [[now, later]],
      );
      const [oldEdit, newEdit] = named('edit').toSorted((a, b) => a.id - b.id);
      assert.deepEqual([oldEdit?.current, oldEdit?.removedAt], [false, null]);
      assert.deepEqual([newEdit?.current, newEdit?.previousHash], [true, oldEdit?.definitionHash]);
      assert.equal(named('new_name')[0]?.renamedFrom, 'old_name');

      const server = await getServer(db(), id);
      assert.deepEqual(
        [server?.toolCount, server?.toolsChangedAt, server?.changedAt],
        [4, later, later],
      );
    });

    test('a listing equal to the one before only moves lastSeenAt', async () => {
      const id = 'unchanged';
      await upsertServers(db(), [entry(id)], now);
      await recordOutcome(db(), listed(id, now, [tool('a'), tool('b')]), live);
      const changes = await recordOutcome(db(), listed(id, later, [tool('a'), tool('b')]), live);
      assert.deepEqual(changes, { added: [], changed: [], renamed: [], removed: [] });
      const rows = await toolsOf(db(), id);
      assert.deepEqual(
        rows.map((row) => [row.firstSeenAt, row.lastSeenAt]),
        [
          [now, later],
          [now, later],
        ],
      );
      assert.equal((await getServer(db(), id))?.changedAt, now);
    });

    for (const end of [
      { kind: 'failed', step: 'connect', message: 'refused' },
      { kind: 'auth-required', how: 'bearer' },
      { kind: 'skipped', reason: 'no sandbox' },
    ] as const) {
      test(`an outcome "${end.kind}" says nothing about tools`, async () => {
        const id = `end-${end.kind}`;
        await upsertServers(db(), [entry(id)], now);
        await recordOutcome(db(), listed(id, now, [tool('a')]), live);
        await recordOutcome(db(), { ...end, serverId: id, at: later, durationMs: 1 }, live);
        assert.deepEqual(
          (await toolsOf(db(), id)).map((row) => [row.current, row.removedAt]),
          [[true, null]],
        );
        const server = await getServer(db(), id);
        assert.deepEqual(
          [server?.lastKind, server?.lastCrawlAt, server?.lastListedAt],
          [end.kind, later, now],
        );
        assert.equal(server?.failures, end.kind === 'failed' ? 1 : 0);
      });
    }

    test('a server whose list may be kept is not due before, counted from the end of its crawl', async () => {
      await upsertServers(db(), [entry('kept')], now);
      const ttlMs = 3 * 24 * 3_600_000;
      const outcome = listed('kept', now, [tool('a')], { ttlMs, durationMs: 60_000 });
      await recordOutcome(db(), outcome, { origin: 'live', random: () => 0 });
      const server = await getServer(db(), 'kept');
      assert.equal(server?.dueAt, new Date(Date.parse(now) + 60_000 + ttlMs).toISOString());
      const [crawl] = await db().select().from(crawls).where(eq(crawls.serverId, 'kept'));
      assert.ok(crawl?.detail.kind === 'listed');
      assert.equal(crawl.detail.ttlMs, ttlMs);
    });

    test('the last fifty crawls of a server are kept, and its history stays whole', async () => {
      await upsertServers(db(), [entry('often'), entry('seldom')], now);
      await recordOutcome(db(), listed('seldom', now, []), live);
      const at = (hour: number) => new Date(Date.parse(now) + hour * 3_600_000).toISOString();
      for (let hour = 0; hour < 53; hour += 1) {
        await recordOutcome(db(), listed('often', at(hour), [tool(`t${hour}`)]), live);
      }
      const kept = await db().select().from(crawls).where(eq(crawls.serverId, 'often'));
      const moments = kept.map((crawl) => crawl.at).sort();
      assert.deepEqual([moments.length, moments[0], moments.at(-1)], [50, at(3), at(52)]);
      assert.equal(await db().$count(crawls, eq(crawls.serverId, 'seldom')), 1);
      assert.equal(await db().$count(tools, eq(tools.serverId, 'often')), 53);
    });

    test('an older listing and a repeated one change no tool', async () => {
      const id = 'order';
      await upsertServers(db(), [entry(id)], now);
      await recordOutcome(db(), listed(id, later, [tool('new')]), live);
      await recordOutcome(db(), listed(id, now, [tool('old')]), live);
      await recordOutcome(db(), listed(id, later, [tool('other')]), live);
      assert.deepEqual(
        (await toolsOf(db(), id)).map((row) => row.name),
        ['new'],
      );
      const rows = await db().select().from(crawls).where(eq(crawls.serverId, id));
      assert.equal(rows.length, 2);
    });

    test('a tool that comes back remembers what it was', async () => {
      const id = 'back';
      await upsertServers(db(), [entry(id)], now);
      await recordOutcome(db(), listed(id, now, [tool('a'), tool('b')]), live);
      await recordOutcome(db(), listed(id, later, [tool('a')]), live);
      await recordOutcome(
        db(),
        listed(id, muchLater, [tool('a'), tool('b', 'Deletes all of it')]),
        live,
      );
      const [before, after] = (await toolsOf(db(), id))
        .filter((row) => row.name === 'b')
        .toSorted((a, b) => a.id - b.id);
      assert.equal(after?.previousHash, before?.definitionHash);
    });

    test('a name listed twice is two tools, as it was listed', async () => {
      const id = 'duplicates';
      await upsertServers(db(), [entry(id)], now);
      const one = tool('same', 'One');
      await recordOutcome(db(), listed(id, now, [one, tool('same', 'Two')]), live);
      const changes = await recordOutcome(
        db(),
        listed(id, later, [one, tool('same', 'Three')]),
        live,
      );
      assert.deepEqual(
        changes.changed.map(({ name }) => name),
        ['same'],
      );
      assert.equal((await toolsOf(db(), id)).filter((row) => row.current).length, 2);
    });

    test('1,100 tools are stored, moved by one and removed', async () => {
      const id = 'huge';
      const many = Array.from({ length: 1100 }, (_, n) => tool(`t${n}`));
      await upsertServers(db(), [entry(id)], now);
      await recordOutcome(db(), listed(id, now, many), live);
      await recordOutcome(db(), listed(id, later, [tool('first'), ...many]), live);
      const rows = (await toolsOf(db(), id)).filter((row) => row.current);
      assert.deepEqual(
        rows.slice(0, 3).map((row) => row.name),
        ['first', 't0', 't1'],
      );
      const emptied = await recordOutcome(db(), listed(id, muchLater, []), live);
      assert.equal(emptied.removed.length, 1101);
    });

    test('names and definitions of any characters, texts of any code units survive', async () => {
      const id = 'hostile';
      await upsertServers(db(), [entry(id)], now);
      let minute = 0;
      // A definition has no half surrogate pair: canonical JSON, under whose hash it is stored, has none.
      const characters = fc.string({ unit: 'binary', maxLength: 30 });
      const codeUnits = fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
        .map((units) => String.fromCharCode(...units));
      await fc.assert(
        fc.asyncProperty(characters, characters, codeUnits, async (name, description, text) => {
          const at = new Date(Date.parse(now) + ++minute * 60_000).toISOString();
          const definition = { ...tool('x', description), name };
          const outcome = listed(id, at, [definition], {
            instructions: text,
            serverInfo: { name: text },
          });
          await recordOutcome(db(), outcome, live);
          const [row] = (await toolsOf(db(), id)).filter((candidate) => candidate.current);
          assert.equal(row?.name, name);
          const [stored] = await db()
            .select()
            .from(definitions)
            .where(eq(definitions.hash, row?.definitionHash ?? ''));
          assert.deepEqual(JSON.parse(stored?.json ?? ''), definition);
          const end = new Date(Date.parse(at) + 1000).toISOString();
          await recordOutcome(
            db(),
            { kind: 'skipped', serverId: id, at: end, durationMs: 1, reason: text },
            live,
          );
          const server = await getServer(db(), id);
          assert.deepEqual(
            [server?.instructions, server?.serverInfo, server?.lastReason],
            [text, { name: text }, text],
          );
        }),
        {
          numRuns: 25,
          examples: [
            ['a\0b', '\u202e<script>', '\ud800'],
            ['__proto__', '', '␛0000\0\udfff\ud800'],
          ],
        },
      );
    });
  });
}

function toolsOf(db: Database, serverId: string) {
  return db.select().from(tools).where(eq(tools.serverId, serverId)).orderBy(asc(tools.position));
}
