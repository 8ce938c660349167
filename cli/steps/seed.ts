import { existsSync } from 'node:fs';
import { hasServers } from '../../db/queries/servers.ts';
import { importSnapshot } from '../../db/snapshot.ts';
import { packageFile } from '../package-root.ts';
import { type OpenStore, withStore } from '../store.ts';
import { classifyStore } from './classify.ts';
import { syncBundledIndex } from './sync.ts';

/** Brings in the bundled index and, where this machine has not listed itself, the bundled snapshot. */
export async function seedStore(store: OpenStore): Promise<{ ids: string[]; imported: number }> {
  const { ids } = await syncBundledIndex(store);
  const file = packageFile('data/snapshot/servers.jsonl.gz');
  if (!existsSync(file)) return { ids, imported: 0 };
  const { imported } = await importSnapshot(store.db, file, new Date().toISOString());
  return { ids, imported };
}

/**
 * The store for a command that looks things up: an empty one is filled with what the package ships, and
 * what this version of the classifier has not judged is judged first.
 */
export function withCatalog<T>(
  signal: AbortSignal,
  run: (store: OpenStore) => Promise<T>,
): Promise<T> {
  return withStore(signal, async (store) => {
    if (!(await hasServers(store.db))) {
      if (process.stderr.isTTY) process.stderr.write('filling the catalog, this once\n');
      await seedStore(store);
    }
    await classifyStore(store, { signal });
    return run(store);
  });
}
