import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Database } from '../../db/connect.ts';
import { recordOutcome } from '../../db/queries/crawls.ts';
import { searchTools } from '../../db/queries/search.ts';
import { getServer, toServerEntry, upsertServers } from '../../db/queries/servers.ts';
import { serversByTarget } from '../../db/queries/targets.ts';
import { entry, later, listed, live, muchLater, now, tool } from './outcomes.ts';

export function describeServers(db: () => Database): void {
  describe('servers', () => {
    test('a server comes back as its registry gave it', async () => {
      const given = entry('round-trip', {
        title: 'nul \0, half a pair \ud800, ␛0041',
        targets: [
          { type: 'streamable-http', url: 'https://x/\0', headers: { '__proto__\ud9ff': 'x' } },
        ],
      });
      await upsertServers(db(), [given], now);
      const server = await getServer(db(), 'round-trip');
      assert.ok(server);
      assert.deepEqual(toServerEntry(server), given);
      assert.equal(server.dueAt, now);
    });

    test('storing the same entries again changes nothing, a new version makes the server due', async () => {
      await upsertServers(db(), [entry('again')], now);
      assert.deepEqual(await upsertServers(db(), [entry('again')], later), {
        added: 0,
        changed: 0,
        unchanged: 1,
        refused: [],
      });
      await recordOutcome(db(), listed('again', later, []), live);
      assert.notEqual((await getServer(db(), 'again'))?.dueAt, later);
      const update = await upsertServers(db(), [entry('again', { version: '2.0.0' })], muchLater);
      assert.equal(update.changed, 1);
      assert.equal((await getServer(db(), 'again'))?.dueAt, muchLater);
    });

    test('a registry cannot take over a server that another one named first', async () => {
      await upsertServers(db(), [entry('owned')], now);
      const result = await upsertServers(
        db(),
        [entry('owned', { registry: 'official', title: 'Mine' })],
        later,
      );
      assert.deepEqual(result.refused, ['owned']);
      assert.equal((await getServer(db(), 'owned'))?.title, null);
    });

    test('a deleted server is kept, is never due, and comes back when its registry says so', async () => {
      await upsertServers(db(), [entry('deleted')], now);
      await upsertServers(db(), [entry('deleted', { status: 'deleted' })], later);
      const gone = await getServer(db(), 'deleted');
      assert.deepEqual([gone?.removedAt, gone?.dueAt], [later, null]);
      await upsertServers(db(), [entry('deleted')], muchLater);
      const back = await getServer(db(), 'deleted');
      assert.deepEqual([back?.removedAt, back?.dueAt], [null, muchLater]);
    });

    test('an entry named twice in one batch is stored once, the last wins', async () => {
      const result = await upsertServers(
        db(),
        [entry('twice'), entry('twice', { title: 'Last' })],
        now,
      );
      assert.equal(result.added, 1);
      assert.equal((await getServer(db(), 'twice'))?.title, 'Last');
    });

    test('1,200 entries are stored in one call', async () => {
      const many = Array.from({ length: 1200 }, (_, n) => entry(`many-${n}`));
      assert.equal((await upsertServers(db(), many, now)).added, 1200);
    });

    test('a server is found by its address however that is written', async () => {
      const targets = [
        { type: 'streamable-http' as const, url: 'https://Found.example:443/mcp', headers: {} },
      ];
      await upsertServers(db(), [entry('found', { targets })], now);
      const at = (url: string) => ({ type: 'sse' as const, url, headers: {} });
      assert.deepEqual(await serversByTarget(db(), at('HTTPS://found.EXAMPLE/mcp')), ['found']);
      assert.deepEqual(await serversByTarget(db(), at('https://found.example/other')), []);
      assert.deepEqual(await serversByTarget(db(), at('no address')), []);
    });

    test('a search finds words in names and descriptions, not in the keys of a definition', async () => {
      const tools = [
        tool('sought', 'Says "quoted (words)\\" of a note'),
        { ...tool('other'), title: 'Zebra crossing' },
      ];
      await upsertServers(db(), [entry('searched')], now);
      await recordOutcome(db(), listed('searched', now, tools), live);
      const found = async (...words: string[]) =>
        (await searchTools(db(), ['searched', ...words], '1', 10)).map(({ name }) => name);
      assert.deepEqual(await found('QUOTED', 'note'), ['sought']);
      assert.deepEqual(await found('"quoted (words)\\"'), ['sought']);
      assert.deepEqual(await found('zebra'), ['other']);
      for (const word of ['properties', 'inputSchema', 'string', '.*', 'quot.d'])
        assert.deepEqual(await found(word), [], word);
    });

    test('a tool that has the words in its name, then in its own description, comes first', async () => {
      const inParameter = { properties: { mode: { description: 'wipe the shelf' } } };
      const tools = [
        { ...tool('a_parameter', 'Sorts.'), inputSchema: inParameter },
        tool('b_description', 'May wipe a shelf.'),
        tool('wipe_shelf', 'Empties it.'),
      ];
      await upsertServers(db(), [entry('ranked')], now);
      await recordOutcome(db(), listed('ranked', now, tools), live);
      const found = await searchTools(db(), ['ranked', 'wipe', 'shelf'], '1', 10);
      assert.deepEqual(
        found.map(({ name }) => name),
        ['wipe_shelf', 'b_description', 'a_parameter'],
      );
    });

    test('a search without words finds nothing', async () => {
      for (const words of [[], [' ', '']]) {
        assert.deepEqual(await searchTools(db(), words, '1', 10), []);
      }
    });
  });
}
