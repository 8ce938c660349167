import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type { Classification } from '../classifier/classification.ts';
import type { JsonObject } from '../classifier/definition.ts';
import type { Capability } from '../classifier/taxonomy.ts';
import type { CrawlOutcome, Provenance } from '../crawler/outcome.ts';
import type { Target } from '../crawler/server-entry.ts';
import { anyText, instant, jsonText } from './columns.ts';

const outcomeKind = () => text({ enum: ['listed', 'auth-required', 'failed', 'skipped'] });

/** Whether this machine looked or the bundled snapshot did. */
export const origins = ['live', 'snapshot'] as const;
export type Origin = (typeof origins)[number];

/** An outcome without its tools: what is kept of a crawl. */
export type CrawlDetail =
  | (Omit<Extract<CrawlOutcome, { kind: 'listed' }>, 'tools' | 'instructions'> & {
      toolCount: number;
    })
  | Exclude<CrawlOutcome, { kind: 'listed' }>;

/** One server of any registry. Never deleted: `removedAt` says that its registry took it away. */
export const servers = pgTable(
  'servers',
  {
    id: anyText().primaryKey(),
    registry: anyText().notNull(),
    version: anyText(),
    title: anyText(),
    description: anyText(),
    repository: anyText(),
    status: text({ enum: ['active', 'deprecated', 'deleted'] }).notNull(),
    targets: jsonText<Target[]>().notNull(),
    /** Of its first address: what may be visited by few at a time. Null: it is only started here. */
    host: anyText(),
    firstSeenAt: instant().notNull(),
    /** When its entry last changed in its registry. */
    updatedAt: instant().notNull(),
    removedAt: instant(),

    /** When the next crawl is due; null: never by itself. */
    dueAt: instant(),
    /** Failed crawls in a row; a skipped one, which did not look, leaves it. */
    failures: integer().notNull().default(0),
    /** One crawl at a time: who holds the server and until when. An expired lease is free. */
    leaseOwner: text(),
    leaseUntil: instant(),

    /** The end of the last crawl; null: never crawled. */
    lastCrawlAt: instant(),
    lastKind: outcomeKind(),
    /** `failed`: the step; `auth-required`: how; `skipped`: the reason. What failures are grouped by. */
    lastReason: anyText(),
    /** `failed`: its message, shortened. */
    lastMessage: anyText(),

    /** From the last `listed` outcome; null: never listed. */
    firstListedAt: instant(),
    lastListedAt: instant(),
    listedFrom: text({ enum: origins }),
    /** What worked last time: probed first next time. */
    protocolVersion: anyText(),
    provenance: jsonText<Provenance>(),
    serverInfo: jsonText<JsonObject>(),
    instructions: anyText(),
    promptCount: integer(),
    resourceCount: integer(),
    malformedCount: integer().notNull().default(0),
    toolCount: integer().notNull().default(0),
    /** When a listing last differed from the one before; null: never. */
    toolsChangedAt: instant(),
    /** When its tools, its instructions or its entry last changed: what its pages depend on. */
    changedAt: instant().notNull(),
  },
  (table) => [
    index().on(table.dueAt),
    index().on(table.registry),
    index().on(table.changedAt),
    index().on(table.lastKind),
    index().on(table.host).where(sql`${table.leaseUntil} is not null`),
  ],
);

/** The ends of crawls, the last fifty of each server. */
export const crawls = pgTable(
  'crawls',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    serverId: anyText()
      .notNull()
      .references(() => servers.id, { onDelete: 'cascade' }),
    at: instant().notNull(),
    durationMs: integer().notNull(),
    kind: outcomeKind().notNull(),
    origin: text({ enum: origins }).notNull(),
    reason: anyText(),
    detail: jsonText<CrawlDetail>().notNull(),
  },
  (table) => [uniqueIndex().on(table.serverId, table.at), index().on(table.at)],
);

/** A definition once, under the SHA-256 of its canonical JSON. */
export const definitions = pgTable('definitions', {
  hash: text().primaryKey(),
  /** Canonical JSON; text, because jsonb refuses U+0000. */
  json: anyText().notNull(),
  firstSeenAt: instant().notNull(),
});

/**
 * Which server offered which definition from when to when. The history: rows end, they are not
 * deleted. A row that ended without `removedAt` was replaced by the row whose `replaces` names it.
 */
export const tools = pgTable(
  'tools',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    serverId: anyText()
      .notNull()
      .references(() => servers.id, { onDelete: 'cascade' }),
    /** Hostile and of any length; a hostile server may list one name twice. */
    name: anyText().notNull(),
    definitionHash: text()
      .notNull()
      .references(() => definitions.hash),
    /** Position in the server's list, from 0. */
    position: integer().notNull(),
    firstSeenAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    /** When a listing first lacked the tool. */
    removedAt: instant(),
    current: boolean().notNull(),
    /** The definition before this one: of the same tool, or of the tool it was renamed from. */
    previousHash: text().references(() => definitions.hash),
    /** The name before, where a tool was renamed. */
    renamedFrom: anyText(),
  },
  (table) => [
    index().on(table.definitionHash),
    index().on(table.serverId, table.current),
    index('tools_changed_index')
      .on(table.firstSeenAt)
      .where(sql`${table.previousHash} is not null`),
  ],
);

/** One judgement for each definition and version of the classifier. */
export const classifications = pgTable(
  'classifications',
  {
    definitionHash: text()
      .notNull()
      .references(() => definitions.hash),
    classifierVersion: text().notNull(),
    operation: text().notNull().$type<Classification['operation']>(),
    risk: text().notNull().$type<Classification['risk']>(),
    capabilities: text().array().notNull().$type<Capability[]>(),
    confidence: doublePrecision().notNull(),
    classification: jsonText<Classification>().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.definitionHash, table.classifierVersion] }),
    index().on(table.classifierVersion, table.risk),
  ],
);

/** Where the reading of a registry was left: the page to go on with, and up to when it is complete. */
export const cursors = pgTable('cursors', {
  registry: anyText().primaryKey(),
  /** Set while a run is unfinished. */
  cursor: anyText(),
  /** When the unfinished run began: becomes `syncedAt` at its end. */
  startedAt: instant(),
  /** Everything updated before is known. */
  syncedAt: instant(),
});
