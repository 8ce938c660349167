import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { crawlServer } from '../../crawler/crawl.ts';
import { crawlContext } from '../../crawler/crawl-context.ts';
import { defaultLimits, type Limits } from '../../crawler/limits.ts';
import type { CrawlOutcome, Listed } from '../../crawler/outcome.ts';
import { findSandbox } from '../../crawler/sandbox/find-sandbox.ts';
import type { Sandbox } from '../../crawler/sandbox/sandbox.ts';
import { behaviours } from '../servers/behaviours.mjs';
import { hostileEntry, installHostilePackage } from './hostile-package.ts';
import { untilGone } from './processes.ts';

type Expected =
  | (Partial<Pick<Listed, 'protocolVersion' | 'instructions'>> & {
      tools: string[];
      malformed?: string[];
    })
  | { failed: string; message: RegExp }
  | { authRequired: RegExp };

const MiB = 1024 * 1024;
const soon: Partial<Limits> = { idleMs: 4_000 };
const ok = { tools: ['ok'] };
const tooManyValues = /^sent more than 1000000 values$/;
const tooLate = { failed: 'list', message: /^no answer to tools\/list for 4 s$/ };

const cases: Record<string, { expected: Expected; limits?: Partial<Limits> }> = {
  honest: { expected: { tools: ['ok'], protocolVersion: '2025-11-25' } },

  silent: {
    limits: soon,
    expected: { failed: 'initialize', message: /^no answer to server\/discover for 4 s$/ },
  },
  'exits-at-once': { expected: { failed: 'start', message: /^exited with code 3$/ } },
  'exits-after-initialize': { expected: { failed: 'list', message: /^exited with code 4$/ } },
  'answers-too-late': { limits: soon, expected: tooLate },
  'busy-loop': { limits: soon, expected: tooLate },
  'slow-drip': {
    limits: { totalMs: 8_000 },
    expected: { failed: 'list', message: /^not done within 8 s$/ },
  },
  'closes-stdout': { limits: soon, expected: tooLate },
  'hangs-over-prompts': { limits: soon, expected: ok },

  'endless-cursor': { expected: { failed: 'list', message: /^more than 200 pages of tools$/ } },
  'repeated-cursor': { expected: { failed: 'list', message: /cursor .* repeats/ } },
  'many-tools': { expected: { failed: 'list', message: /^more than 5000 tools$/ } },
  'two-pages': { expected: { tools: ['a', 'b'] } },

  'huge-description': {
    expected: { tools: ['b'], malformed: ['0: larger than 1048576 bytes'] },
  },
  'huge-message': {
    expected: { failed: 'list', message: /^a message larger than 16777216 bytes$/ },
  },
  'junk-items': { expected: { failed: 'list', message: tooManyValues } },
  'tools-of-junk': { expected: { failed: 'list', message: tooManyValues } },
  'endless-stdout': {
    limits: { unaskedMessages: Number.POSITIVE_INFINITY, totalBytes: 8 * MiB },
    expected: { failed: 'list', message: /^sent more than 8388608 bytes$/ },
  },
  'endless-stderr': { expected: ok },
  'notifications-flood': {
    expected: { failed: 'list', message: /^more than 10000 messages nobody asked for$/ },
  },

  'invalid-utf8': { expected: { tools: ['a\ufffd\ufffd\ufffd'] } },
  'invalid-json': { limits: soon, expected: tooLate },
  'log-lines-on-stdout': { expected: ok },
  'wrong-ids': { expected: { tools: ['true'] } },
  'batch-answers': { expected: { tools: ['a'] } },
  'error-answer': {
    expected: { failed: 'list', message: /^tools\/list was refused: out of order$/ },
  },
  'null-result': { expected: { failed: 'list', message: /neither a result object nor an error/ } },
  'tools-not-a-list': { expected: { failed: 'list', message: /has no tools array/ } },
  'no-tools-capability': { expected: { tools: [], protocolVersion: '2025-06-18' } },
  'asks-the-client': { expected: { tools: ['-32601 -32601 -32601 result'] } },

  'duplicate-names': { expected: { tools: ['a', 'b'], malformed: ['1: duplicate name'] } },
  'empty-and-null-names': {
    expected: {
      tools: ['kept'],
      malformed: [
        '0: name is empty',
        '1: name is not a string',
        '2: name is empty',
        '3: name is not a string',
        '4: name is not a string',
        '5: not an object',
        '6: not an object',
      ],
    },
  },
  'names-that-are-paths': {
    expected: { tools: ['../../etc/passwd', 'C:\\x', '<script>alert(1)</script>'] },
  },
  'prototype-names': { expected: { tools: ['__proto__', 'constructor', 'toString'] } },
  'schemas-that-are-none': {
    expected: {
      tools: ['kept'],
      malformed: [
        '0: inputSchema is missing',
        ...[1, 2, 3, 4].map((index) => `${index}: inputSchema is not an object`),
        '5: title, description, outputSchema or annotations has the wrong type',
      ],
    },
  },
  'deep-schema': { expected: { tools: ['flat'], malformed: ['0: nested deeper than 64'] } },
  'cyclic-ref': { expected: { tools: ['a'] } },
  'remote-ref': { expected: { tools: ['a'] } },
  'unstorable-values': {
    expected: {
      tools: ['t0', 't3'],
      malformed: ['1: contains a lone surrogate', '2: contains a number out of range'],
    },
  },
  'terminal-escapes': {
    expected: { failed: 'start', message: /^exited with code 1: Error: boom red$/ },
  },

  'modern-only': {
    expected: { tools: ['modern'], protocolVersion: '2026-07-28', instructions: 'Read me.' },
  },
  'dies-of-discover': { expected: ok },
  'ignores-discover': { limits: { probeMs: 300 }, expected: ok },
  'speaks-no-known-version': {
    expected: { failed: 'initialize', message: /with protocol version "1999-01-01"$/ },
  },
  'versions-that-are-no-text': {
    expected: { failed: 'initialize', message: /^speaks only protocol versions without a name$/ },
  },
  'ids-without-end': { expected: ok },

  'wants-a-key': { expected: { authRequired: /ACME_API_KEY environment variable is required/ } },
  'wants-a-key-to-list': { expected: { authRequired: /^401 Unauthorized$/ } },

  'fork-bomb': {
    limits: { ...soon, sandbox: { ...defaultLimits.sandbox, processes: 64 } },
    expected: { failed: 'list', message: /^(?:no answer to tools\/list|exited with|was ended by)/ },
  },
  'allocates-buffers': {
    expected: { failed: 'list', message: /^used more than 1073741824 bytes of memory$/ },
  },
  'allocates-heap': {
    expected: {
      failed: 'list',
      message: /^(?:used more than 1073741824 bytes of memory|.*heap.*)$/i,
    },
  },
  'surviving-child': { expected: ok },
  'many-descriptors': {
    limits: { ...soon, sandbox: { ...defaultLimits.sandbox, descriptors: 500 } },
    expected: { failed: 'list', message: /^opened more than 500 descriptors$/ },
  },
  'full-sockets': {
    limits: soon,
    expected: { failed: 'list', message: /^opened more than 256 sockets$/ },
  },
  'many-files': { expected: { failed: 'list', message: /^made more than 50000 files$/ } },
  'fills-the-disk': { expected: ok },
};

