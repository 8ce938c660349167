import { asc, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { ServerEntry } from '../../crawler/server-entry.ts';
import { inBatches } from '../batch.ts';
import type { Database } from '../connect.ts';
import { servers } from '../schema.ts';

export type Server = typeof servers.$inferSelect;
type Row = typeof servers.$inferInsert;

export interface UpsertedServers {
  added: number;
  /** Entries that differ from what was stored; their servers are due at once. */
  changed: number;
  unchanged: number;
  /** Ids that another registry named first (they keep what it said) or that are too long to be one. */
  refused: string[];
}

/** UTF-16 code units; the official registry allows 200. */
const longestId = 500;

/**
 * Stores what a registry says of its servers. The registry that names a server first owns it; only
 * what the snapshot brought along is taken over. A deleted server is kept, with `removedAt`.
 *
 * @param now ISO 8601
 */
export async function upsertServers(
  db: Database,
  entries: readonly ServerEntry[],
  now: string,
): Promise<UpsertedServers> {
  const result: UpsertedServers = { added: 0, changed: 0, unchanged: 0, refused: [] };
  const latest = new Map<string, ServerEntry>();
  for (const entry of entries) {
    if (entry.id.length > longestId) result.refused.push(entry.id);
    else latest.set(entry.id, entry);
  }
  // One order for all processes, so that two that write the same servers cannot wait for each other.
  const sorted = [...latest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const batch of inBatches(sorted)) {
    const ids = await upsertBatch(db, batch, now);
    for (const { id } of batch) {
      const outcome = ids.get(id);
      if (outcome === undefined) result.refused.push(id);
      else result[outcome] += 1;
    }
  }
  return result;
}

async function upsertBatch(
  db: Database,
  entries: ServerEntry[],
  now: string,
): Promise<Map<string, 'added' | 'changed' | 'unchanged'>> {
  const all = entries.map((entry) => toRow(entry, now));
  const known = await knownRows(db, all);
  const rows = all.filter((row) => !known.has(row.id));
  const unchanged = [...known].map((id) => [id, 'unchanged'] as const);
  if (rows.length === 0) return new Map(unchanged);
  const written = await db
    .insert(servers)
    .values(rows)
    .onConflictDoUpdate({
      target: servers.id,
      set: {
        registry: sql`excluded.registry`,
        version: sql`excluded.version`,
        title: sql`excluded.title`,
        description: sql`excluded.description`,
        repository: sql`excluded.repository`,
        status: sql`excluded.status`,
        targets: sql`excluded.targets`,
        host: sql`excluded.host`,
        removedAt: sql`case when excluded.status = 'deleted' then coalesce(${servers.removedAt}, excluded.removed_at) end`,
        // What is reached differently is looked at again; a better title is not news.
        dueAt: sql`case
          when excluded.status = 'deleted' then null
          when (${servers.version}, ${servers.targets}, ${servers.status})
            is distinct from (excluded.version, excluded.targets, excluded.status) then excluded.due_at
          else ${servers.dueAt} end`,
        updatedAt: sql`case when ${entryChanged} then excluded.updated_at else ${servers.updatedAt} end`,
        changedAt: sql`case when ${entryChanged} then excluded.updated_at else ${servers.changedAt} end`,
      },
      setWhere: sql`${servers.registry} in (excluded.registry, ${snapshotRegistry})`,
    })
    .returning({
      id: servers.id,
      added: sql<boolean>`xmax = 0`,
      updatedAt: servers.updatedAt,
    });
  return new Map([
    ...unchanged,
    ...written.map(
      ({ id, added, updatedAt }) =>
        [id, added ? 'added' : updatedAt === now ? 'changed' : 'unchanged'] as const,
    ),
  ]);
}

/** Ids of rows that are stored just so: they are not written again, so that crawls need not wait for them. */
async function knownRows(db: Database, rows: Row[]): Promise<Set<string>> {
  const stored = await db
    .select()
    .from(servers)
    .where(
      inArray(
        servers.id,
        rows.map(({ id }) => id),
      ),
    );
  const byId = new Map(stored.map((server) => [server.id, comparable(server)]));
  return new Set(rows.filter((row) => byId.get(row.id) === comparable(row)).map(({ id }) => id));
}

function comparable(row: Row): string {
  return JSON.stringify([...compared, 'host' as const].map((column) => row[column] ?? null));
}

/** Of servers that no registry has named yet: nobody said how to reach them, so they are not due. */
export const snapshotRegistry = 'snapshot';

const compared = [
  'registry',
  'version',
  'title',
  'description',
  'repository',
  'status',
  'targets',
] as const;
const entryChanged: SQL = sql`(${columns('servers')}) is distinct from (${columns('excluded')})`;

function columns(table: string): SQL {
  return sql.raw(compared.map((column) => `${table}.${column}`).join(', '));
}

function toRow(entry: ServerEntry, now: string): Row {
  return {
    ...entry,
    host: hostOf(entry),
    firstSeenAt: now,
    updatedAt: now,
    changedAt: now,
    removedAt: entry.status === 'deleted' ? now : null,
    dueAt: entry.status === 'deleted' || entry.registry === snapshotRegistry ? null : now,
  };
}

function hostOf({ targets }: ServerEntry): string | null {
  for (const target of targets) if ('url' in target) return URL.parse(target.url)?.hostname || null;
  return null;
}

export async function getServer(db: Database, id: string): Promise<Server | undefined> {
  const [server] = await db.select().from(servers).where(eq(servers.id, id));
  return server;
}

/** Ids of all servers that their registry has not deleted. */
export async function serverIds(db: Database): Promise<string[]> {
  const rows = await db.select({ id: servers.id }).from(servers).where(isNull(servers.removedAt));
  return rows.map(({ id }) => id);
}

/** All servers in the order of their ids, `pageSize` at a time, so that memory stays flat. */
export async function* eachServer(db: Database, pageSize = 500): AsyncGenerator<Server> {
  let last: string | undefined;
  for (;;) {
    const page = await db
      .select()
      .from(servers)
      .where(last === undefined ? undefined : gt(servers.id, last))
      .orderBy(asc(servers.id))
      .limit(pageSize);
    yield* page;
    last = page.at(-1)?.id;
    if (page.length < pageSize) return;
  }
}

/** The entry as its registry gave it: what a crawl starts from. */
export function toServerEntry(server: Server): ServerEntry {
  const entry: ServerEntry = {
    id: server.id,
    registry: server.registry,
    status: server.status,
    targets: server.targets,
  };
  if (server.version !== null) entry.version = server.version;
  if (server.title !== null) entry.title = server.title;
  if (server.description !== null) entry.description = server.description;
  if (server.repository !== null) entry.repository = server.repository;
  return entry;
}

export async function hasServers(db: Database): Promise<boolean> {
  const rows = await db.select({ id: servers.id }).from(servers).limit(1);
  return rows.length > 0;
}
