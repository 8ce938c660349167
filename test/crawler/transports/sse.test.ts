import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { crawlServer } from '../../../crawler/crawl.ts';
import { mcpServer } from '../../servers/http/mcp-server.ts';
import { sseServer } from '../../servers/http/sse-server.ts';
import { remoteEntry, startWorld, type World } from '../../servers/http/world.ts';

describe('HTTP+SSE', () => {
  let world: World;
  let visitedVictim = false;

  before(async () => {
    world = await startWorld(
      {
        'honest.test': sseServer(),
        'absolute.test': sseServer({
          endpoint: (session) => `http://absolute.test/messages?session=${session}`,
        }),
        'victim.test': (_request, response) => {
          visitedVictim = true;
          response.end();
        },
        'elsewhere.test': sseServer({ endpoint: () => 'http://victim.test/messages' }),
        'nonsense.test': sseServer({ endpoint: () => 'http://' }),
        'no-endpoint.test': sseServer({ endpoint: () => undefined }),
        'refuses.test': sseServer({ refuses: 500 }),
        'wants-login.test': sseServer({ refuses: 401 }),
        'ends.test': sseServer({ beforeTools: (stream) => stream.end() }),
        'asks.test': sseServer({
          beforeTools: (stream) => {
            const question = '{"jsonrpc":"2.0","id":"q","method":"roots/list"}';
            for (let count = 0; count < 100; count += 1) stream.write(`data: ${question}\n\n`);
          },
        }),
        'noise.test': sseServer({ beforeTools: (stream) => stream.write('data: no json\n\n') }),
        'login.test': (_request, response) => {
          response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
        },
        'page.test': (_request, response) => {
          response.writeHead(200, { 'content-type': 'text/html' }).end('<p>hello</p>');
        },
        'modern.test': mcpServer({ eras: ['modern'] }),
      },
      { limits: { idleMs: 1_000, probeMs: 200 } },
    );
  });
  after(() => world.close());

  function crawl(host: string, type: 'sse' | 'streamable-http' = 'sse') {
    return crawlServer(remoteEntry(`http://${host}.test/sse`, type), world.context);
  }

  for (const host of ['honest', 'absolute', 'asks', 'noise']) {
    it(`lists the tools of a server that is ${host}`, async () => {
      const outcome = await crawl(host);
      assert.ok(outcome.kind === 'listed', JSON.stringify(outcome));
      assert.equal(outcome.protocolVersion, '2024-11-05');
      assert.deepEqual(
        outcome.tools.map(({ name }) => name),
        ['read_clock'],
      );
    });
  }

  it('is found where the index says streamable HTTP', async () => {
    const outcome = await crawl('honest', 'streamable-http');
    assert.ok(outcome.kind === 'listed', JSON.stringify(outcome));
    assert.equal(outcome.protocolVersion, '2024-11-05');
  });

  for (const [host, step, message] of [
    ['elsewhere', 'initialize', /address of another origin/],
    ['nonsense', 'initialize', /address of another origin/],
    ['no-endpoint', 'initialize', /silent for 1 s/],
    ['refuses', 'initialize', /HTTP 500/],
    ['ends', 'list', /stream of answers ended/],
    ['page', 'initialize', /HTTP 200, text\/html instead of a stream/],
    ['modern', 'initialize', /HTTP 405/],
  ] as const) {
    it(`fails where the server ${host}`, async () => {
      const outcome = await crawl(host);
      assert.ok(outcome.kind === 'failed', JSON.stringify(outcome));
      assert.match(outcome.message, message);
      assert.equal(outcome.step, step);
    });
  }

  for (const host of ['login', 'wants-login']) {
    it(`recognises the wall of ${host}`, async () => {
      const outcome = await crawl(host);
      assert.ok(outcome.kind === 'auth-required', JSON.stringify(outcome));
      assert.match(outcome.how, /^HTTP 401/);
    });
  }

  it('sends nothing to the address of another origin', async () => {
    await crawl('elsewhere');
    assert.equal(visitedVictim, false);
  });
});
