import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { crawlServer } from '../../crawler/crawl.ts';
import { type CrawlContext, crawlContext } from '../../crawler/crawl-context.ts';
import { defaultLimits } from '../../crawler/limits.ts';

type Answer = (method: string, request: IncomingMessage) => Promise<[number, object] | undefined>;

const tool = { name: 'a', inputSchema: { type: 'object' } };
const modern = { supportedVersions: ['2026-07-28'], capabilities: { tools: {} } };
const legacy = { protocolVersion: '2025-11-25', capabilities: { tools: {} } };

async function crawl(answer: Answer, options: Partial<CrawlContext>) {
  const server = createServer(async (request, response: ServerResponse) => {
    const { id, method = '' } = JSON.parse((await Array.fromAsync(request)).join('') || '{}');
    const [status, body] = (await answer(method, request)) ?? [202, undefined];
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body && JSON.stringify({ jsonrpc: '2.0', id, ...body }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`;
  const context = crawlContext({
    cacheDir: '/nowhere',
    sandbox: undefined,
    allowPrivate: true,
    ...options,
  });
  const target = { type: 'streamable-http', url, headers: {} } as const;
  try {
    return await crawlServer(
      { id: 'x', registry: 'r', status: 'active', targets: [target] },
      context,
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('a server that left the older protocol since it was last listed is asked in the newer one', async () => {
  const outcome = await crawl(
    async (method) => {
      if (method === 'server/discover') return [200, { result: modern }];
      if (method === 'tools/list') return [200, { result: { tools: [tool] } }];
      return [400, { error: { code: -32022, message: 'Unsupported protocol version' } }];
    },
    { protocolHint: '2025-06-18' },
  );
  assert.ok(outcome.kind === 'listed', JSON.stringify(outcome));
  assert.equal(outcome.protocolVersion, '2026-07-28');
});

test('a late answer to the probe changes nothing of the session that opened', async () => {
  const versions = new Set<unknown>();
  const outcome = await crawl(
    async (method, { headers }) => {
      if (method === 'server/discover') {
        await sleep(400);
        return [200, { result: modern }];
      }
      if (method === 'initialize') return [200, { result: legacy }];
      if (method !== 'tools/list') return undefined;
      versions.add(headers['mcp-protocol-version']);
      await sleep(150);
      const more = versions.size < 2 && Date.now() < until ? { nextCursor: `${Date.now()}` } : {};
      return [200, { result: { tools: [], ...more } }];
    },
    { limits: { ...defaultLimits, probeMs: 100 } },
  );
  assert.equal(outcome.kind, 'listed', JSON.stringify(outcome));
  assert.deepEqual([...versions], ['2025-11-25']);
});
const until = Date.now() + 2_500;
