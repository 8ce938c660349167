import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { crawlServer } from '../../crawler/crawl.ts';
import type { CrawlOutcome } from '../../crawler/outcome.ts';
import type { Target } from '../../crawler/server-entry.ts';
import type { Handler } from '../servers/http/loopback.ts';
import { startWorld } from '../servers/http/world.ts';

const busy =
  (seconds: number): Handler =>
  (_request, response) =>
    void response.writeHead(429, { 'retry-after': String(seconds) }).end();
const hosts: Record<string, Handler> = {
  'busy.test': busy(3_600),
  'busier.test': busy(36_000),
  'moved.test': (_request, response) =>
    void response.writeHead(307, { location: 'http://busy.test/mcp' }).end(),
  'login.test': (_request, response) => void response.writeHead(401).end(),
};

async function open(t: TestContext): Promise<(...targets: Target[]) => Promise<CrawlOutcome>> {
  const world = await startWorld(hosts);
  t.after(world.close);
  const context = { ...world.context, allowUnsandboxed: true };
  return (...targets) =>
    crawlServer({ id: 'x', registry: 'r', status: 'active', targets }, context);
}

function remote(name: string): Target {
  return { type: 'streamable-http', url: `http://${name}.test/mcp`, headers: {} };
}

async function crawl(t: TestContext, ...names: string[]): Promise<CrawlOutcome> {
  return (await open(t))(...names.map(remote));
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

test('the host that asked for a wait is named, not the one that sent us to it', async (t) => {
  const crawlTargets = await open(t);
  for (const name of ['moved', 'moved', 'busy']) {
    const outcome = await crawlTargets(remote(name));
    assert.ok(outcome.retryAt !== undefined, JSON.stringify(outcome));
    assert.equal(outcome.retryHost, 'busy.test');
  }
});

test('the host of a bundle is named, not that of the server', async (t) => {
  const identifier = 'http://moved.test/bundle.mcpb';
  const bundle: Target = { type: 'mcpb', identifier, args: [], env: {} };
  const outcome = await (await open(t))(remote('login'), bundle);
  assert.equal(outcome.kind, 'auth-required', JSON.stringify(outcome));
  assert.ok(outcome.retryAt !== undefined);
  assert.equal(outcome.retryHost, 'busy.test');
});
