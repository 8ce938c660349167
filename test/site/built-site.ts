import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPglite, type Store } from '../../db/connect.ts';
import { type BuildSummary, build } from '../../site/build.ts';
import { fillExampleCatalog } from './example-catalog.ts';

/** Address that the example site is built for. */
export const url = 'https://catalog.example/mcp/';

/** The site of the example catalog, built in a folder of its own. */
export interface BuiltSite {
  store: Store;
  /** The only thing in the folder should be `out`. */
  folder: string;
  out: string;
  first: BuildSummary;
  again(to?: string): Promise<BuildSummary>;
  text(path: string): string;
  json<T>(path: string): T;
  /** Paths of the site's files that fit a pattern, sorted. */
  files(pattern: string): string[];
  close(): Promise<void>;
}

export async function buildExampleSite(): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), 'mcp-risk-site-'));
  const out = join(folder, 'out');
  const store = await openPglite();
  await fillExampleCatalog(store.db);
  const corrections = 'https://x.example/?t={title}&b={body}';
  const again = (to = out) => build(store.db, { out: to, url, corrections });
  const text = (path: string) => readFileSync(join(out, path), 'utf8');
  return {
    store,
    folder,
    out,
    first: await again(),
    again,
    text,
    json: (path) => JSON.parse(text(path)),
    files: (pattern) => globSync(pattern, { cwd: out }).sort(),
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
