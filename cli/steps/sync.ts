import type { MalformedEntry, Registry } from '../../crawler/registries/registry.ts';
import { finishSync, readSyncState, saveCursor } from '../../db/queries/cursors.ts';
import { type UpsertedServers, upsertServers } from '../../db/queries/servers.ts';
import { bundledServers } from '../bundled-servers.ts';
import type { OpenStore } from '../store.ts';

/** Ids of the bundled index, in its order. */
export async function syncBundledIndex({
  db,
}: OpenStore): Promise<{ ids: string[]; result: UpsertedServers }> {
  const entries = await bundledServers();
  const result = await upsertServers(db, entries, new Date().toISOString());
  return { ids: entries.map(({ id }) => id), result };
}

export interface SyncedRegistry extends UpsertedServers {
  pages: number;
  malformed: MalformedEntry[];
}

/**
 * Takes a registry page by page. Each page is stored together with the cursor behind it, so that an
 * interrupted sync goes on there; a finished one asks next time only for what was updated since.
 * @throws RegistryError
 */
export async function syncRegistry(
  { db }: OpenStore,
  registry: Registry,
  { signal, onPage }: { signal: AbortSignal; onPage?: (sum: SyncedRegistry) => void },
): Promise<SyncedRegistry> {
  const state = await readSyncState(db, registry.id);
  const sum: SyncedRegistry = {
    pages: 0,
    malformed: [],
    added: 0,
    changed: 0,
    unchanged: 0,
    refused: [],
  };
  const now = new Date().toISOString();
  const pages = registry.sync({
    signal,
    ...(state.cursor === null ? {} : { cursor: state.cursor }),
    ...(state.syncedAt === null ? {} : { updatedSince: withOverlap(state.syncedAt) }),
  });
  for await (const { entries, malformed, cursor } of pages) {
    const stored = await db.transaction(async (tx) => {
      const result = await upsertServers(tx, entries, now);
      if (cursor === undefined) await finishSync(tx, registry.id, now);
      else await saveCursor(tx, registry.id, cursor, now);
      return result;
    });
    addPage(sum, stored, malformed);
    onPage?.(sum);
    signal.throwIfAborted();
  }
  return sum;
}

/** This machine's clock and the registry's may differ by so much: what was changed meanwhile is read twice. */
const overlapMs = 3_600_000;

function withOverlap(moment: string): string {
  return new Date(Date.parse(moment) - overlapMs).toISOString();
}

const malformedKept = 1000;

function addPage(sum: SyncedRegistry, page: UpsertedServers, malformed: MalformedEntry[]): void {
  sum.pages += 1;
  sum.added += page.added;
  sum.changed += page.changed;
  sum.unchanged += page.unchanged;
  sum.refused.push(...page.refused);
  sum.malformed.push(...malformed.slice(0, malformedKept - sum.malformed.length));
}
