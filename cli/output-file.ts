import { once } from 'node:events';
import { createWriteStream, realpathSync, statSync } from 'node:fs';
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
  const temporary = `${target}.${process.pid}.tmp`;
  const stream = createWriteStream(temporary, { encoding: 'utf8', ...(mode && { mode }) });
  const failure = new Promise<never>((_, reject) => {
    stream.on('error', (error) => reject(fileError('write', path, error)));
  });
  failure.catch(() => {});
  return {
    async write(text) {
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), failure]);
    },
    async finish() {
      stream.end();
      await Promise.race([finished(stream), failure]);
      try {
        if (mode !== undefined) await chmod(temporary, mode);
        await rename(temporary, target);
      } catch (error) {
        await rm(temporary, { force: true });
        throw fileError('write', path, error);
      }
    },
    async discard() {
      stream.destroy();
      await rm(temporary, { force: true });
    },
  };
}

/** The file that a path leads to, with its permission bits; undefined for one that is not there yet. */
function standing(path: string): { target: string; mode?: number } {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? { target: realpathSync(path), mode: stats.mode & 0o777 } : { target: path };
}
