import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fetchWithin, longestReply, ReplyTooLarge } from '../../cli/reply-limit.ts';

async function serve(
  t: TestContext,
  body: Buffer,
  headers: Record<string, string> = {},
  status = 200,
) {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test('a body up to the limit is whole, with its status and headers', async (t) => {
  const response = await fetchWithin(1000)(await serve(t, Buffer.alloc(1000, 'a'), { 'x-a': 'b' }));
  assert.deepEqual([response.status, response.headers.get('x-a')], [200, 'b']);
  assert.equal((await response.text()).length, 1000);
});

test('a longer body ends in an error that says the limit, also where it was short before it was unpacked', async (t) => {
  const long = Buffer.alloc(longestReply + 1);
  const plainly = await serve(t, long);
  const packed = await serve(t, gzipSync(long), { 'content-encoding': 'gzip' });
  for (const address of [plainly, packed]) {
    const response = await fetchWithin(longestReply)(address);
    await assert.rejects(response.text(), (error) => {
      assert.ok(error instanceof ReplyTooLarge);
      assert.equal(error.message, 'a reply larger than 1 MiB');
      return true;
    });
  }
});

test('what a refusal says is read no further than a reply, whatever the limit', async (t) => {
  const refusal = await fetchWithin(1024 ** 3)(
    await serve(t, Buffer.alloc(longestReply + 1), {}, 500),
  );
  assert.equal(refusal.status, 500);
  await assert.rejects(refusal.text(), { message: 'a reply larger than 1 MiB' });
});

test('a status above all that there are is told, and nothing is read', async (t) => {
  const response = await fetchWithin(1000)(await serve(t, Buffer.alloc(10, 'a'), {}, 600));
  assert.equal(response.status, 600);
  await assert.rejects(response.text());
});
