import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { crawlServer } from '../../../crawler/crawl.ts';
import { readOptOut } from '../../../crawler/guard/opt-out.ts';
import type { Handler } from '../../servers/http/loopback.ts';
import { mcpServer } from '../../servers/http/mcp-server.ts';
import { remoteEntry, startWorld, type World } from '../../servers/http/world.ts';

describe('streamable HTTP', () => {
  let world: World;

  before(async () => {
    world = await startWorld({
      'modern.test': mcpServer({ eras: ['modern'], instructions: 'Ask for the time.' }),
      'modern-stream.test': mcpServer({ eras: ['modern'], streams: true }),
      'legacy.test': mcpServer({ eras: ['legacy'] }),
      'legacy-stream.test': mcpServer({ eras: ['legacy'], streams: true }),
      'both.test': mcpServer({ eras: ['modern', 'legacy'] }),
    });
  });
  after(() => world.close());

  for (const [host, version] of [
    ['modern', '2026-07-28'],
    ['modern-stream', '2026-07-28'],
    ['legacy', '2025-11-25'],
    ['legacy-stream', '2025-11-25'],
    ['both', '2026-07-28'],
  ]) {
    it(`lists the tools of a ${host} server`, async () => {
      const outcome = await crawlServer(remoteEntry(`http://${host}.test/mcp`), world.context);
      assert.equal(outcome.kind, 'listed', JSON.stringify(outcome));
      assert.ok(outcome.kind === 'listed');
      assert.equal(outcome.protocolVersion, version);
      assert.deepEqual(
        outcome.tools.map(({ name }) => name),
        ['read_clock'],
      );
      assert.deepEqual(outcome.serverInfo, { name: 'fixture', version: '1.0.0' });
    });
  }
});

describe('the sessions of streamable HTTP', () => {
  async function requestsOf(handler: Handler, protocolHint?: string) {
    const requests: string[] = [];
    const world = await startWorld({
      'server.test': (request, response, body) => {
        const method = body === '' ? '' : ` ${JSON.parse(body).method}`;
        requests.push(`${request.method}${method}`);
        return handler(request, response, body);
      },
    });
    const hint = protocolHint === undefined ? {} : { protocolHint };
    const entry = remoteEntry('http://server.test/mcp');
    const outcome = await crawlServer(entry, { ...world.context, ...hint });
    await world.close();
    return { outcome, requests };
  }

  it('ends the session it began', async () => {
    const { outcome, requests } = await requestsOf(mcpServer({ eras: ['legacy'] }));
    assert.equal(outcome.kind, 'listed');
    assert.deepEqual(requests, [
      'POST server/discover',
      'POST initialize',
      'POST notifications/initialized',
      'POST tools/list',
      'DELETE',
    ]);
  });

  it('does not probe the newer era where the older one worked before', async () => {
    const { requests } = await requestsOf(mcpServer({ eras: ['legacy'] }), '2025-11-25');
    assert.equal(requests[0], 'POST initialize');
  });

  it('has none in the newer era', async () => {
    const { requests } = await requestsOf(mcpServer({ eras: ['modern'] }));
    assert.deepEqual(requests, ['POST server/discover', 'POST tools/list']);
  });

  it('ignores a session id that is no header value', async () => {
    const legacy = mcpServer({ eras: ['legacy'] });
    const { outcome } = await requestsOf((request, response, body) => {
      const writeHead = response.writeHead.bind(response);
      response.writeHead = ((...given: Parameters<typeof writeHead>) => {
        if (response.hasHeader('mcp-session-id')) response.setHeader('mcp-session-id', 'a b\té');
        return writeHead(...given);
      }) as typeof writeHead;
      return legacy(request, response, body);
    });
    assert.ok(outcome.kind === 'failed', JSON.stringify(outcome));
    assert.match(outcome.message, /no valid session/);
  });

  it('follows the cursor to the last page and keeps what else the list says', async () => {
    const handler = mcpServer({
      eras: ['modern'],
      listTools: ({ cursor }) =>
        cursor === undefined
          ? { tools: [{ name: 'a', inputSchema: {}, ttl: 1 }], nextCursor: 'two' }
          : { tools: [{ name: 'b', inputSchema: {} }] },
    });
    const { outcome } = await requestsOf(handler);
    assert.ok(outcome.kind === 'listed', JSON.stringify(outcome));
    assert.deepEqual(outcome.tools, [
      { name: 'a', inputSchema: {}, ttl: 1 },
      { name: 'b', inputSchema: {} },
    ]);
  });

  it('is interrupted without an outcome of its own', async () => {
    const stop = new AbortController();
    const world = await startWorld({ 'server.test': () => stop.abort(new Error('enough')) });
    const entry = remoteEntry('http://server.test/mcp');
    const outcome = await crawlServer(entry, { ...world.context, signal: stop.signal });
    await world.close();
    assert.ok(outcome.kind === 'skipped', JSON.stringify(outcome));
    assert.equal(outcome.reason, 'interrupted');
  });

  it('asks nothing of a server that opted out or whose address only a user knows', async () => {
    const world = await startWorld(
      { 'server.test': mcpServer({ eras: ['modern'] }) },
      { guard: { optOut: readOptOut('server http://server.test/mcp') } },
    );
    const optedOut = await crawlServer(remoteEntry('http://server.test/mcp'), world.context);
    const unset = (name: string, secret: boolean) => ({
      ...remoteEntry('http://server.test/mcp?x'),
      targets: [
        {
          type: 'streamable-http' as const,
          url: `http://server.test/{${name}}`,
          headers: {},
          unset: [{ name, secret }],
        },
      ],
    });
    const tenant = await crawlServer(unset('tenant', false), world.context);
    const key = await crawlServer(unset('api_key', true), world.context);
    await world.close();
    assert.ok(optedOut.kind === 'skipped' && optedOut.reason === 'opted out');
    assert.ok(tenant.kind === 'skipped' && tenant.reason === 'needs tenant in its URL');
    assert.ok(key.kind === 'auth-required' && key.how === 'api_key in its URL');
    assert.deepEqual(world.dialled, []);
  });
});
