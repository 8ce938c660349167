import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Limits } from '../limits.ts';
import { CrawlEnded } from '../transports/transport.ts';

/** @throws {CrawlEnded} step `install` when a folder has more files or bytes than a package may have */
export async function checkSize(folder: string, limits: Limits): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  if (entries.length > limits.installFiles) throw tooLarge(`${limits.installFiles} files`);
  let bytes = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    bytes += (await lstat(join(entry.parentPath, entry.name))).size;
    if (bytes > limits.installBytes) throw tooLarge(`${limits.installBytes} bytes`);
  }
}

function tooLarge(limit: string): CrawlEnded {
  const message = `more than ${limit} with all it needs`;
  return new CrawlEnded({ kind: 'failed', step: 'install', message });
}
