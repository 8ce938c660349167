import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, realpathSync, rmSync, statSync } from 'node:fs';
import { chmod, rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { fileError } from './file-error.ts';

/** A file that appears under its name only when it is complete. */
export interface OutputStream {
  write(text: string): Promise<void>;
  finish(): Promise<void>;
  discard(): Promise<void>;
}

/**
 * `-` is standard output. The temporary file stands beside the target, so that the rename is atomic. A file that
 * is there already keeps its mode, and a link stays one: the file behind it is written.
 */
export function openOutput(path: string): OutputStream {
  if (path === '-') {
    return {
      async write(text) {
        if (!process.stdout.write(text)) await once(process.stdout, 'drain');
      },
      async finish() {},
      async discard() {},
    };
  }
  const { target, mode } = standing(path);
  const temporary = `${target}.${randomUUID()}.tmp`;
  const stream = createWriteStream(temporary, {
    encoding: 'utf8',
    flags: 'wx',
    ...(mode && { mode }),
  });
  removeAtExit(temporary);
  const failure = new Promise<never>((_, reject) => {
    stream.on('error', (error) => reject(fileError('write', path, error)));
  });
  failure.catch(() => {});
  const discard = async () => {
    stream.destroy();
    // The file may be opened only now: it is removed after that.
    await finished(stream).catch(() => {});
    await rm(temporary, { force: true });
    unfinished.delete(temporary);
  };
  const orDiscard = async (work: Promise<unknown>) => {
    try {
      await Promise.race([work, failure]);
    } catch (error) {
      await discard();
      throw fileError('write', path, error);
    }
  };
  return {
    async write(text) {
      if (!stream.write(text)) await orDiscard(once(stream, 'drain'));
    },
    async finish() {
      stream.end();
      await orDiscard(finished(stream));
      if (mode !== undefined) await orDiscard(chmod(temporary, mode));
      await orDiscard(rename(temporary, target));
      unfinished.delete(temporary);
    },
    discard,
  };
}

const unfinished = new Set<string>();

/** An interrupted command leaves no half of a file. */
function removeAtExit(temporary: string): void {
  if (unfinished.size === 0) {
    process.removeListener('exit', removeUnfinished);
    process.once('exit', removeUnfinished);
  }
  unfinished.add(temporary);
}

function removeUnfinished(): void {
  for (const temporary of unfinished) rmSync(temporary, { force: true });
}

/** The file that a path leads to, with its permission bits; undefined for one that is not there yet. */
function standing(path: string): { target: string; mode?: number } {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? { target: realpathSync(path), mode: stats.mode & 0o777 } : { target: path };
}
