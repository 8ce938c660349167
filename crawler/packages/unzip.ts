import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fromBufferPromise } from 'yauzl';
import type { Limits } from '../limits.ts';
import { CrawlEnded } from '../transports/transport.ts';

const symbolicLink = 0o120000;
const typeMask = 0o170000;

/**
 * Unpacks a stranger's zip into a new folder. Names that leave the folder, links, files named
 * twice and more files or bytes than a package may have end it.
 * @throws {CrawlEnded} step `install`
 */
export async function unzip(archive: Buffer, folder: string, limits: Limits): Promise<void> {
  let bytes = 0;
  const counted = () =>
    new Transform({
      transform(chunk, _encoding, done) {
        bytes += chunk.length;
        if (bytes > limits.installBytes) done(failed(`more than ${limits.installBytes} bytes`));
        else done(null, chunk);
      },
    });
  try {
    // yauzl refuses absolute names, `..` and backslashes, and entries of another size than declared.
    const zip = await fromBufferPromise(archive, { strictFileNames: true });
    await mkdir(folder);
    if (zip.entryCount > limits.installFiles)
      throw failed(`more than ${limits.installFiles} files`);
    for await (const entry of zip.eachEntry()) {
      const mode = entry.externalFileAttributes >>> 16;
      if ((mode & typeMask) === symbolicLink) throw failed('it holds a link');
      const file = join(folder, entry.fileName);
      if (entry.fileName.endsWith('/')) {
        await mkdir(file, { recursive: true });
        continue;
      }
      await mkdir(dirname(file), { recursive: true });
      const source = await zip.openReadStreamPromise(entry);
      const permissions = (mode & 0o111) === 0 ? 0o644 : 0o755;
      const target = createWriteStream(file, { flags: 'wx', mode: permissions });
      await pipeline(source, counted(), target);
    }
  } catch (error) {
    if (error instanceof CrawlEnded) throw error;
    throw failed((error as Error).message.replaceAll(folder, ''), error);
  }
}

function failed(message: string, cause?: unknown): CrawlEnded {
  const text = `the bundle cannot be unpacked: ${message}`;
  return new CrawlEnded({ kind: 'failed', step: 'install', message: text }, { cause });
}
