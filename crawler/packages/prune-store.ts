import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pnpmProgram } from './npm-store.ts';
import { lastUse } from './store-folder.ts';

const run = promisify(execFile);
const commandMs = 300_000;

/** Twice the longest time between two crawls of a server that lists its tools. */
const unusedDays = 14;
const day = 86_400_000;

/** Folders of installed packages, one entry a package and version. */
const shelves = { npm: 'npm/packages', pypi: 'pypi/packages', mcpb: 'mcpb/bundles' } as const;

/**
 * Removes the packages that no crawl has used for two weeks, and from the installers' caches what no
 * other package needs. What is removed is only a cache: it is installed again when it is wanted. Never
 * throws.
 *
 * @returns how many packages were removed
 */
export async function pruneStore(cacheDir: string, now: Date): Promise<number> {
  const removed = { npm: 0, pypi: 0, mcpb: 0 };
  for (const kind of ['npm', 'pypi', 'mcpb'] as const) {
    const shelf = join(cacheDir, shelves[kind]);
    for (const name of await readdir(shelf).catch(() => [])) {
      const used = await lastUse(join(shelf, name));
      if (used === undefined || now.getTime() - used.getTime() < unusedDays * day) continue;
      if (await remove(join(shelf, name), join(cacheDir, kind, 'temporary'))) removed[kind] += 1;
    }
  }
  if (removed.npm > 0) {
    const [store, metadata] = ['store', 'metadata'].map((name) => join(cacheDir, 'npm', name));
    const where = [`--store-dir=${store}`, `--config.cache-dir=${metadata}`];
    await prune(process.execPath, [pnpmProgram, 'store', 'prune', ...where], cacheDir);
  }
  if (removed.pypi > 0) {
    const cache = { UV_CACHE_DIR: join(cacheDir, 'pypi', 'cache') };
    await prune('uv', ['cache', 'prune'], cacheDir, cache);
  }
  return removed.npm + removed.pypi + removed.mcpb;
}

/** Renamed first, so that nobody finds half a package. */
async function remove(folder: string, temporary: string): Promise<boolean> {
  try {
    await mkdir(temporary, { recursive: true });
    const dropped = join(temporary, randomUUID());
    await rename(folder, dropped);
    await rm(dropped, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

async function prune(
  command: string,
  args: string[],
  cacheDir: string,
  env: Record<string, string> = {},
): Promise<void> {
  const all = {
    PATH: process.env.PATH ?? '',
    HOME: join(cacheDir, 'npm', 'home'),
    CI: 'true',
    ...env,
  };
  // The cache stays larger than it need be.
  await run(command, args, { cwd: cacheDir, env: all, timeout: commandMs }).catch(() => {});
}
