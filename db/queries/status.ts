import { and, count, desc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { Operation, Risk } from '../../classifier/taxonomy.ts';
import type { CrawlOutcome } from '../../crawler/outcome.ts';
import type { Database } from '../connect.ts';
import { classifications, crawls, definitions, servers, tools } from '../schema.ts';

/** The state of a store at one moment. Moments are ISO 8601. */
export interface StoreStatus {
  servers: {
    total: number;
    /** Of them, taken away by their registry. */
    removed: number;
    /** By the end of their last crawl; `never`: not crawled yet. */
    byOutcome: Record<CrawlOutcome['kind'] | 'never', number>;
    /** Of those whose tools are known: listed by this machine, and only by a snapshot. */
    listedLive: number;
    listedSnapshot: number;
  };
  /** Why servers did not list at their last crawl, most frequent first. */
  reasons: FailureReason[];
  schedule: {
    due: number;
    /** Being crawled right now. */
    leased: number;
    /** Of those that are not due yet. */
    nextDueAt: string | null;
    lastCrawlAt: string | null;
    /** Of the crawls by this machine in the last hour, over the time from the first to the last; null: fewer than two. */
    crawlsPerMinute: number | null;
    /** What the due servers take at that rate. */
    minutesLeft: number | null;
  };
  tools: {
    /** Offered now. */
    current: number;
    /** Of them, those that this version of the classifier has judged. */
    byLabel: { operation: Operation; risk: Risk; tools: number }[];
  };
  definitions: {
    total: number;
    /** Not judged by this version of the classifier. */
    unjudged: number;
  };
}

export interface FailureReason {
  kind: Exclude<CrawlOutcome['kind'], 'listed'>;
  /** `failed`: the step; `auth-required`: how; `skipped`: why. Hostile text. */
  reason: string;
  servers: number;
  /** Of a `failed` group the most frequent messages. Hostile texts. */
  messages: { message: string; servers: number }[];
}

export async function readStatus(
  db: Database,
  classifierVersion: string,
  now: string,
): Promise<StoreStatus> {
  return {
    servers: await countServers(db),
    reasons: await failureReasons(db),
    schedule: await readSchedule(db, now),
    tools: await countTools(db, classifierVersion),
    definitions: await countDefinitions(db, classifierVersion),
  };
}

async function countServers(db: Database): Promise<StoreStatus['servers']> {
  const rows = await db
    .select({
      kind: servers.lastKind,
      listedFrom: servers.listedFrom,
      servers: count(),
      removed: count(servers.removedAt),
    })
    .from(servers)
    .groupBy(servers.lastKind, servers.listedFrom);
  const result: StoreStatus['servers'] = {
    total: 0,
    removed: 0,
    byOutcome: { listed: 0, 'auth-required': 0, failed: 0, skipped: 0, never: 0 },
    listedLive: 0,
    listedSnapshot: 0,
  };
  for (const row of rows) {
    result.total += row.servers;
    result.removed += row.removed;
    result.byOutcome[row.kind ?? 'never'] += row.servers;
    if (row.listedFrom === 'live') result.listedLive += row.servers;
    if (row.listedFrom === 'snapshot') result.listedSnapshot += row.servers;
  }
  return result;
}

const messagesShown = 3;

async function failureReasons(db: Database): Promise<FailureReason[]> {
  const rows = await db
    .select({
      kind: servers.lastKind,
      reason: servers.lastReason,
      message: servers.lastMessage,
      servers: count(),
    })
    .from(servers)
    .where(isNotNull(servers.lastReason))
    .groupBy(servers.lastKind, servers.lastReason, servers.lastMessage)
    .orderBy(desc(count()), servers.lastKind, servers.lastReason, servers.lastMessage);
  const groups = new Map<string, FailureReason>();
  for (const { kind, reason, message, servers } of rows) {
    if (kind === null || kind === 'listed' || reason === null) continue;
    const key = `${kind} ${reason}`;
    const group = groups.get(key) ?? { kind, reason, servers: 0, messages: [] };
    group.servers += servers;
    if (message !== null && group.messages.length < messagesShown) {
      group.messages.push({ message, servers });
    }
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.servers - a.servers);
}

async function readSchedule(db: Database, now: string): Promise<StoreStatus['schedule']> {
  const leased = sql`${servers.leaseUntil} > ${now}`;
  const [state] = await db
    .select({
      due: sql<number>`count(*) filter (where ${servers.dueAt} <= ${now} and (${leased}) is not true)`.mapWith(
        Number,
      ),
      leased: sql<number>`count(*) filter (where ${leased})`.mapWith(Number),
      nextDueAt: sql`min(${servers.dueAt}) filter (where ${servers.dueAt} > ${now})`.mapWith(
        servers.dueAt,
      ),
      lastCrawlAt: sql`max(${servers.lastCrawlAt})`.mapWith(servers.lastCrawlAt),
    })
    .from(servers);
  const due = state?.due ?? 0;
  const rate = await crawlsPerMinute(db, now);
  return {
    due,
    leased: state?.leased ?? 0,
    nextDueAt: state?.nextDueAt ?? null,
    lastCrawlAt: state?.lastCrawlAt ?? null,
    crawlsPerMinute: rate,
    minutesLeft: rate === null ? null : due / rate,
  };
}

async function crawlsPerMinute(db: Database, now: string): Promise<number | null> {
  const hourAgo = new Date(Date.parse(now) - 3_600_000).toISOString();
  const [row] = await db
    .select({
      crawls: count(),
      seconds: sql<number>`extract(epoch from max(${crawls.at}) - min(${crawls.at}))`.mapWith(
        Number,
      ),
    })
    .from(crawls)
    .where(and(gt(crawls.at, hourAgo), eq(crawls.origin, 'live')));
  if (!row || row.crawls < 2 || row.seconds === 0) return null;
  return ((row.crawls - 1) / row.seconds) * 60;
}

async function countTools(db: Database, classifierVersion: string): Promise<StoreStatus['tools']> {
  const rows = await db
    .select({
      operation: classifications.operation,
      risk: classifications.risk,
      tools: count(),
    })
    .from(tools)
    .leftJoin(classifications, judgedBy(tools.definitionHash, classifierVersion))
    .where(eq(tools.current, true))
    .groupBy(classifications.operation, classifications.risk)
    .orderBy(classifications.operation, classifications.risk);
  const byLabel: StoreStatus['tools']['byLabel'] = [];
  for (const { operation, risk, tools } of rows) {
    if (operation !== null && risk !== null) byLabel.push({ operation, risk, tools });
  }
  return { current: rows.reduce((sum, row) => sum + row.tools, 0), byLabel };
}

async function countDefinitions(
  db: Database,
  classifierVersion: string,
): Promise<StoreStatus['definitions']> {
  const [row] = await db
    .select({ total: count(), judged: count(classifications.definitionHash) })
    .from(definitions)
    .leftJoin(classifications, judgedBy(definitions.hash, classifierVersion));
  const { total, judged } = row ?? { total: 0, judged: 0 };
  return { total, unjudged: total - judged };
}

function judgedBy(
  hash: typeof tools.definitionHash | typeof definitions.hash,
  classifierVersion: string,
) {
  return and(
    eq(classifications.definitionHash, hash),
    eq(classifications.classifierVersion, classifierVersion),
  );
}
