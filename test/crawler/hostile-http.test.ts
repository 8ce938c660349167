import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { crawlServer } from '../../crawler/crawl.ts';
import { crawlContext } from '../../crawler/crawl-context.ts';
import { createGuard } from '../../crawler/guard/guard.ts';
import { readOptOut } from '../../crawler/guard/opt-out.ts';
import { defaultLimits, type Limits } from '../../crawler/limits.ts';
import type { CrawlOutcome, FailedStep } from '../../crawler/outcome.ts';
import { hostileServers } from '../servers/http/hostile.ts';
import {
  type Loopback,
  loopbackDial,
  publicAddress,
  startLoopback,
} from '../servers/http/loopback.ts';
import { remoteEntry } from '../servers/http/world.ts';

type Expected =
  | { tools: string[]; malformed?: string[] }
  | { failed: FailedStep; message: RegExp; retryAt?: string }
  | { authRequired: RegExp }
  | { skipped: RegExp };

const now = new Date('2026-11-25T12:00:00Z');
const soon: Partial<Limits> = { idleMs: 4_000, probeMs: 500 };
const short: Partial<Limits> = { totalMs: 5_000, probeMs: 500 };
const tooManyValues = { failed: 'list', message: /^sent more than 1000000 values$/ } as const;
const one = { tools: ['read_clock'] };

interface Case {
  expected: Expected;
  limits?: Partial<Limits>;
}

const cases: Record<string, Case> = {
  'never-answers': {
    limits: soon,
    expected: {
      failed: 'initialize',
      message: /no answer to (initialize|server\/discover) for 4 s/,
    },
  },
  'answers-late': {
    limits: soon,
    expected: { failed: 'list', message: /no answer to tools\/list for 4 s/ },
  },
  'stalls-in-body': {
    limits: soon,
    expected: { failed: 'list', message: /no answer to tools\/list for 4 s|silent/ },
  },
  'slow-drip': { limits: short, expected: { failed: 'list', message: /not done within 5 s/ } },
  'cuts-the-connection': { expected: { failed: 'list', message: /cut off/ } },
  'hangs-up': { expected: { failed: 'initialize', message: /cut off/ } },
  'endless-events': { limits: short, expected: { failed: 'list', message: /not done within 5 s/ } },
  'ends-without-answer': {
    expected: { failed: 'list', message: /HTTP 200, text\/event-stream, and no answer in it/ },
  },
  'accepts-without-answer': { expected: { failed: 'list', message: /HTTP 202.*no answer in it/ } },

  'endless-cursor': {
    limits: { pages: 20 },
    expected: { failed: 'list', message: /more than 20 pages/ },
  },
  'repeated-cursor': { expected: { failed: 'list', message: /cursor .* repeats/ } },
  'many-tools': { expected: { failed: 'list', message: /more than 5000 tools/ } },
  'huge-body': { expected: { failed: 'list', message: /larger than 16777216 bytes/ } },
  'huge-event': { expected: { failed: 'list', message: /a message larger than 16777216 bytes/ } },
  'junk-items': { expected: tooManyValues },
  'junk-events': { expected: tooManyValues },
  'tools-of-junk': { expected: tooManyValues },
  'gzip-bomb': { expected: { failed: 'list', message: /larger than 16777216 bytes/ } },
  'huge-headers': { expected: { failed: 'list', message: /headers that are too large/ } },
  'notification-flood': {
    expected: { failed: 'list', message: /more than 10000 messages nobody asked for/ },
  },

  'invalid-json': {
    expected: { failed: 'list', message: /HTTP 200, application\/json, and no answer in it/ },
  },
  'html-page': {
    expected: { failed: 'initialize', message: /HTTP 200, text\/html, and no answer in it/ },
  },
  'empty-body': { expected: { failed: 'initialize', message: /no answer in it/ } },
  'json-null': { expected: { failed: 'initialize', message: /no answer in it/ } },
  'invalid-utf8': { expected: { tools: ['caf\ufffd\ufffd'] } },
  'wrong-ids': { expected: { failed: 'list', message: /no answer in it/ } },
  'rpc-error': { expected: { failed: 'list', message: /^tools\/list was refused: broken$/ } },
  'no-tools-array': { expected: { failed: 'list', message: /no tools array/ } },
  'cursor-is-object': { expected: { failed: 'list', message: /nextCursor is no string/ } },
  'batch-answer': { expected: one },
  'asks-the-client': { expected: one },
  'wants-input': { expected: { failed: 'list', message: /no tools array/ } },

  'schema-is-text': {
    expected: {
      ...one,
      malformed: ['1: inputSchema is not an object', '2: inputSchema is not an object'],
    },
  },
  'deep-schema': { expected: { ...one, malformed: ['0: nested deeper than 64'] } },
  'very-deep-json': { expected: { tools: [], malformed: ['0: not an object'] } },
  'prototype-keys': { expected: { tools: ['__proto__', 'constructor'] } },
  'duplicate-names': {
    expected: {
      ...one,
      malformed: ['1: duplicate name', '2: name is empty', '3: name is not a string'],
    },
  },
  'path-names': { expected: { tools: ['../../etc/passwd'] } },

  'login-bearer': { expected: { authRequired: /^HTTP 401, Bearer$/ } },
  'login-endless': { expected: { authRequired: /^HTTP 401, Bearer$/ } },
  'login-bare': { expected: { authRequired: /^HTTP 401$/ } },
  'login-forbidden': { expected: { authRequired: /^HTTP 403, .*API key is required/ } },
  'login-metadata': { expected: { authRequired: /^HTTP 401, OAuth by login\.example\.com$/ } },
  'login-points-inside': { expected: { authRequired: /^HTTP 401, Bearer$/ } },
  'login-over-tools': { expected: { authRequired: /Missing API key/ } },
  firewall: { expected: { failed: 'initialize', message: /HTTP 403/ } },
  'too-busy': {
    expected: { failed: 'connect', message: /asked to wait/, retryAt: '2026-11-25T14:00:00.000Z' },
  },
  'server-error': { expected: { failed: 'initialize', message: /^HTTP 500/ } },
  'not-found': { expected: { failed: 'initialize', message: /^HTTP 404/ } },

  'redirect-loop': { expected: { failed: 'connect', message: /more than 5 redirects/ } },
  'redirect-inside': { expected: { failed: 'connect', message: /redirects to a private address/ } },
  'redirect-metadata': {
    expected: { failed: 'connect', message: /redirects to a reserved address/ },
  },
  'redirect-to-name-inside': {
    expected: { failed: 'connect', message: /redirects to a private address/ },
  },
  'redirect-to-file': { expected: { failed: 'connect', message: /scheme file:/ } },
  'redirect-to-honest': { expected: one },
  honest: { expected: one },

  // These hosts have no server: they differ in what the resolver or the network says of them.
  'resolves-to-loopback': { expected: { skipped: /private address/ } },
  'resolves-to-metadata': { expected: { skipped: /reserved address/ } },
  'does-not-resolve': { expected: { failed: 'resolve', message: /does not exist/ } },
  'refuses-connections': { expected: { failed: 'connect', message: /ECONNREFUSED/ } },
  'disallows-robots': { expected: { skipped: /disallowed by robots.txt/ } },
  'opted-out': { expected: { skipped: /opted out/ } },
};

