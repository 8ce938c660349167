import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Classification } from '../../classifier/classification.ts';
import type { ToolDefinition } from '../../classifier/definition.ts';
import type { Capability, Operation, Risk } from '../../classifier/taxonomy.ts';
import type { Database } from '../connect.ts';
import { classifications, crawls, definitions, servers, tools } from '../schema.ts';

/** One span of a tool's history with what it offered; `classification` is null until it is judged. */
export interface ToolRecord {
  id: number;
  name: string;
  definitionHash: string;
  position: number;
  firstSeenAt: string;
  lastSeenAt: string;
  removedAt: string | null;
  current: boolean;
  previousHash: string | null;
  renamedFrom: string | null;
  definition: ToolDefinition;
  classification: Classification | null;
}

export interface CrawlRecord {
  serverId: string;
  at: string;
  durationMs: number;
  kind: (typeof crawls.$inferSelect)['kind'];
  origin: (typeof crawls.$inferSelect)['origin'];
  reason: string | null;
  /** Of the package that ran; null where none did. */
  version: string | null;
}

/** Everything the pages of one server are made of. */
export interface ServerRecord {
  server: typeof servers.$inferSelect;
  /** The newest first, at most `crawlsShown`. */
  crawls: CrawlRecord[];
  /** In the server's order; ended spans too, each name's oldest first. */
  tools: ToolRecord[];
}

export const crawlsShown = 10;

/** What lists, search and related tools need of one current tool. */
export interface ToolSummary {
  serverId: string;
  registry: string;
  name: string;
  definitionHash: string;
  firstSeenAt: string;
  /** Set where the definition replaced another one. */
  previousHash: string | null;
  previousRisk: Risk | null;
  title: string;
  description: string;
  operation: Operation | null;
  risk: Risk | null;
  confidence: number | null;
  capabilities: Capability[];
  /** Ids of the signals that warn. */
  warnings: string[];
}

/** Changes whenever a page of the server may look different; cheap for a whole catalog. */
export async function serverFingerprints(
  db: Database,
  classifierVersion: string,
): Promise<Map<string, string>> {
  const rows = await db
    .select({
      id: servers.id,
      changedAt: servers.changedAt,
      lastCrawlAt: servers.lastCrawlAt,
      status: servers.status,
      removedAt: servers.removedAt,
      judged: sql<string>`count(${classifications.at})::text`,
      judgedAt: sql<string | null>`max(${classifications.at})::text`,
    })
    .from(servers)
    .leftJoin(tools, and(eq(tools.serverId, servers.id), eq(tools.current, true)))
    .leftJoin(classifications, judgedBy(classifierVersion))
    .groupBy(servers.id);
  return new Map(rows.map(({ id, ...state }) => [id, Object.values(state).join(' ')]));
}

function judgedBy(classifierVersion: string) {
  return and(
    eq(classifications.definitionHash, tools.definitionHash),
    eq(classifications.classifierVersion, classifierVersion),
  );
}

/** The records of some servers, by id; ids that are not in the store are left out. */
export async function readServers(
  db: Database,
  ids: string[],
  classifierVersion: string,
): Promise<ServerRecord[]> {
  const [found, spans, ends] = await Promise.all([
    db.select().from(servers).where(inArray(servers.id, ids)).orderBy(asc(servers.id)),
    readSpans(db, ids, classifierVersion),
    readCrawls(db, ids),
  ]);
  const toolsOf = Map.groupBy(spans, (span) => span.serverId);
  const crawlsOf = Map.groupBy(ends, (crawl) => crawl.serverId);
  return found.map((server) => ({
    server,
    crawls: crawlsOf.get(server.id) ?? [],
    tools: toolsOf.get(server.id) ?? [],
  }));
}

