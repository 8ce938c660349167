import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { asc, eq } from 'drizzle-orm';
import { openPglite, type Store } from '../../db/connect.ts';
import { recordOutcome } from '../../db/queries/crawls.ts';
import { getServer, upsertServers } from '../../db/queries/servers.ts';
import { tools } from '../../db/schema.ts';
import { exportSnapshot, importSnapshot } from '../../db/snapshot.ts';
import { entry, later, listed, live, muchLater, now, tool } from './outcomes.ts';

const hostileTool = {
  ...tool('__proto__', 'nul \0, markup <script>'),
  inputSchema: JSON.parse('{"properties":{"__proto__":{"type":"string"}},"type":"object"}'),
  unknownKey: { b: 1, a: [null, 1e300] },
};

describe('snapshot', () => {
  let directory: string;
  let source: Store;
  let target: Store;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'mcp-risk-snapshot-'));
    source = await openPglite();
    target = await openPglite();
    await upsertServers(
      source.db,
      ['b', 'a', 'ä', 'silent'].map((id) => entry(id)),
      now,
    );
    await recordOutcome(
      source.db,
      listed('b', later, [tool('z'), hostileTool, tool('a')], {
        instructions: 'half \ud800',
        promptCount: 2,
        provenance: {
          target: 'npm:b@1.0.0',
          package: 'b',
          version: '1.0.0',
          integrity: 'sha512-x',
        },
      }),
      live,
    );
    await recordOutcome(source.db, listed('a', now, []), live);
    await recordOutcome(source.db, listed('ä', now, [tool('z')]), live);
  });
  after(async () => {
    await source.close();
    await target.close();
    await rm(directory, { recursive: true });
  });

  const file = (name: string) => join(directory, name);
  const linesOf = async (name: string) =>
    gunzipSync(await readFile(file(name)))
      .toString()
      .trimEnd()
      .split('\n');

  test('holds the listed servers in byte order, the same bytes each time, and no remains', async () => {
    assert.equal(await exportSnapshot(source.db, file('one')), 3);
    await exportSnapshot(source.db, file('two'));
    assert.deepEqual(await readFile(file('one')), await readFile(file('two')));
    const records = (await linesOf('one')).map((line) => JSON.parse(line));
    assert.deepEqual(
      records.map(({ server }) => server),
      ['a', 'b', 'ä'],
    );
    assert.equal(records[1].integrity, 'sha512-x');
    assert.deepEqual((await readdir(directory)).toSorted(), ['one', 'two']);
  });

  test('an import gives the same servers and tools, and the same export', async () => {
    await upsertServers(target.db, [entry('b')], now);
    const result = await importSnapshot(target.db, file('one'), muchLater);
    assert.deepEqual(result, { imported: 3, known: 0, invalid: 0, errors: [] });
    const [theirs, ours] = [await getServer(source.db, 'b'), await getServer(target.db, 'b')];
    for (const key of [
      'instructions',
      'provenance',
      'lastListedAt',
      'promptCount',
      'serverInfo',
    ] as const) {
      assert.deepEqual(ours?.[key], theirs?.[key]);
    }
    assert.deepEqual([ours?.listedFrom, ours?.registry, ours?.dueAt], ['snapshot', 'index', now]);
    assert.deepEqual(await hashesOf(target, 'b'), await hashesOf(source, 'b'));
    assert.equal((await getServer(target.db, 'a'))?.registry, 'snapshot');

    await exportSnapshot(target.db, file('again'));
    const lines = await linesOf('one');
    assert.deepEqual(await linesOf('again'), lines);
  });

  test('a second import changes nothing', async () => {
    const before = await getServer(target.db, 'b');
    const result = await importSnapshot(target.db, file('one'), muchLater);
    assert.deepEqual([result.imported, result.known], [0, 3]);
    assert.deepEqual(await getServer(target.db, 'b'), before);
  });

  test('the registry that names a server takes it over from the snapshot', async () => {
    await upsertServers(target.db, [entry('a', { registry: 'official', title: 'A' })], later);
    assert.equal((await getServer(target.db, 'a'))?.registry, 'official');
  });

  test('a listing by this machine stays, whatever a snapshot says', async () => {
    await recordOutcome(target.db, listed('ä', later, [tool('live')]), live);
    const newer = { ...JSON.parse((await linesOf('one'))[2] ?? ''), at: muchLater };
    await writeFile(file('newer'), gzipSync(JSON.stringify(newer)));
    assert.equal((await importSnapshot(target.db, file('newer'), muchLater)).known, 1);
    assert.deepEqual(await namesOf(target, 'ä'), ['live']);
  });

  test('invalid lines are named by their number and do not stop the rest', async () => {
    const [first] = await linesOf('one');
    const good = { ...JSON.parse(first ?? ''), server: 'good' };
    const lines = [
      'no json',
      JSON.stringify({ ...good, schemaVersion: '2.0' }),
      JSON.stringify({ ...good, tools: [{ name: 7 }] }),
      JSON.stringify({ ...good, at: '2999-01-01T00:00:00Z' }),
      '[]',
      JSON.stringify({ ...good, tools: [{ ...tool('odd'), x: 0 }] }).replace('"x":0', '"x":1e999'),
      JSON.stringify({ ...good, tools: [{ ...tool('odd'), x: '\ud800' }] }),
      JSON.stringify(good),
    ];
    await writeFile(file('bad'), gzipSync(lines.join('\n')));
    const result = await importSnapshot(target.db, file('bad'), muchLater);
    assert.deepEqual([result.imported, result.invalid], [1, 7]);
    assert.deepEqual(
      result.errors.map(({ line }) => line),
      [1, 2, 3, 4, 5, 6, 7],
    );
    assert.match(result.errors[2]?.reason ?? '', /^tools\.0: a tool needs/);
    assert.equal(result.errors[5]?.reason, 'tools.0: a tool holds a number out of range');
    assert.equal(result.errors[6]?.reason, 'tools.0: a tool holds half a surrogate pair');
    assert.equal((await getServer(target.db, 'good'))?.lastListedAt, now);
  });

  test('a file cut off in the middle gives what came before', async () => {
    const whole = await readFile(file('one'));
    await writeFile(file('cut'), whole.subarray(0, whole.length - 20));
    const result = await importSnapshot(target.db, file('cut'), muchLater);
    assert.match(result.errors.at(-1)?.reason ?? '', /ends in the middle/);
    await assert.rejects(importSnapshot(target.db, file('none'), now), { code: 'ENOENT' });
  });

  test('an export that fails leaves nothing behind', async () => {
    await assert.rejects(exportSnapshot(source.db, join(directory, 'none', 'x')), {
      code: 'ENOENT',
    });
    const files = await readdir(directory);
    assert.deepEqual(
      files.filter((name) => name.endsWith('.tmp')),
      [],
    );
  });
});

async function hashesOf({ db }: Store, serverId: string): Promise<string[]> {
  const rows = await db
    .select()
    .from(tools)
    .where(eq(tools.serverId, serverId))
    .orderBy(asc(tools.position));
  return rows.map((row) => row.definitionHash);
}

async function namesOf({ db }: Store, serverId: string): Promise<string[]> {
  const rows = await db.select().from(tools).where(eq(tools.serverId, serverId));
  return rows.filter((row) => row.current).map((row) => row.name);
}
