import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { createMcpServer } from '../../cli/mcp/server.ts';

test('the store is opened for each call anew: one that failed does not stay', async () => {
  let opened = 0;
  const server = createMcpServer(async () => {
    opened += 1;
    throw new Error(`busy ${opened}`);
  }, '1.0.0');
  const client = new Client({ name: 'test', version: '1.0.0' });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(theirs), client.connect(ours)]);
  const search = async (words: string) =>
    JSON.stringify(await client.callTool({ name: 'search_tools', arguments: { words } }));
  assert.match(await search(' \n '), /holds no word/);
  assert.equal(opened, 0, 'blank words open nothing');
  assert.match(await search('delete'), /busy 1/);
  assert.match(await search('delete'), /busy 2/);
  await client.close();
});
