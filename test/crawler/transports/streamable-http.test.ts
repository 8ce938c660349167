import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { crawlServer } from '../../../crawler/crawl.ts';
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
