import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGuard, type Guard, type GuardOptions } from '../../../crawler/guard/guard.ts';
import { GuardError } from '../../../crawler/guard/guard-error.ts';
import { readRetryAfter } from '../../../crawler/guard/retry-after.ts';
import type { VisitOptions } from '../../../crawler/guard/visit.ts';
import {
  type Handler,
  type Loopback,
  loopbackDial,
  publicAddress,
  startLoopback,
  withRobots,
} from '../../servers/http/loopback.ts';

const noon = new Date('2026-11-25T12:00:00Z');

const visitOptions: VisitOptions = {
  idleMs: 5_000,
  totalBytes: 2_000_000,
  allowPrivate: false,
  obeyRobots: true,
  signal: new AbortController().signal,
};

const fine: Handler = (_request, response) => {
  response.end('fine');
};

/** Answers 429 for the first `times` requests. */
function busy(times: number, retryAfter?: string, status = 429): Handler {
  let count = 0;
  return (_request, response) => {
    count += 1;
    if (count > times) response.end('fine');
    else response.writeHead(status, retryAfter ? { 'retry-after': retryAfter } : {}).end('busy');
  };
}

function status(code: number): Handler {
  return (request, response) => {
    if (request.url === '/robots.txt') response.writeHead(code).end('User-agent: *\nDisallow: /');
    else response.end('fine');
  };
}

const hosts: Record<string, Handler> = {
  'open.test': withRobots(fine),
  'closed.test': withRobots(fine, 'User-agent: *\nDisallow: /mcp\nAllow: /mcp/public'),
  'named.test': withRobots(fine, 'User-agent: mcp-risk\nDisallow: /\n\nUser-agent: *\nAllow: /'),
  'others.test': withRobots(fine, 'User-agent: otherbot\nDisallow: /'),
  'hostile.test': withRobots(
    fine,
    `\u0000\ufffd: :\nUser-agent: __proto__\nDisallow: /\nUser-agent: *\nDisallow: /${'*a'.repeat(200_000)}$\nAllow: /`,
  ),
  'endless.test': (request, response) => {
    if (request.url !== '/robots.txt') {
      response.end('fine');
      return;
    }
    response.writeHead(200);
    response.write('User-agent: *\nDisallow: /private\n');
    const timer = setInterval(() => response.write(`# ${'x'.repeat(60_000)}\n`), 1);
    response.on('close', () => clearInterval(timer));
  },
  'broken.test': status(500),
  'forbidden.test': status(403),
  'to-closed.test': (request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else response.writeHead(302, { location: 'http://closed.test/mcp' }).end();
  },
};

