import { readFile } from 'node:fs/promises';
import { readBundledIndex } from '../crawler/registries/bundled-index.ts';
import type { ServerEntry } from '../crawler/server-entry.ts';
import { packageFile } from './package-root.ts';

/** The index that the package ships, in its order. */
export async function bundledServers(): Promise<ServerEntry[]> {
  return readBundledIndex(await readFile(packageFile('data/servers.jsonl'), 'utf8'));
}
