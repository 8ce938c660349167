import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { crawlCrowd, crowdHandler, expectedEnds } from '../servers/http/crowd.ts';
import { type Loopback, startLoopback } from '../servers/http/loopback.ts';

describe('a crowd of servers', () => {
  let loopback: Loopback;
  before(async () => {
    loopback = await startLoopback(crowdHandler);
  });
  after(() => loopback.close());

  it('ends with one outcome for each, although a fifth hangs, is dead, slow or malformed', async () => {
    const size = 300;
    const { port } = loopback;
    const run = { size, port, concurrency: 48, patienceMs: 10_000 };
    const { ends, servers, surprises } = await crawlCrowd(run);
    assert.deepEqual(surprises, []);
    assert.equal(servers, size);
    assert.deepEqual(new Map([...ends].sort()), new Map([...expectedEnds(size)].sort()));
  });
});
