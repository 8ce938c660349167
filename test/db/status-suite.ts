import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Classification } from '../../classifier/classification.ts';
import { hashDefinition } from '../../classifier/hash.ts';
import type { Database } from '../../db/connect.ts';
import {
  judgedBelow,
  judgedByReview,
  recordClassifications,
  unjudged,
} from '../../db/queries/classifications.ts';
import { recordOutcome } from '../../db/queries/crawls.ts';
import { upsertServers } from '../../db/queries/servers.ts';
import { readStatus } from '../../db/queries/status.ts';
import { entry, later, listed, live, now, tool } from './outcomes.ts';

/** Expects an empty store. */
export function describeStatus(db: () => Database): void {
  describe('classifications and status', () => {
    test('an empty store has a status', async () => {
      const status = await readStatus(db(), '1', now);
      assert.equal(status.servers.total, 0);
      assert.deepEqual(status.reasons, []);
      assert.equal(status.schedule.nextDueAt, null);
      assert.equal(status.schedule.crawlsPerMinute, null);
    });

    test('servers are counted by outcome, failures by reason, tools by label', async () => {
      const ids = ['s-live', 's-snap', 's-down1', 's-down2', 's-down3', 's-login', 's-never'];
      await upsertServers(
        db(),
        ids.map((id) => entry(id)),
        now,
      );
      const shared = tool('shared');
      await recordOutcome(db(), listed('s-live', later, [shared, tool('own')]), live);
      await recordOutcome(db(), listed('s-snap', now, [shared]), { origin: 'snapshot' });
      const failed = { kind: 'failed', durationMs: 1, at: later } as const;
      for (const [serverId, step, message] of [
        ['s-down1', 'connect', 'refused'],
        ['s-down2', 'connect', 'no \0 route'],
        ['s-down3', 'connect', 'no \0 route'],
      ] as const) {
        await recordOutcome(db(), { ...failed, serverId, step, message }, live);
      }
      const login = {
        kind: 'auth-required',
        serverId: 's-login',
        durationMs: 1,
        how: 'oauth',
      } as const;
      await recordOutcome(db(), { ...login, at: '2026-01-02T00:01:00.000Z' }, live);

      await recordClassifications(db(), [judgement(hashDefinition(shared))], later);
      const status = await readStatus(db(), '1', '2026-01-02T00:02:00.000Z');
      assert.deepEqual(status.servers, {
        total: 7,
        removed: 0,
        byOutcome: { listed: 2, 'auth-required': 1, failed: 3, skipped: 0, never: 1 },
        listedLive: 1,
        listedSnapshot: 1,
      });
      assert.deepEqual(status.reasons, [
        {
          kind: 'failed',
          reason: 'connect',
          servers: 3,
          messages: [
            { message: 'no \0 route', servers: 2 },
            { message: 'refused', servers: 1 },
          ],
        },
        { kind: 'auth-required', reason: 'oauth', servers: 1, messages: [] },
      ]);
      assert.deepEqual(status.tools, {
        current: 3,
        byLabel: [{ operation: 'read', risk: 'low', tools: 2 }],
      });
      assert.deepEqual(status.definitions, { total: 2, unjudged: 1 });
      // 5 live crawls in a minute; due are the server never looked at and the one only imported.
      assert.equal(status.schedule.crawlsPerMinute, 4);
      assert.equal(status.schedule.due, 2);
      assert.equal(status.schedule.minutesLeft, 0.5);
      // A failed server comes first, an hour later with a jitter of a tenth.
      assert.match(status.schedule.nextDueAt ?? '', /^2026-01-02T0[01]:/);
      assert.equal(status.schedule.lastCrawlAt, '2026-01-02T00:01:00.000Z');
    });

    test('only what this version has not judged is handed out, once, in pages', async () => {
      const definitions = Array.from({ length: 25 }, (_, n) => tool(`page${n}`));
      await upsertServers(db(), [entry('paged')], now);
      await recordOutcome(db(), listed('paged', now, definitions), live);
      const seen: string[] = [];
      for await (const page of unjudged(db(), '1', 10)) {
        assert.ok(page.length <= 10);
        for (const { hash, definition } of page) {
          assert.equal(hashDefinition(definition), hash);
          seen.push(hash);
        }
        await recordClassifications(
          db(),
          page.map(({ hash }) => judgement(hash)),
          later,
        );
      }
      assert.equal(seen.length, 26);
      assert.equal(new Set(seen).size, 26);
      for await (const page of unjudged(db(), '1')) assert.fail(`${page.length} left`);
      assert.equal((await readStatus(db(), '2', later)).definitions.unjudged, 27);
    });

    test('a second judgement by the same version replaces the first', async () => {
      const [page] = await Array.fromAsync(unjudged(db(), 'again'));
      const hash = page?.[0]?.hash ?? '';
      const first = { ...judgement(hash), classifierVersion: 'again' };
      await recordClassifications(db(), [first], now);
      await recordClassifications(
        db(),
        [{ ...first, risk: 'critical', decidedBy: 'override' }],
        later,
      );
      const { tools } = await readStatus(db(), 'again', later);
      assert.deepEqual(
        tools.byLabel.map(({ risk }) => risk),
        ['critical'],
      );
    });

    test('judgements are handed out by confidence, in pages, and by what a review set', async () => {
      const [page = []] = await Array.fromAsync(unjudged(db(), 'sure'));
      const hashes = page.slice(0, 6).map(({ hash }) => hash);
      const quoting = { signal: 'x', pointer: '/name', quote: '"decidedBy":"override"' };
      const judged = hashes.map((hash, n) => ({
        ...judgement(hash),
        classifierVersion: 'sure',
        confidence: n / 10,
        decidedBy: n === 5 ? ('override' as const) : ('model' as const),
        evidence: [quoting],
      }));
      await recordClassifications(db(), judged, now);
      const pages = await Array.fromAsync(judgedBelow(db(), 'sure', 0.3, 2));
      assert.deepEqual(
        pages.map((rows) => rows.map(({ hash }) => hash)),
        [hashes.slice(0, 2), hashes.slice(2, 3)],
      );
      assert.deepEqual(pages[0]?.[0]?.classification, judged[0]);
      assert.deepEqual(pages[0]?.[0]?.definition, page[0]?.definition);
      const named = [hashes[0] ?? '', 'f'.repeat(64)];
      const reviewed = await judgedByReview(db(), 'sure', named);
      assert.deepEqual(
        reviewed.map(({ hash }) => hash),
        [hashes[5], hashes[0]],
      );
    });
  });
}

function judgement(definitionHash: string): Classification {
  return {
    definitionHash,
    classifierVersion: '1',
    operation: 'read',
    risk: 'low',
    capabilities: ['ingests-untrusted', 'reads-private-data'],
    confidence: 0.9,
    decidedBy: 'model',
    evidence: [{ signal: 'x', pointer: '/name', quote: 'nul \0' }],
    warnings: [],
    rationale: 'nul \0 and \ud800',
  };
}
