import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { crawlServer } from '../../crawler/crawl.ts';
import { crawlContext } from '../../crawler/crawl-context.ts';
import type { Limits } from '../../crawler/limits.ts';
import type { CrawlOutcome } from '../../crawler/outcome.ts';
import type { ServerEntry } from '../../crawler/server-entry.ts';
import type { Handler } from '../servers/http/loopback.ts';
import { mcpServer, oneTool } from '../servers/http/mcp-server.ts';
import { remoteEntry, startWorld } from '../servers/http/world.ts';

/** @param protocolHint what the server spoke when it was last listed */
async function crawl(
  t: TestContext,
  handler: Handler,
  { protocolHint, limits = {} }: { protocolHint?: string; limits?: Partial<Limits> },
): Promise<CrawlOutcome> {
  const world = await startWorld({ 'server.test': handler }, { limits });
  t.after(world.close);
  const hint = protocolHint === undefined ? {} : { protocolHint };
  return crawlServer(remoteEntry('http://server.test/mcp'), { ...world.context, ...hint });
}

test('a server that left the older protocol since it was last listed is asked in the newer one', async (t) => {
  const server = mcpServer({ eras: ['modern'], tools: [oneTool] });
  const outcome = await crawl(t, server, { protocolHint: '2025-06-18' });
  assert.ok(outcome.kind === 'listed', JSON.stringify(outcome));
  assert.equal(outcome.protocolVersion, '2026-07-28');
});

/** Over stdio: refuses `initialize`, and ends at whatever it is asked next. */
const expired = `
  let refused = false;
  process.stdin.on('data', (data) => {
    if (refused) process.exit(1);
    refused = true;
    const error = { code: -32000, message: 'licence expired' };
    console.log(JSON.stringify({ jsonrpc: '2.0', id: JSON.parse(data).id, error }));
  });`;

test('a server that refuses the older protocol and then ends is told by its refusal', async () => {
  const target = { type: 'command', command: process.execPath, args: ['-e', expired], env: {} };
  const entry = { id: 'x', registry: 'user', status: 'active', targets: [target] } as ServerEntry;
  const context = crawlContext({
    cacheDir: '/nonexistent',
    sandbox: undefined,
    allowUnsandboxed: true,
    protocolHint: '2025-06-18',
  });
  const outcome = await crawlServer(entry, context);
  assert.ok(outcome.kind === 'failed', JSON.stringify(outcome));
  assert.match(outcome.message, /licence expired/);
});

test('a late answer to the probe changes nothing of the session that opened', async (t) => {
  let isProbed = false;
  const strict = mcpServer({
    eras: ['modern', 'legacy'],
    // As long as the probe is open there is another page.
    listTools: ({ cursor = '' }) => ({
      tools: [],
      ...(isProbed ? {} : { nextCursor: `${cursor}.` }),
    }),
  });
  const server: Handler = async (request, response, body) => {
    const isProbe = body.includes('"server/discover"');
    await sleep(isProbe ? 400 : 50);
    await strict(request, response, body);
    // One more page is asked for with the answer to the probe in hand.
    if (isProbe) setTimeout(() => (isProbed = true), 200);
  };
  const outcome = await crawl(t, server, { limits: { probeMs: 100 } });
  assert.ok(outcome.kind === 'listed', JSON.stringify(outcome));
  assert.equal(outcome.protocolVersion, '2025-11-25');
});
