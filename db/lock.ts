import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process has the store open. */
export class StoreInUseError extends Error {
  override name = 'StoreInUseError';
  /** Process id of the holder, where it could be read. */
  pid: number | undefined;

  constructor(home: string, pid: number | undefined) {
    const holder = pid === undefined ? 'another process' : `process ${pid}`;
    super(
      `The store in ${home} is in use by ${holder}. Wait until it ends or stop it; ` +
        'to share one store between processes, set DATABASE_URL to a Postgres database.',
    );
    this.pid = pid;
  }
}

export interface StoreLock {
  /** May be called twice. */
  release(): void;
}

const SQLITE_BUSY = 5;

/**
 * Takes the store for this process. The lock is SQLite's, which is the kernel's: it ends with the
 * process however that dies, needs no guess whether a process id is still the same program, and two
 * that find it free at once cannot both get it.
 *
 * @throws StoreInUseError while another process (or this one) holds it
 */
export async function lockStore(home: string): Promise<StoreLock> {
  await mkdir(home, { recursive: true });
  const pidFile = join(home, 'db.pid');
  const lock = new DatabaseSync(join(home, 'db.lock'));
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;');
  } catch (cause) {
    lock.close();
    if ((cause as { errcode?: number }).errcode !== SQLITE_BUSY) throw cause;
    throw new StoreInUseError(home, await readPid(pidFile));
  }
  await writeFile(pidFile, `${process.pid}\n`);
  return {
    release: () => {
      if (lock.isOpen) lock.close();
    },
  };
}

async function readPid(file: string): Promise<number | undefined> {
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
  return Number.isSafeInteger(pid) ? pid : undefined;
}
