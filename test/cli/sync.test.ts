import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { JsonObject } from '../../classifier/definition.ts';
import { startLoopback } from '../servers/http/loopback.ts';
import { sendJson } from '../servers/http/mcp-server.ts';
import { runCli, temporaryHome } from './run-cli.ts';

type Reply = (query: URLSearchParams) => [status: number, body: JsonObject];

const hour = 3_600_000;

function page(names: string[], nextCursor?: string): [number, JsonObject] {
  const servers = names.map((name) => ({
    server: { name, description: 'x', version: '1.0.0' },
    _meta: { 'io.modelcontextprotocol.registry/official': { status: 'active', isLatest: true } },
  }));
  return [200, { servers, metadata: nextCursor === undefined ? {} : { nextCursor } }];
}

/** A registry whose answers can be replaced between two syncs. */
async function registry(t: TestContext) {
  const queries: URLSearchParams[] = [];
  const state: { reply: Reply } = { reply: () => page([]) };
  const { port, close } = await startLoopback(() => (request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://registry.test');
    queries.push(searchParams);
    sendJson(response, ...state.reply(searchParams));
  });
  t.after(close);
  const home = temporaryHome(t);
  const url = `http://127.0.0.1:${port}`;
  const sync = async (reply: Reply) => {
    state.reply = reply;
    queries.length = 0;
    return runCli(home, ['sync', '--registry', url, '--json']);
  };
  return { queries, sync };
}

test('a list of servers may begin with a byte order mark', async (t) => {
  const home = temporaryHome(t);
  const file = join(home, 'servers.jsonl');
  const server = JSON.stringify({ name: 'a.b/c', description: 'x', version: '1.0.0' });
  writeFileSync(file, `\uFEFF${server}\n`);
  const { code, stderr } = await runCli(home, ['sync', '--registry', file]);
  assert.equal(code, 0, stderr);
});

test('an interrupted sync goes on at its cursor, and from the start where that is no longer taken', async (t) => {
  const { queries, sync } = await registry(t);
  const began = Date.now();
  const broken = await sync((query) => (query.has('cursor') ? [404, {}] : page(['a.b/1'], 'c1')));
  assert.equal(broken.code, 3, broken.stderr);
  const gone = await sync((query) =>
    query.has('cursor') ? [400, { detail: 'invalid cursor' }] : page(['a.b/1', 'a.b/2']),
  );
  assert.equal(gone.code, 0, gone.stderr);
  assert.deepEqual(
    queries.map((query) => query.get('cursor')),
    ['c1', null],
  );
  assert.match(gone.stdout, /"added": ?1\b/);
  const next = await sync(() => page([]));
  assert.equal(next.code, 0, next.stderr);
  const since = Date.parse(queries[0]?.get('updated_since') ?? '');
  assert.ok(since < began - hour / 2, 'more than it knows, since clocks differ');
});
