import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type CrawlHistory, nextDue } from '../../db/schedule.ts';

const now = '2026-06-01T00:00:00.000Z';
const hour = 3_600_000;
const day = 24 * hour;
const ago = (ms: number) => new Date(Date.parse(now) - ms).toISOString();

/** Hours until the next crawl, without jitter. */
function wait(history: Partial<CrawlHistory>): number {
  const full = { kind: 'listed', failures: 0, toolsChangedAt: null, ...history } as const;
  return (Date.parse(nextDue(full, now, () => 0.5)) - Date.parse(now)) / hour;
}

/** Hours until the next crawl where chance makes it the soonest. */
function earliest(history: Partial<CrawlHistory>): number {
  const full = { kind: 'listed', failures: 0, toolsChangedAt: null, ...history } as const;
  return (Date.parse(nextDue(full, now, () => 0)) - Date.parse(now)) / hour;
}

describe('the next crawl', () => {
  test('comes a day after a first listing', () => {
    assert.equal(wait({}), 24);
  });

  test('comes sooner where tools changed lately', () => {
    assert.equal(wait({ toolsChangedAt: now }), 6);
    assert.equal(wait({ toolsChangedAt: ago(4 * day) }), 24);
    assert.equal(wait({ toolsChangedAt: ago(365 * day) }), 7 * 24);
  });

  test('of a dead server backs off to a month', () => {
    const waits = [1, 2, 3, 10, 11, 400].map((failures) => wait({ kind: 'failed', failures }));
    assert.deepEqual(waits, [1, 2, 4, 512, 720, 720]);
  });

  test('of a server behind a login comes weekly, of one not looked at daily', () => {
    assert.equal(wait({ kind: 'auth-required' }), 7 * 24);
    assert.equal(wait({ kind: 'skipped' }), 24);
  });

  test('is not before the time that the server asked for, within a month', () => {
    const failed = { kind: 'failed', failures: 1 } as const;
    assert.equal(wait({ ...failed, retryAt: ago(-5 * hour) }), 5);
    assert.equal(wait({ ...failed, retryAt: ago(-9999 * day) }), 30 * 24);
    assert.equal(wait({ ...failed, retryAt: 'tomorrow' }), 1);
  });

  test('is not before the list may no longer be kept, within the week that a listing waits at most', () => {
    const recent = { toolsChangedAt: now };
    assert.equal(earliest({ ...recent, freshMs: 2 * day }), 48);
    assert.equal(earliest({ ...recent, freshMs: 7 * day + 1 }), 7 * 24);
    assert.equal(earliest({ ...recent, freshMs: 3650 * day }), 7 * 24);
  });

  test('is not sooner for a list that may be kept for a moment only', () => {
    for (const freshMs of [0, 1, 5 * hour]) assert.equal(wait({ toolsChangedAt: now, freshMs }), 6);
  });

  test('of servers that let their lists be kept equally long comes at different times', () => {
    const history = { kind: 'listed', failures: 0, toolsChangedAt: now, freshMs: 5 * day } as const;
    const dues = [0, 0.5, 0.999].map((jitter) => nextDue(history, now, () => jitter));
    assert.equal(new Set(dues).size, 3);
  });

  test('is always in the future and never further than 33 days, whatever went before', () => {
    const history = fc.record({
      kind: fc.constantFrom('listed', 'auth-required', 'failed', 'skipped'),
      failures: fc.integer({ min: 0, max: 1e9 }),
      retryAt: fc.option(fc.string(), { nil: undefined }),
      freshMs: fc.option(fc.nat(Number.MAX_SAFE_INTEGER), { nil: undefined }),
      toolsChangedAt: fc.option(fc.constantFrom(now, ago(day), ago(-day), ago(9999 * day))),
    });
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(history, random, (given, jitter) => {
        const ahead = Date.parse(nextDue(given, now, () => jitter)) - Date.parse(now);
        assert.ok(ahead >= 0.5 * 0.9 * hour && ahead <= 33 * day);
      }),
    );
  });
});
