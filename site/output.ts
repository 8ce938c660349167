import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the built site. A file is written beside it and renamed, and only where it differs. */
export interface Output {
  /** @param path from the root of the site, made by `data/paths.ts` */
  write(path: string, contents: string | Uint8Array): void;
  /** Nothing where it is not there. */
  remove(path: string): void;
  /** Removes what stands directly in a folder and is not among the names. */
  keepOnly(folder: string, names: ReadonlySet<string>): void;
  /** The text of a file, or null where none is. */
  read(path: string): string | null;
  /** Joins files to one; returns its SHA-256 in hex. Parts that are not there are left out. */
  concatenate(path: string, parts: string[]): string;
  /** Removes what only the writing needed. */
  close(): void;
  counts: { written: number; unchanged: number; removed: number };
}

export function openOutput(root: string): Output {
  const scratch = join(root, '.tmp');
  // Left by a build that was killed.
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  const counts = { written: 0, unchanged: 0, removed: 0 };
  const madeFolders = new Set<string>();
  const remove = (path: string) => {
    const file = join(root, path);
    if (!existsSync(file)) return;
    rmSync(file, { recursive: true, force: true });
    counts.removed++;
  };
  return {
    counts,
    remove,
    write(path, contents) {
      const file = join(root, path);
      const bytes = typeof contents === 'string' ? Buffer.from(contents) : contents;
      if (isSame(file, bytes)) {
        counts.unchanged++;
        return;
      }
      const folder = dirname(file);
      if (!madeFolders.has(folder)) {
        mkdirSync(folder, { recursive: true });
        madeFolders.add(folder);
      }
      const temporary = join(scratch, createHash('sha256').update(path).digest('hex').slice(0, 32));
      writeFileSync(temporary, bytes);
      renameSync(temporary, file);
      counts.written++;
    },
    keepOnly(folder, names) {
      for (const entry of listIfThere(join(root, folder))) {
        if (!names.has(entry)) remove(join(folder, entry));
      }
    },
    concatenate(path, parts) {
      const hash = createHash('sha256');
      const temporary = join(scratch, 'joined');
      const descriptor = openSync(temporary, 'w');
      for (const part of parts) {
        const bytes = readIfThere(join(root, part));
        if (!bytes) continue;
        hash.update(bytes);
        writeSync(descriptor, bytes);
      }
      closeSync(descriptor);
      mkdirSync(dirname(join(root, path)), { recursive: true });
      renameSync(temporary, join(root, path));
      return hash.digest('hex');
    },
    close: () => rmSync(scratch, { recursive: true, force: true }),
    read: (path) => readIfThere(join(root, path))?.toString() ?? null,
  };
}

/** Asks for the size first: most files that differ differ in it, and most new ones are not there. */
function isSame(file: string, bytes: Uint8Array): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return (
    found?.isFile() === true && found.size === bytes.length && readFileSync(file).equals(bytes)
  );
}

function readIfThere(file: string): Buffer | null {
  return orNull(() => readFileSync(file));
}

function listIfThere(folder: string): string[] {
  return orNull(() => readdirSync(folder)) ?? [];
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw error;
  }
}
