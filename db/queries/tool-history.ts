import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { ToolDefinition } from '../../classifier/definition.ts';
import { canonicalDefinition } from '../../classifier/hash.ts';
import type { Listed } from '../../crawler/outcome.ts';
import { inBatches } from '../batch.ts';
import type { Database } from '../connect.ts';
import { definitions, tools } from '../schema.ts';
import {
  findRenames,
  type KnownTool,
  type ListedTool,
  matchTools,
  type ToolPair,
} from '../tool-changes.ts';

/** What one listing changed of a server's tools: names as the server wrote them. */
export interface ToolChanges {
  added: string[];
  /** Same name, other definition (its hash before and after). */
  changed: { name: string; from: string; to: string }[];
  renamed: { name: string; before: string; from: string; to: string }[];
  removed: string[];
}

/**
 * Makes `listed` the current tools of a server: ends the rows of what went or changed, opens rows for
 * what is new, and touches the rest. A listing equal to the one before costs one UPDATE.
 *
 * @param db a transaction that holds the server's row
 */
export async function replaceTools(
  db: Database,
  { serverId, at }: Listed,
  listed: readonly ListedTool[],
  listedBefore: boolean,
): Promise<ToolChanges> {
  const known = await currentTools(db, serverId);
  const match = matchTools(known, listed);
  const renamed = await renamesIn(db, match.gone, match.fresh);
  const gone = without(match.gone, renamed, 'known');
  const fresh = without(match.fresh, renamed, 'listed');
  const replaced = [...match.changed, ...renamed].map((pair) => pair.known.id);

  await endRows(db, replaced, null);
  await endRows(
    db,
    gone.map((tool) => tool.id),
    at,
  );
  await moveRows(db, match.kept);
  if (match.kept.length > 0) await touchCurrent(db, serverId, at);
  if (match.changed.length + renamed.length + fresh.length > 0) {
    await insertDefinitions(db, listed, at);
    const lastHashes = listedBefore ? await endedTools(db, serverId, fresh) : new Map();
    await insertRows(db, serverId, at, [
      ...match.changed.map((pair) => ({ tool: pair.listed, previousHash: pair.known.hash })),
      ...renamed.map((pair) => ({
        tool: pair.listed,
        previousHash: pair.known.hash,
        renamedFrom: pair.known.name,
      })),
      ...fresh.map((tool) => ({ tool, previousHash: lastHashes.get(tool.name) })),
    ]);
  }
  return {
    added: fresh.map((tool) => tool.name),
    changed: match.changed.map((pair) => ({
      name: pair.listed.name,
      from: pair.known.hash,
      to: pair.listed.hash,
    })),
    renamed: renamed.map((pair) => ({
      name: pair.listed.name,
      before: pair.known.name,
      from: pair.known.hash,
      to: pair.listed.hash,
    })),
    removed: gone.map((tool) => tool.name),
  };
}

function currentTools(db: Database, serverId: string): Promise<KnownTool[]> {
  return db
    .select({
      id: tools.id,
      name: tools.name,
      hash: tools.definitionHash,
      position: tools.position,
    })
    .from(tools)
    .where(and(eq(tools.serverId, serverId), eq(tools.current, true)))
    .orderBy(tools.position);
}

async function renamesIn(
  db: Database,
  gone: readonly KnownTool[],
  fresh: readonly ListedTool[],
): Promise<ToolPair[]> {
  if (gone.length === 0 || fresh.length === 0) return [];
  const before = new Map<string, ToolDefinition>();
  for (const batch of inBatches(gone)) {
    const rows = await db
      .select({ hash: definitions.hash, json: definitions.json })
      .from(definitions)
      .where(
        inArray(
          definitions.hash,
          batch.map((tool) => tool.hash),
        ),
      );
    for (const { hash, json } of rows) before.set(hash, JSON.parse(json));
  }
  return findRenames(gone, fresh, before);
}

function without<Side extends keyof ToolPair>(
  all: readonly ToolPair[Side][],
  pairs: readonly ToolPair[],
  side: Side,
): ToolPair[Side][] {
  const paired = new Set(pairs.map((pair) => pair[side]));
  return all.filter((tool) => !paired.has(tool));
}

async function endRows(db: Database, ids: readonly number[], removedAt: string | null) {
  for (const batch of inBatches(ids)) {
    await db.update(tools).set({ current: false, removedAt }).where(inArray(tools.id, batch));
  }
}

/** A tool put in at the front moves all others: one statement for each 500. */
async function moveRows(db: Database, kept: readonly ToolPair[]) {
  const moved = kept.filter(({ known, listed }) => known.position !== listed.position);
  for (const batch of inBatches(moved)) {
    const places = batch.map(({ known, listed }) => ({ id: known.id, position: listed.position }));
    const rows = sql`jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as moved(id bigint, position integer)`;
    await db
      .update(tools)
      .set({ position: sql`moved.position` })
      .from(rows)
      .where(sql`${tools.id} = moved.id`);
  }
}

async function touchCurrent(db: Database, serverId: string, at: string) {
  await db
    .update(tools)
    .set({ lastSeenAt: at })
    .where(and(eq(tools.serverId, serverId), eq(tools.current, true)));
}

async function insertDefinitions(db: Database, listed: readonly ListedTool[], at: string) {
  const byHash = new Map(listed.map((tool) => [tool.hash, tool.definition]));
  const rows = [...byHash].map(([hash, definition]) => ({
    hash,
    json: canonicalDefinition(definition),
    firstSeenAt: at,
  }));
  // One order for all processes, so that two that store the same definitions cannot wait for each other.
  rows.sort((a, b) => (a.hash < b.hash ? -1 : 1));
  for (const batch of inBatches(rows)) {
    await db.insert(definitions).values(batch).onConflictDoNothing();
  }
}

/** The last definition of each tool that was removed earlier and is back now, by name. */
async function endedTools(
  db: Database,
  serverId: string,
  fresh: readonly ListedTool[],
): Promise<Map<string, string>> {
  const last = new Map<string, string>();
  for (const batch of inBatches(fresh)) {
    const rows = await db
      .selectDistinctOn([tools.name], { name: tools.name, hash: tools.definitionHash })
      .from(tools)
      .where(
        and(
          eq(tools.serverId, serverId),
          eq(tools.current, false),
          inArray(
            tools.name,
            batch.map((tool) => tool.name),
          ),
        ),
      )
      .orderBy(tools.name, desc(tools.id));
    for (const { name, hash } of rows) last.set(name, hash);
  }
  return last;
}

async function insertRows(
  db: Database,
  serverId: string,
  at: string,
  rows: { tool: ListedTool; previousHash?: string | undefined; renamedFrom?: string }[],
) {
  for (const batch of inBatches(rows)) {
    await db.insert(tools).values(
      batch.map(({ tool, previousHash, renamedFrom }) => ({
        serverId,
        name: tool.name,
        definitionHash: tool.hash,
        position: tool.position,
        firstSeenAt: at,
        lastSeenAt: at,
        current: true,
        previousHash: previousHash ?? null,
        renamedFrom: renamedFrom ?? null,
      })),
    );
  }
}
