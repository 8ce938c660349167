import { readFile } from 'node:fs/promises';
import { readBundledIndex } from '../../crawler/registries/bundled-index.ts';
import { type UpsertedServers, upsertServers } from '../../db/queries/servers.ts';
import { packageFile } from '../package-root.ts';
import type { OpenStore } from '../store.ts';

/** Ids of the bundled index, in its order. */
export async function syncBundledIndex({
  db,
}: OpenStore): Promise<{ ids: string[]; result: UpsertedServers }> {
  const text = await readFile(packageFile('data/servers.jsonl'), 'utf8');
  const entries = readBundledIndex(text).map(({ entry }) => entry);
  const result = await upsertServers(db, entries, new Date().toISOString());
  return { ids: entries.map(({ id }) => id), result };
}
