import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { plain } from './terminal.ts';
import { UserError } from './user-error.ts';

/** A file that appears under its name only when it is complete. */
export interface OutputStream {
  write(text: string): Promise<void>;
  finish(): Promise<void>;
  discard(): Promise<void>;
}

/** `-` is standard output. The temporary file stands beside the target, so that the rename is atomic. */
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
  const temporary = `${path}.${process.pid}.tmp`;
  const stream = createWriteStream(temporary, 'utf8');
  const failure = new Promise<never>((_, reject) => {
    stream.on('error', (error: NodeJS.ErrnoException) =>
      reject(new UserError(`cannot write ${plain(path)}: ${error.code}`, { cause: error })),
    );
  });
  failure.catch(() => {});
  return {
    async write(text) {
      if (!stream.write(text)) await Promise.race([once(stream, 'drain'), failure]);
    },
    async finish() {
      stream.end();
      await Promise.race([finished(stream), failure]);
      await rename(temporary, path);
    },
    async discard() {
      stream.destroy();
      await rm(temporary, { force: true });
    },
  };
}
