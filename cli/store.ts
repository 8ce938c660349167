import { mkdir } from 'node:fs/promises';
import type { Store } from '../db/connect.ts';
import { homeDirectory } from '../db/home.ts';

/** The open store and the directory that holds everything this program writes. */
export interface OpenStore extends Store {
  home: string;
}

/**
 * Opens the store for one command and closes it whatever happens. A store that another process uses is waited for.
 * @throws StoreInUseError
 */
export async function withStore<T>(
  signal: AbortSignal,
  run: (store: OpenStore) => Promise<T>,
): Promise<T> {
  const home = homeDirectory();
  await mkdir(home, { recursive: true });
  const { openStore } = await import('../db/connect.ts');
  const { waitForStore } = await import('./wait-for-store.ts');
  const open = () => openStore({ databaseUrl: process.env.DATABASE_URL, home });
  const store = await waitForStore(home, signal, open);
  try {
    return await run({ ...store, home });
  } finally {
    await store.close();
  }
}
