import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { hashDefinition } from '../../classifier/hash.ts';
import type { CrawlOutcome, Listed } from '../../crawler/outcome.ts';
import type { Database } from '../connect.ts';
import { earliestRetry, nextDue } from '../schedule.ts';
import { type CrawlDetail, crawls, type Origin, servers } from '../schema.ts';
import type { ListedTool } from '../tool-changes.ts';
import { putOffHost } from './put-off.ts';
import type { Server } from './servers.ts';
import { replaceTools, type ToolChanges } from './tool-history.ts';

type ServerUpdate = Partial<Server>;

export interface RecordOptions {
  origin: Origin;
  /** Who crawled; only a lease of theirs is given back. Nobody for an outcome of a snapshot. */
  owner?: string;
  /** Uniform in [0, 1): the jitter of the next due time. */
  random?: () => number;
}

/**
 * Stores the end of one crawl, in one transaction: the crawl, the server's state and next due time,
 * and, for `listed`, which tools came, changed and went. Gives the owner's lease back. Recording the
 * same outcome again, or a listing older than the stored one, changes no tool.
 */
export function recordOutcome(
  db: Database,
  outcome: CrawlOutcome,
  options: RecordOptions,
): Promise<ToolChanges> {
  const listed = outcome.kind === 'listed' ? toListedTools(outcome) : [];
  return db.transaction(async (tx) => {
    const [server] = await tx
      .select()
      .from(servers)
      .where(eq(servers.id, outcome.serverId))
      .for('update');
    if (!server) throw new Error(`no server "${outcome.serverId}" to record a crawl of`);

    const isNew = await insertCrawl(tx, outcome, options.origin);
    if (isNew) await forgetOldCrawls(tx, outcome.serverId);
    let changes: ToolChanges = { added: [], changed: [], renamed: [], removed: [] };
    const update: ServerUpdate = {};
    if (options.owner !== undefined && server.leaseOwner === options.owner) {
      Object.assign(update, { leaseOwner: null, leaseUntil: null });
    }
    if (isNew && outcome.kind === 'listed' && isAfter(outcome.at, server.lastListedAt)) {
      changes = await replaceTools(tx, outcome, listed, server.firstListedAt !== null);
      Object.assign(update, listedUpdate(server, outcome, changes, options.origin));
    }
    if (isNew && isAfter(outcome.at, server.lastCrawlAt)) {
      Object.assign(update, crawlUpdate({ ...server, ...update }, outcome, options));
    }
    if (Object.keys(update).length > 0) {
      await tx.update(servers).set(update).where(eq(servers.id, outcome.serverId));
    }
    const host = outcome.retryHost ?? server.host;
    if (isNew && outcome.retryAt && host !== null) {
      await putOffHost(tx, host, earliestRetry(outcome.retryAt, outcome.at));
    }
    return changes;
  });
}

/** Both ISO 8601 in UTC with milliseconds, so that they compare as text. */
function isAfter(at: string, before: string | null): boolean {
  return before === null || at > before;
}

function toListedTools(outcome: Listed): ListedTool[] {
  return outcome.tools.map((definition, position) => ({
    name: definition.name,
    hash: hashDefinition(definition),
    position,
    definition,
  }));
}

async function insertCrawl(tx: Database, outcome: CrawlOutcome, origin: Origin): Promise<boolean> {
  const inserted = await tx
    .insert(crawls)
    .values({
      serverId: outcome.serverId,
      at: outcome.at,
      durationMs: Math.round(outcome.durationMs),
      kind: outcome.kind,
      origin,
      reason: reasonOf(outcome),
      detail: toDetail(outcome),
    })
    .onConflictDoNothing()
    .returning({ id: crawls.id });
  return inserted.length > 0;
}

/** Ends of crawls that are kept of each server; its tools and their history do not depend on them. */
const crawlsKept = 50;

async function forgetOldCrawls(tx: Database, serverId: string): Promise<void> {
  const oldestKept = tx
    .select({ at: crawls.at })
    .from(crawls)
    .where(eq(crawls.serverId, serverId))
    .orderBy(desc(crawls.at))
    .offset(crawlsKept - 1)
    .limit(1);
  await tx
    .delete(crawls)
    .where(and(eq(crawls.serverId, serverId), lt(crawls.at, sql`(${oldestKept})`)));
}

/** UTF-16 code units: a reason is grouped by and shown in a table. */
const longestReason = 200;

function reasonOf(outcome: CrawlOutcome): string | null {
  switch (outcome.kind) {
    case 'listed':
      return null;
    case 'auth-required':
      return outcome.how.slice(0, longestReason);
    case 'failed':
      return outcome.step;
    case 'skipped':
      return outcome.reason.slice(0, longestReason);
  }
}

function toDetail(outcome: CrawlOutcome): CrawlDetail {
  if (outcome.kind !== 'listed') return outcome;
  const { tools: listed, instructions: _, ...detail } = outcome;
  return { ...detail, toolCount: listed.length };
}

function listedUpdate(
  server: Server,
  outcome: Listed,
  changes: ToolChanges,
  origin: Origin,
): ServerUpdate {
  const instructions = outcome.instructions ?? null;
  const toolsChanged = Object.values(changes).some((names) => names.length > 0);
  const isFirst = server.firstListedAt === null;
  return {
    firstListedAt: server.firstListedAt ?? outcome.at,
    lastListedAt: outcome.at,
    listedFrom: origin,
    protocolVersion: outcome.protocolVersion,
    provenance: outcome.provenance ?? null,
    serverInfo: outcome.serverInfo,
    instructions,
    promptCount: outcome.promptCount ?? null,
    resourceCount: outcome.resourceCount ?? null,
    malformedCount: outcome.malformed.length,
    toolCount: outcome.tools.length,
    toolsChangedAt: toolsChanged && !isFirst ? outcome.at : server.toolsChangedAt,
    changedAt:
      toolsChanged || isFirst || instructions !== server.instructions
        ? outcome.at
        : server.changedAt,
  };
}

function crawlUpdate(
  server: Server,
  outcome: CrawlOutcome,
  { origin, random = Math.random }: RecordOptions,
): ServerUpdate {
  const failures = failuresAfter(server.failures, outcome.kind);
  const update: ServerUpdate = {
    lastCrawlAt: outcome.at,
    lastKind: outcome.kind,
    lastReason: reasonOf(outcome),
    lastMessage: outcome.kind === 'failed' ? outcome.message.slice(0, longestReason) : null,
    failures,
  };
  // What is known only from a snapshot is still to be looked at by this machine.
  if (origin === 'snapshot' || server.removedAt !== null) return update;
  const firstListing = server.firstListedAt === outcome.at;
  const history = {
    kind: outcome.kind,
    failures,
    retryAt: outcome.retryAt,
    toolsChangedAt: firstListing ? null : (server.toolsChangedAt ?? server.firstListedAt),
    freshMs: freshFor(outcome),
  };
  return { ...update, dueAt: nextDue(history, outcome.at, random) };
}

/** From the start of the crawl, since the list was received at its end. */
function freshFor(outcome: CrawlOutcome): number | undefined {
  if (outcome.kind !== 'listed' || outcome.ttlMs === undefined) return undefined;
  return outcome.durationMs + outcome.ttlMs;
}

function failuresAfter(failures: number, kind: CrawlOutcome['kind']): number {
  if (kind === 'failed') return failures + 1;
  return kind === 'skipped' ? failures : 0;
}