const addresses: Record<string, string[]> = {
  'resolves-to-loopback.test': ['127.0.0.1'],
  'resolves-to-metadata.test': ['169.254.169.254'],
  'inside.test': ['10.1.2.3'],
};

async function resolve(hostname: string): Promise<string[]> {
  if (hostname === 'does-not-resolve.test') {
    throw Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
  }
  return addresses[hostname] ?? [publicAddress];
}

describe('hostile HTTP servers', () => {
  let loopback: Loopback;
  const received: { body: string; headers: string[] }[] = [];

  before(async () => {
    loopback = await startLoopback((hostname) => {
      const handler = hostileServers[hostname.replace(/\.test$/, '')];
      if (!handler || hostname === 'disallows-robots.test') return handler;
      return (request, response, body) => {
        received.push({ body, headers: Object.keys(request.headers) });
        if (request.url === '/robots.txt') response.writeHead(404).end();
        else return handler(request, response, body);
      };
    });
  });
  after(async () => {
    await loopback.close();
    assert.ok(received.length > Object.keys(hostileServers).length);
    for (const { body, headers } of received) {
      assert.doesNotMatch(body, /tools\/call|prompts\/get|resources\/read/);
      assert.ok(!headers.includes('authorization') && !headers.includes('cookie'));
    }
  });

  it('has a case for every one', () => {
    const missing = Object.keys(hostileServers).filter((name) => !(name in cases));
    assert.deepEqual(missing, []);
  });

  async function meets(name: string, { expected, limits }: Case): Promise<void> {
    const dial = loopbackDial(name === 'refuses-connections' ? 1 : loopback.port);
    const context = crawlContext({
      cacheDir: '/nonexistent',
      sandbox: undefined,
      now: () => now,
      limits: { ...defaultLimits, ...limits },
      guard: createGuard({
        resolve,
        dial,
        now: () => now,
        optOut: readOptOut('host opted-out.test'),
        limits: { hostDelayMs: 0 },
      }),
    });
    const outcome = await crawlServer(remoteEntry(`http://${name}.test/mcp`), context);
    assertOutcome(outcome, expected);
    assert.ok(dial.dialled.every((address) => address === publicAddress));
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  }

  const isWaiting = ([, { limits }]: [string, Case]) => limits?.probeMs !== undefined;
  const all = Object.entries(cases);

  // Together, and before those that keep the processor busy.
  describe('that keep us waiting', { concurrency: true }, () => {
    for (const [name, given] of all.filter(isWaiting)) it(name, () => meets(name, given));
  });
  describe('that answer', () => {
    for (const entry of all) if (!isWaiting(entry)) it(entry[0], () => meets(...entry));
  });
});

function assertOutcome(outcome: CrawlOutcome, expected: Expected): void {
  const shown = JSON.stringify(outcome)?.slice(0, 2_000);
  if ('tools' in expected) {
    assert.ok(outcome.kind === 'listed', shown);
    assert.deepEqual(
      outcome.tools.map((tool) => tool.name),
      expected.tools,
    );
    assert.deepEqual(
      outcome.malformed.map(({ index, reason }) => `${index}: ${reason}`),
      expected.malformed ?? [],
    );
  } else if ('failed' in expected) {
    assert.ok(outcome.kind === 'failed', shown);
    assert.match(outcome.message, expected.message);
    assert.equal(outcome.step, expected.failed, shown);
    assert.equal(outcome.retryAt, expected.retryAt);
  } else if ('authRequired' in expected) {
    assert.ok(outcome.kind === 'auth-required', shown);
    assert.match(outcome.how, expected.authRequired);
  } else {
    assert.ok(outcome.kind === 'skipped', shown);
    assert.match(outcome.reason, expected.skipped);
  }
}
