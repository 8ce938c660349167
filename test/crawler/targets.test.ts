import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { crawlServer } from '../../crawler/crawl.ts';
import { crawlContext } from '../../crawler/crawl-context.ts';

test('what a host asked for is known, however another target of the server ends', async () => {
  const server = createServer((request, response) => {
    const isBusy = request.url === '/busy';
    response.writeHead(isBusy ? 429 : 401, isBusy ? { 'retry-after': '3600' } : {}).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const target = (url: string) => ({ type: 'streamable-http', url, headers: {} }) as const;
  // Two names, since a host that asked to be left alone is not asked again.
  const targets = [
    target(`http://127.0.0.1:${port}/busy`),
    target(`http://localhost:${port}/login`),
  ];
  const context = crawlContext({
    cacheDir: '/nowhere',
    sandbox: undefined,
    allowPrivate: true,
  });
  try {
    const outcome = await crawlServer(
      { id: 'x', registry: 'r', status: 'active', targets },
      context,
    );
    assert.equal(outcome.kind, 'auth-required', JSON.stringify(outcome));
    assert.ok(outcome.retryAt !== undefined && Date.parse(outcome.retryAt) > Date.now());
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
