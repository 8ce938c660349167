import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { crawlServer } from '../../crawler/crawl.ts';
import type { CrawlOutcome } from '../../crawler/outcome.ts';
import type { Handler } from '../servers/http/loopback.ts';
import { startWorld } from '../servers/http/world.ts';

const busy =
  (seconds: number): Handler =>
  (_request, response) =>
    void response.writeHead(429, { 'retry-after': String(seconds) }).end();
const hosts: Record<string, Handler> = {
  'busy.test': busy(3_600),
  'busier.test': busy(36_000),
  'login.test': (_request, response) => void response.writeHead(401).end(),
};

async function crawl(t: TestContext, ...names: string[]): Promise<CrawlOutcome> {
  const world = await startWorld(hosts);
  t.after(world.close);
  const targets = names.map(
    (name) => ({ type: 'streamable-http', url: `http://${name}.test/mcp`, headers: {} }) as const,
  );
  return crawlServer({ id: 'x', registry: 'r', status: 'active', targets }, world.context);
}

test('what a host asked for is known, however another target of the server ends', async (t) => {
  for (const names of [
    ['busy', 'login'],
    ['login', 'busy'],
  ]) {
    const outcome = await crawl(t, ...names);
    assert.equal(outcome.kind, 'auth-required', JSON.stringify(outcome));
    assert.ok(outcome.retryAt !== undefined && Date.parse(outcome.retryAt) > Date.now());
    assert.equal(outcome.retryHost, 'busy.test');
  }
});

test('of two waits the longer one counts', async (t) => {
  for (const names of [
    ['busy', 'busier'],
    ['busier', 'busy'],
  ]) {
    const outcome = await crawl(t, ...names);
    assert.equal(outcome.retryHost, 'busier.test', JSON.stringify(outcome));
    assert.ok(Date.parse(outcome.retryAt ?? '') > Date.now() + 3_700_000);
  }
});
