import { join } from 'node:path';
import { CrawlEnded } from '../transports/transport.ts';
import { readSmallFile } from './read-small-file.ts';

/**
 * The manifest of an installed npm package.
 * @throws {CrawlEnded} step `install` when it is no JSON object
 */
export function readPackageJson(folder: string): Record<string, unknown> {
  try {
    const text = readSmallFile(join(folder, 'package.json'));
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest === 'object' && manifest !== null) return { ...manifest };
  } catch (cause) {
    throw invalid({ cause });
  }
  throw invalid();
}

function invalid(options?: ErrorOptions): CrawlEnded {
  const message = 'the package has no valid package.json';
  return new CrawlEnded({ kind: 'failed', step: 'install', message }, options);
}
