import { randomUUID } from 'node:crypto';
import { readFileSync, utimesSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const recordName = 'installed.json';
/** No install takes this long; what is older was left by a killed process. */
const abandonedMs = 3_600_000;

/** What is remembered of a package beside its files. */
export interface StoreRecord {
  version: string;
  /** Digest of what was downloaded. */
  integrity?: string;
}

/**
 * Undefined when nothing complete is stored in the folder. What is found counts as used now.
 * Synchronous, because to hand so small a read to another thread costs ten times the read.
 */
export function readRecord(folder: string): StoreRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(join(folder, recordName), 'utf8'));
    markUsed(folder);
    return record;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function markUsed(folder: string): void {
  const now = new Date();
  try {
    utimesSync(join(folder, recordName), now, now);
  } catch {
    // A store that may only be read is used all the same.
  }
}

/** Undefined for what was not stored by `fillStore`. */
export async function lastUse(folder: string): Promise<Date | undefined> {
  return (await stat(join(folder, recordName)).catch(() => undefined))?.mtime;
}

/**
 * Fills a temporary folder and renames it to what `folderOf` says. So an interrupted `fill` leaves
 * nothing that looks complete, and of several that store the same the first wins and the others
 * take what it made.
 */
export async function fillStore(
  temporary: string,
  fill: (folder: string) => Promise<StoreRecord>,
  folderOf: (record: StoreRecord) => string,
): Promise<StoreRecord & { folder: string }> {
  await sweep(temporary);
  const draft = join(temporary, randomUUID());
  await mkdir(draft, { recursive: true });
  try {
    const record = await fill(draft);
    await writeFile(join(draft, recordName), `${JSON.stringify(record)}\n`);
    const folder = folderOf(record);
    await mkdir(dirname(folder), { recursive: true });
    await moveInto(draft, folder);
    return { ...record, folder };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function moveInto(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    markUsed(folder);
  }
}

async function sweep(temporary: string): Promise<void> {
  const names = await readdir(temporary).catch(() => []);
  for (const name of names) {
    const draft = join(temporary, name);
    const made = await stat(draft).catch(() => undefined);
    if (made && Date.now() - made.mtimeMs > abandonedMs) {
      await rm(draft, { recursive: true, force: true });
    }
  }
}
