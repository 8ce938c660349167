import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { classifierVersion } from '../classifier/version.ts';
import type { Database } from '../db/connect.ts';
import { serverFingerprints } from '../db/queries/pages.ts';
import type { Site } from './data/page.ts';
import { type Manifest, readManifest, writeManifest } from './manifest.ts';
import { openOutput } from './output.ts';
import { codeHash, ensureRenderer, loadRenderer } from './renderer.ts';

export interface BuildOptions {
  /** Folder of the site; all of it is ours. */
  out: string;
  /** Absolute address the site will have; it may have a path. */
  url?: string | undefined;
  /** Address for corrections, with `{title}` and `{body}` where they are filled in. */
  corrections?: string | undefined;
  signal?: AbortSignal | undefined;
  /** After each batch of servers. */
  onProgress?: ((done: number, all: number) => void) | undefined;
}

export interface BuildSummary {
  out: string;
  /** Servers whose pages were made anew, of all. */
  servers: { rebuilt: number; all: number };
  files: { written: number; unchanged: number; removed: number };
  durationMs: number;
}

/**
 * Brings the site in `out` up to date with the store. Makes only the pages of servers that changed, and
 * writes only files that differ. Ended at any moment, it leaves whole files, and the next run completes it.
 */
export async function build(db: Database, options: BuildOptions): Promise<BuildSummary> {
  const started = performance.now();
  const site = siteOf(options);
  const output = openOutput(options.out);
  const code = `${codeHash()} ${classifierVersion} ${JSON.stringify(site)}`;
  const fingerprints = await serverFingerprints(db, classifierVersion);
  const before = readManifest(output, code);
  const changed = [...fingerprints.keys()].filter(
    (id) => before.servers[id] !== fingerprints.get(id),
  );
  const isSame = changed.length === 0 && Object.keys(before.servers).length === fingerprints.size;
  if (!(before.complete && isSame)) {
    const folder = await ensureRenderer();
    cpSync(join(folder, 'client', 'assets'), join(options.out, 'assets'), { recursive: true });
    const { writeCatalog } = await import('./write-catalog.ts');
    const render = await loadRenderer(folder);
    const manifest = unfinished(before, fingerprints);
    writeManifest(output, manifest);
    await writeCatalog({ ...options, db, site, output, render, manifest, changed, fingerprints });
    writeManifest(output, { ...manifest, complete: true });
  }
  return {
    out: options.out,
    servers: { rebuilt: changed.length, all: fingerprints.size },
    files: output.counts,
    durationMs: Math.round(performance.now() - started),
  };
}

/** The manifest with only what will still be true while the build is under way. */
function unfinished(before: Manifest, fingerprints: Map<string, string>): Manifest {
  const same = Object.entries(before.servers).filter(([id, was]) => fingerprints.get(id) === was);
  return { code: before.code, complete: false, servers: Object.fromEntries(same) };
}

function siteOf({ url, corrections }: BuildOptions): Site {
  const address = url === undefined ? null : new URL(url.endsWith('/') ? url : `${url}/`);
  return {
    base: address?.pathname ?? '/',
    url: address?.href ?? null,
    corrections: corrections ?? null,
  };
}
