import { eq, sql } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { cursors } from '../schema.ts';

/** How far a registry has been read. Moments are ISO 8601. */
export interface SyncState {
  /** The page an interrupted reading goes on with; null: none is open. */
  cursor: string | null;
  /** Everything the registry changed before is known: ask it for what was updated since. */
  syncedAt: string | null;
}

export async function readSyncState(db: Database, registry: string): Promise<SyncState> {
  const [row] = await db.select().from(cursors).where(eq(cursors.registry, registry));
  return {
    cursor: row?.cursor ?? null,
    syncedAt: row?.syncedAt ?? null,
  };
}

/** Call with each page, in the transaction that stores the page. The first call opens a reading. */
export async function saveCursor(
  db: Database,
  registry: string,
  cursor: string,
  now: string,
): Promise<void> {
  await db
    .insert(cursors)
    .values({ registry, cursor, startedAt: now })
    .onConflictDoUpdate({
      target: cursors.registry,
      set: { cursor, startedAt: sql`coalesce(${cursors.startedAt}, excluded.started_at)` },
    });
}

/** Closes a reading: all that was changed before it began is known now. */
export async function finishSync(db: Database, registry: string, now: string): Promise<void> {
  await db
    .insert(cursors)
    .values({ registry, syncedAt: now })
    .onConflictDoUpdate({
      target: cursors.registry,
      set: {
        cursor: null,
        startedAt: null,
        syncedAt: sql`coalesce(${cursors.startedAt}, excluded.synced_at)`,
      },
    });
}