describe('hostile servers', { concurrency: 2 }, () => {
  let cacheDir: string;
  let sandbox: Sandbox | undefined;

  before(async () => {
    cacheDir = await mkdtemp(join(tmpdir(), 'mcp-risk-hostile-'));
    await installHostilePackage(cacheDir);
    sandbox = await findSandbox(cacheDir);
    assert.ok(sandbox, 'the tests need a sandbox; on Debian: apt-get install bubblewrap');
  });
  after(() => rm(cacheDir, { recursive: true, force: true }));

  for (const [name, { expected, limits }] of Object.entries(cases)) {
    test(`${name} ends as expected and leaves no process`, async () => {
      const marker = `8642${Math.floor(Math.random() * 1e9)}`;
      const outcome = await crawlServer(
        hostileEntry(name, marker),
        crawlContext({ cacheDir, sandbox, limits: { ...defaultLimits, ...limits } }),
      );
      check(outcome, expected);
      assert.ok(!JSON.stringify(outcome).includes(cacheDir), 'a path of this machine shows');
      assert.equal(outcome.provenance?.integrity, 'sha512-hostile');
      assert.deepEqual(await untilGone(marker), []);
    });
  }

  test('every behaviour of the hostile server has its expected outcome', () => {
    const children = ['fork-bomb-child'];
    const named = Object.keys(behaviours).filter((name) => !children.includes(name));
    assert.deepEqual(Object.keys(cases).sort(), named.sort());
  });
});

function check(outcome: CrawlOutcome, expected: Expected): void {
  const said = JSON.stringify(outcome).slice(0, 2_000);
  if ('failed' in expected) {
    assert.ok(outcome.kind === 'failed', said);
    assert.equal(outcome.step, expected.failed, said);
    assert.match(outcome.message, expected.message);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
    assert.doesNotMatch(outcome.message, /[\u0000-\u001f\u007f-\u009f\u202e]/);
  } else if ('authRequired' in expected) {
    assert.ok(outcome.kind === 'auth-required', said);
    assert.match(outcome.how, expected.authRequired);
  } else {
    assert.ok(outcome.kind === 'listed', said);
    const { tools, malformed = [], ...rest } = expected;
    assert.deepEqual(
      outcome.tools.map((tool) => tool.name),
      tools,
    );
    assert.deepEqual(
      outcome.malformed.map(({ index, reason }) => `${index}: ${reason}`),
      malformed,
    );
    assert.deepEqual({ ...outcome, ...rest }, outcome);
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  }
}