async function readSpans(db: Database, ids: string[], classifierVersion: string) {
  const rows = await db
    .select({
      serverId: tools.serverId,
      id: tools.id,
      name: tools.name,
      definitionHash: tools.definitionHash,
      position: tools.position,
      firstSeenAt: tools.firstSeenAt,
      lastSeenAt: tools.lastSeenAt,
      removedAt: tools.removedAt,
      current: tools.current,
      previousHash: tools.previousHash,
      renamedFrom: tools.renamedFrom,
      json: definitions.json,
      classification: classifications.classification,
    })
    .from(tools)
    .innerJoin(definitions, eq(definitions.hash, tools.definitionHash))
    .leftJoin(classifications, judgedBy(classifierVersion))
    .where(inArray(tools.serverId, ids))
    .orderBy(asc(tools.serverId), asc(tools.position), asc(tools.firstSeenAt), asc(tools.id));
  return rows.map(({ json, ...row }) => ({
    ...row,
    definition: JSON.parse(json) as ToolDefinition,
  }));
}

async function readCrawls(db: Database, ids: string[]): Promise<CrawlRecord[]> {
  const ranked = db
    .select({
      serverId: crawls.serverId,
      at: crawls.at,
      durationMs: crawls.durationMs,
      kind: crawls.kind,
      origin: crawls.origin,
      reason: crawls.reason,
      detail: crawls.detail,
      rank: sql<number>`row_number() over (partition by ${crawls.serverId} order by ${crawls.at} desc)`.as(
        'rank',
      ),
    })
    .from(crawls)
    .where(inArray(crawls.serverId, ids))
    .as('ranked');
  const rows = await db
    .select()
    .from(ranked)
    .where(sql`${ranked.rank} <= ${crawlsShown}`)
    .orderBy(desc(ranked.at));
  return rows.map(({ rank: _, detail, ...crawl }) => ({
    ...crawl,
    version: detail.provenance?.version ?? null,
  }));
}

/** Every current tool of every server that its registry still lists, by server and name. */
export async function readToolSummaries(
  db: Database,
  classifierVersion: string,
): Promise<ToolSummary[]> {
  const before = alias(classifications, 'before');
  const rows = await db
    .select({
      serverId: tools.serverId,
      registry: servers.registry,
      name: tools.name,
      definitionHash: tools.definitionHash,
      firstSeenAt: tools.firstSeenAt,
      previousHash: tools.previousHash,
      previousRisk: before.risk,
      json: definitions.json,
      classification: classifications.classification,
    })
    .from(tools)
    .innerJoin(servers, eq(servers.id, tools.serverId))
    .innerJoin(definitions, eq(definitions.hash, tools.definitionHash))
    .leftJoin(classifications, judgedBy(classifierVersion))
    .leftJoin(
      before,
      and(
        eq(before.definitionHash, tools.previousHash),
        eq(before.classifierVersion, classifierVersion),
      ),
    )
    .where(and(eq(tools.current, true), sql`${servers.removedAt} is null`))
    .orderBy(asc(tools.serverId), asc(tools.name), asc(tools.id));
  return rows.map(({ json, classification, ...row }) => ({
    ...row,
    ...textsOf(json),
    operation: classification?.operation ?? null,
    risk: classification?.risk ?? null,
    confidence: classification?.confidence ?? null,
    capabilities: classification?.capabilities ?? [],
    warnings: [...new Set(classification?.warnings.map((warning) => warning.signal))],
  }));
}

/** The texts of a definition; anything but text counts as none. */
function textsOf(json: string): { title: string; description: string } {
  const { title, description } = JSON.parse(json) as Record<string, unknown>;
  return {
    title: typeof title === 'string' ? title : '',
    description: typeof description === 'string' ? description : '',
  };
}

/** A server as lists show it. */
export interface ServerSummary {
  id: string;
  registry: string;
  version: string | null;
  lastKind: (typeof servers.$inferSelect)['lastKind'];
  /** Null: never listed, so that nothing is known of its tools. */
  lastListedAt: string | null;
}

/** Every server that its registry still lists, by id. */
export async function readServerSummaries(db: Database): Promise<ServerSummary[]> {
  return db
    .select({
      id: servers.id,
      registry: servers.registry,
      version: servers.version,
      lastKind: servers.lastKind,
      lastListedAt: servers.lastListedAt,
    })
    .from(servers)
    .where(sql`${servers.removedAt} is null`)
    .orderBy(asc(servers.id));
}
