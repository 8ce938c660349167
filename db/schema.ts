import {
  bigserial,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Classification } from '../classifier/classification.ts';
import type { Provenance } from '../crawler/outcome.ts';
import type { Target } from '../crawler/server-entry.ts';

const time = () => timestamp({ withTimezone: true, mode: 'string' });

/** One server of any registry. Never deleted: `removedAt` says that its registry took it away. */
export const servers = pgTable(
  'servers',
  {
    id: text().primaryKey(),
    registry: text().notNull(),
    version: text(),
    title: text(),
    description: text(),
    repository: text(),
    status: text({ enum: ['active', 'deprecated', 'deleted'] }).notNull(),
    targets: jsonb().$type<Target[]>().notNull(),
    firstSeenAt: time().notNull(),
    updatedAt: time().notNull(),
    removedAt: time(),
    /** When the next crawl is due; null: never by itself. */
    dueAt: time(),
    /** Crawls in a row that did not end as `listed`. */
    failures: integer().notNull().default(0),
  },
  (table) => [index().on(table.dueAt), index().on(table.registry)],
);

/** Every end of every crawl. `origin` says whether this machine looked or the bundled snapshot. */
export const crawls = pgTable(
  'crawls',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    serverId: text()
      .notNull()
      .references(() => servers.id),
    at: time().notNull(),
    durationMs: integer().notNull(),
    kind: text({ enum: ['listed', 'auth-required', 'failed', 'skipped'] }).notNull(),
    origin: text({ enum: ['live', 'snapshot'] }).notNull(),
    /** `failed`: the step; `auth-required`: how; `skipped`: the reason. What failures are grouped by. */
    reason: text(),
    provenance: jsonb().$type<Provenance>(),
    /** The outcome without its tools. */
    detail: text().notNull().$type<string>(),
  },
  (table) => [index().on(table.serverId, table.at), index().on(table.kind, table.reason)],
);

/** A definition once, under the SHA-256 of its canonical JSON. Text, because jsonb refuses U+0000. */
export const definitions = pgTable('definitions', {
  hash: text().primaryKey(),
  json: text().notNull(),
  firstSeenAt: time().notNull(),
});

/** Which server offered which definition from when to when. The history: rows end, they are not deleted. */
export const tools = pgTable(
  'tools',
  {
    serverId: text()
      .notNull()
      .references(() => servers.id),
    name: text().notNull(),
    definitionHash: text()
      .notNull()
      .references(() => definitions.hash),
    /** Position in the server's list. */
    position: integer().notNull(),
    firstSeenAt: time().notNull(),
    lastSeenAt: time().notNull(),
    removedAt: time(),
    /** The name before, where a tool was renamed. */
    renamedFrom: text(),
    current: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.serverId, table.name, table.firstSeenAt] }),
    index().on(table.definitionHash),
    index().on(table.serverId, table.current),
    index().on(table.firstSeenAt),
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
    confidence: doublePrecision().notNull(),
    /** The whole `Classification` as JSON text. */
    json: text().notNull(),
    at: time().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.definitionHash, table.classifierVersion] }),
    index().on(table.classifierVersion, table.risk),
  ],
);
