import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { createGuard } from '../../../crawler/guard/guard.ts';
import { GuardError, type GuardFault } from '../../../crawler/guard/guard-error.ts';
import type { Visit } from '../../../crawler/guard/visit.ts';
import {
  type Handler,
  type Loopback,
  loopbackDial,
  publicAddress,
  startLoopback,
} from '../../servers/http/loopback.ts';

const bomb = gzipSync(Buffer.alloc(20_000_000));
/** Blocks of deflate that hold nothing stand before what is said. */
const padded = (() => {
  const packed = gzipSync('said');
  const nothing = Buffer.alloc(300_000, Buffer.from([0, 0, 0, 0xff, 0xff]));
  return Buffer.concat([packed.subarray(0, 10), nothing, packed.subarray(10)]);
})();
const brotliBomb = brotliCompressSync(Buffer.alloc(20_000_000));

function send(body: Buffer | string, headers: Record<string, string> = {}): Handler {
  return (_request, response) => {
    response.writeHead(200, headers).end(body);
  };
}

/** Resolved when the connection of an answer that nobody reads on is gone. */
const abandoned = Promise.withResolvers<void>();

const hosts: Record<string, Handler> = {
  'small.test': send('x'.repeat(1_000)),
  'large.test': send('x'.repeat(500_000)),
  'packed.test': send(gzipSync('x'.repeat(1_000)), { 'content-encoding': 'gzip' }),
  'padded.test': send(padded, { 'content-encoding': 'gzip' }),
  'gzip-bomb.test': send(bomb, { 'content-encoding': 'gzip' }),
  'brotli-bomb.test': send(brotliBomb, { 'content-encoding': 'br' }),
  'double-bomb.test': send(gzipSync(bomb), { 'content-encoding': 'gzip, gzip' }),
  'no-gzip.test': send('not gzip at all', { 'content-encoding': 'gzip' }),
  'headers.test': send('', { 'x-large': 'x'.repeat(40_000) }),
  'silent.test': () => {},
  'stalls.test': (_request, response) => {
    response.writeHead(200).write('some');
  },
  'packed-stalls.test': (_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    response.write(gzipSync('x'.repeat(1_000), { flush: constants.Z_SYNC_FLUSH }).subarray(0, -8));
    response.once('close', () => abandoned.resolve());
  },
  'cut.test': (_request, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('some');
    setImmediate(() => response.destroy());
  },
  'garbage.test': (_request, response) => {
    response.socket?.end('this is no HTTP\r\n\r\n');
  },
};

describe('the limits of a visit', () => {
  let loopback: Loopback;
  before(async () => {
    loopback = await startLoopback((hostname) => hosts[hostname]);
  });
  after(() => loopback.close());

  async function visiting<T>(
    host: string,
    use: (visit: Visit) => Promise<T>,
    idleMs = 300,
  ): Promise<T> {
    const guard = createGuard({
      resolve: async () => [publicAddress],
      dial: loopbackDial(loopback.port),
      limits: { hostDelayMs: 0 },
    });
    const visit = await guard.visit(`http://${host}.test/`, {
      idleMs,
      totalBytes: 600_000,
      allowPrivate: false,
      obeyRobots: false,
      signal: new AbortController().signal,
    });
    try {
      return await use(visit);
    } finally {
      await visit.close();
    }
  }

  async function read(host: string, maxBytes = 550_000): Promise<number> {
    return visiting(host, async (visit) => {
      const response = await visit.fetch(`http://${host}.test/`);
      return (await response.text(maxBytes)).length;
    });
  }

  it('reads what is within them, compressed or not', async () => {
    assert.equal(await read('small'), 1_000);
    assert.equal(await read('large'), 500_000);
    assert.equal(await read('packed'), 1_000);
  });

  for (const [host, fault, message] of [
    ['gzip-bomb', 'size', /larger than 550000 bytes/],
    ['brotli-bomb', 'size', /larger than 550000 bytes/],
    ['double-bomb', 'broken', /encoding that was not asked for/],
    ['no-gzip', 'broken', /no valid answer: incorrect header check/],
    ['headers', 'size', /headers that are too large/],
    ['silent', 'time', /silent for 0.3 s/],
    ['stalls', 'time', /silent for 0.3 s/],
    ['cut', 'broken', /cut off/],
    ['garbage', 'broken', /no valid answer: Response does not match the HTTP/],
  ] as [string, GuardFault, RegExp][]) {
    it(`ends the answer of ${host}`, () =>
      assert.rejects(read(host), (error: unknown) => {
        assert.ok(error instanceof GuardError, String(error));
        assert.equal(error.fault, fault, error.message);
        assert.match(error.message, message);
        return true;
      }));
  }

  it('caps a single answer', () =>
    assert.rejects(read('large', 1_000), { fault: 'size', message: /larger than 1000 bytes/ }));

  it('adds up what comes over the wire and says nothing', () =>
    visiting('padded', async (visit) => {
      const readOnce = async () => (await visit.fetch('http://padded.test/')).text(1_000);
      assert.equal(await readOnce(), 'said');
      await assert.rejects(readOnce(), { fault: 'size', message: /more than \d+ bytes/ });
    }));

  it('leaves a compressed answer of which enough is read', { timeout: 20_000 }, () =>
    visiting(
      'packed-stalls',
      async (visit) => {
        const answer = await visit.fetch('http://packed-stalls.test/');
        assert.equal(await answer.start(10), 'x'.repeat(10));
        await abandoned.promise;
      },
      60_000,
    ),
  );

  it('adds up all answers of a visit', () =>
    visiting('large', async (visit) => {
      const first = await visit.fetch('http://large.test/');
      assert.equal((await first.text(550_000)).length, 500_000);
      const second = await visit.fetch('http://large.test/');
      await assert.rejects(second.text(550_000), {
        fault: 'size',
        message: 'sent more than 600000 bytes',
      });
    }));

  it('ends with the reason of the caller', () =>
    visiting('silent', async (visit) => {
      const stop = new AbortController();
      const answer = visit.fetch('http://silent.test/', { signal: stop.signal });
      const reason = new Error('enough');
      stop.abort(reason);
      await assert.rejects(answer, reason);
    }));
});