describe('the manners of the guard', () => {
  let loopback: Loopback;
  let requests: string[] = [];
  const extra = new Map<string, Handler>();

  before(async () => {
    loopback = await startLoopback((hostname) => (request, response, body) => {
      requests.push(`${hostname}${request.url}`);
      const handler = extra.get(hostname) ?? hosts[hostname] ?? fine;
      return handler(request, response, body);
    });
  });
  after(() => loopback.close());

  function open(options: GuardOptions = {}): Guard {
    requests = [];
    return createGuard({
      resolve: async () => [publicAddress],
      dial: loopbackDial(loopback.port),
      ...options,
      limits: { hostDelayMs: 0, ...options.limits },
    });
  }

  async function fetchWith(guard: Guard, url: string, given: Partial<VisitOptions> = {}) {
    const visit = await guard.visit(url, { ...visitOptions, ...given });
    try {
      const response = await visit.fetch(url);
      return await response.text(1_000);
    } finally {
      await visit.close();
    }
  }

  function isUnwelcome(message: RegExp) {
    return (error: unknown) => {
      assert.ok(error instanceof GuardError, String(error));
      assert.equal(error.fault, 'unwelcome', error.message);
      assert.match(error.message, message);
      return true;
    };
  }

  for (const url of [
    'http://open.test/mcp',
    'http://closed.test/mcp/public',
    'http://closed.test/other',
    'http://others.test/mcp',
    'http://hostile.test/mcp',
    'http://endless.test/mcp',
    'http://forbidden.test/mcp',
  ]) {
    it(`may fetch ${url}`, async () => {
      assert.equal(await fetchWith(open(), url), 'fine');
    });
  }

  for (const [url, message] of [
    ['http://closed.test/mcp', /disallowed by robots.txt/],
    ['http://named.test/mcp', /disallowed by robots.txt/],
    ['http://endless.test/private', /disallowed by robots.txt/],
    ['http://broken.test/mcp', /robots.txt answers 500/],
    ['http://to-closed.test/mcp', /disallowed by robots.txt/],
  ] as const) {
    it(`may not fetch ${url}`, async () => {
      await assert.rejects(fetchWith(open(), url), isUnwelcome(message));
      assert.ok(!requests.includes('closed.test/mcp'));
    });
  }

  it('reads a robots.txt once, and not where it is not asked to or at home', async () => {
    const guard = open();
    for (const path of ['a', 'b']) await fetchWith(guard, `http://open.test/${path}`);
    assert.deepEqual(requests, ['open.test/robots.txt', 'open.test/a', 'open.test/b']);
    await fetchWith(open(), 'http://closed.test/mcp', { obeyRobots: false });
    assert.deepEqual(requests, ['closed.test/mcp']);
    const home = open({ resolve: async () => ['192.168.1.9'] });
    await fetchWith(home, 'http://closed.test/mcp', { allowPrivate: true });
    assert.deepEqual(requests, ['closed.test/mcp']);
  });

  it('waits shortly when it is asked to', async () => {
    extra.set('busy-once.test', busy(1, '0'));
    assert.equal(await fetchWith(open(), 'http://busy-once.test/', { obeyRobots: false }), 'fine');
  });

  for (const [name, retryAfter, code, retryAt] of [
    ['an hour', '3600', 429, '2026-11-25T13:00:00.000Z'],
    ['until a date', 'Wed, 25 Nov 2026 15:00:00 GMT', 503, '2026-11-25T15:00:00.000Z'],
    ['for ever', '9999999999', 429, '2026-11-26T12:00:00.000Z'],
    ['no time', undefined, 429, '2026-11-25T12:01:00.000Z'],
    ['nonsense', '-5 minutes', 429, '2026-11-25T12:01:00.000Z'],
  ] as const) {
    it(`leaves a host alone that asks for ${name}`, async () => {
      extra.set('busy.test', busy(1_000, retryAfter, code));
      const guard = open({ now: () => noon });
      const given = { obeyRobots: false };
      await assert.rejects(fetchWith(guard, 'http://busy.test/a', given), (error: unknown) => {
        assert.ok(error instanceof GuardError);
        assert.equal(error.fault, 'wait');
        assert.equal(error.retryAt?.toISOString(), retryAt);
        return true;
      });
      await assert.rejects(fetchWith(guard, 'http://busy.test/b', given), {
        fault: 'wait',
        retryAt: new Date(retryAt),
      });
      assert.deepEqual(requests, ['busy.test/a']);
      assert.equal(await fetchWith(guard, 'http://open.test/', given), 'fine');
    });
  }

  it('takes a 503 without a time for an answer', async () => {
    extra.set('down.test', busy(1_000, undefined, 503));
    assert.equal(await fetchWith(open(), 'http://down.test/', { obeyRobots: false }), 'busy');
  });

  it('visits only so many servers of a host at once, and each in its turn', async () => {
    let active = 0;
    let most = 0;
    extra.set('many.test', async (_request, response) => {
      active += 1;
      most = Math.max(most, active);
      await sleep(5);
      active -= 1;
      response.end('fine');
    });
    const guard = open({ limits: { hostVisits: 2 } });
    const paths = Array.from({ length: 20 }, (_, index) => `http://many.test/${index}`);
    const answers = await Promise.all(
      paths.map((url) => fetchWith(guard, url, { obeyRobots: false })),
    );
    assert.equal(answers.length, 20);
    assert.equal(most, 2);
  });

  it('gives up its place in the queue when it is interrupted', async () => {
    const guard = open({ limits: { hostVisits: 1 } });
    const first = await guard.visit('http://open.test/', visitOptions);
    const stop = new AbortController();
    const second = guard.visit('http://open.test/', { ...visitOptions, signal: stop.signal });
    const third = guard.visit('http://open.test/', visitOptions);
    const reason = new Error('enough');
    stop.abort(reason);
    await assert.rejects(second, reason);
    await first.close();
    await (await third).close();
    await (await guard.visit('http://open.test/', visitOptions)).close();
  });

  it('gives a visit up when the host has no place in time, and asks no other to wait for it', async () => {
    const guard = open({ limits: { hostVisits: 1, hostWaitMs: 5 } });
    const first = await guard.visit('http://open.test/', visitOptions);
    await assert.rejects(guard.visit('http://open.test/', visitOptions), {
      fault: 'wait',
      retryAt: undefined,
      retryHost: undefined,
    });
    await first.close();
    await (await guard.visit('http://open.test/', visitOptions)).close();
  });

  it('reads Retry-After as seconds or a date', () => {
    assert.equal(readRetryAfter('120', noon), 120_000);
    assert.equal(readRetryAfter('Wed, 25 Nov 2026 12:00:30 GMT', noon), 30_000);
    assert.equal(readRetryAfter('Wed, 25 Nov 2020 12:00:30 GMT', noon), 0);
    assert.equal(readRetryAfter('soon', noon), undefined);
    assert.equal(readRetryAfter(null, noon), undefined);
  });
});
