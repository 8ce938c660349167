import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { createMcpServer } from '../../cli/mcp/server.ts';
import { openPglite } from '../../db/connect.ts';
import { upsertServers } from '../../db/queries/servers.ts';

async function connect(catalog: Parameters<typeof createMcpServer>[0]): Promise<Client> {
  const server = createMcpServer(catalog, '1.0.0');
  const client = new Client({ name: 'test', version: '1.0.0' });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(theirs), client.connect(ours)]);
  return client;
}

test('the store is opened for each call anew: one that failed does not stay', async () => {
  let opened = 0;
  const client = await connect(async () => {
    opened += 1;
    throw new Error(`busy ${opened}`);
  });
  const search = async (words: string) =>
    JSON.stringify(await client.callTool({ name: 'search_tools', arguments: { words } }));
  assert.match(await search(' \n '), /holds no word/);
  assert.equal(opened, 0, 'blank words open nothing');
  assert.match(await search('delete'), /busy 1/);
  assert.match(await search('delete'), /busy 2/);
  await client.close();
});

test('a server that was never listed gets no policy', async (t) => {
  const store = await openPglite();
  t.after(() => store.close());
  const entry = { id: 'unseen', registry: 'user', status: 'active' as const, targets: [] };
  await upsertServers(store.db, [entry], '2026-11-01T00:00:00.000Z');
  const client = await connect((use) => use({ ...store, home: '' }));
  const call = { name: 'recommend_policy', arguments: { server: 'unseen' } };
  const { isError, content } = await client.callTool(call);
  assert.equal(isError, true);
  assert.match(JSON.stringify(content), /the tools of unseen are unknown/);
  await client.close();
});
