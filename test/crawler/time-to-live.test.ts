import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import type { JsonObject } from '../../classifier/definition.ts';
import { crawlServer } from '../../crawler/crawl.ts';
import { defaultLimits } from '../../crawler/limits.ts';
import { listTools } from '../../crawler/list-tools.ts';
import { type McpServer, mcpServer } from '../servers/http/mcp-server.ts';
import { remoteEntry, startWorld } from '../servers/http/world.ts';

/** As many pages of a tool list as there are hints, each with its own. */
function paged(hints: readonly JsonObject[]): (params: JsonObject) => JsonObject {
  return ({ cursor = '0' }) => {
    const page = Number(cursor);
    const isLast = page + 1 === hints.length;
    return { tools: [], ...hints[page], ...(isLast ? {} : { nextCursor: String(page + 1) }) };
  };
}

async function recorded(t: TestContext, server: McpServer): Promise<number | undefined> {
  const world = await startWorld({ 'server.test': mcpServer(server) }, {});
  t.after(world.close);
  const outcome = await crawlServer(remoteEntry('http://server.test/mcp'), world.context);
  assert.ok(outcome.kind === 'listed', JSON.stringify(outcome));
  return outcome.ttlMs;
}

describe('how long a server says that its list may be kept', () => {
  test('is recorded with the listing, of all pages the shortest', async (t) => {
    const listTools = paged([{ ttlMs: 86_400_000 }, { ttlMs: 3_600_000 }, { ttlMs: 7_200_000 }]);
    assert.equal(await recorded(t, { eras: ['modern'], listTools }), 3_600_000);
  });

  test('is no time at all where a page says nothing of it', async (t) => {
    const listTools = paged([{ ttlMs: 3_600_000 }, { ttlMs: null }]);
    assert.equal(await recorded(t, { eras: ['modern'], listTools }), undefined);
  });

  test('means nothing in the protocol that does not have it', async (t) => {
    const listTools = paged([{ ttlMs: 3_600_000 }]);
    assert.equal(await recorded(t, { eras: ['legacy'], listTools }), undefined);
  });

  const hostile = [-1, 0, -0, 0.5, Number.NaN, Infinity, -Infinity, 1e300, 2 ** 53];
  for (const value of [...hostile, '3600000', true, [3_600_000], { ms: 1 }, undefined]) {
    test(`is no time where it is ${typeof value} ${JSON.stringify(value)} (${value})`, async () => {
      const session = {
        protocolVersion: '2026-07-28',
        serverInfo: {},
        capabilities: {},
        request: async () => ({ tools: [], ttlMs: value }) as JsonObject,
        close: async () => {},
      };
      const list = await listTools(session, defaultLimits);
      assert.deepEqual(list, { tools: [], malformed: [] });
    });
  }
});
