import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classifierVersion } from '../classifier/version.ts';
import type { Database } from '../db/connect.ts';
import { serverFingerprints } from '../db/queries/pages.ts';
import type { Site } from './data/page.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { type Output, openOutput } from './output.ts';
import { codeHash, ensureRenderer, loadRenderer } from './renderer.ts';

export interface BuildOptions {
  /** Folder of the site; all of it is ours. */
  out: string;
  /** Absolute address the site will have; it may have a path. */
  url?: string | undefined;
  /** Where it is served on this machine: what files that need whole addresses say while there is no `url`. */
  localUrl?: string | undefined;
  /** Address for corrections, with `{title}` and `{body}` where they are filled in. */
  corrections?: string | undefined;
  signal?: AbortSignal | undefined;
  /** After each server. */
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
  const address = site.url ?? options.localUrl ?? 'http://127.0.0.1:4321/';
  const output = openOutput(options.out);
  const code = `${codeHash()} ${classifierVersion} ${JSON.stringify(site)}`;
  const fingerprints = await serverFingerprints(db, classifierVersion);
  const store = digest(JSON.stringify([address, ...[...fingerprints].sort()]));
  const manifest = readManifest(output, code);
  let rebuilt = 0;
  if (manifest.store !== store) {
    const folder = await ensureRenderer();
    writeAssets(output, join(folder, 'client', 'assets'));
    // Loaded only when there is work: the tokenizer alone takes half a second.
    const { writeCatalog } = await import('./write-catalog.ts');
    const render = await loadRenderer(folder);
    const { signal, onProgress } = options;
    const work = { db, site, address, output, render, manifest, fingerprints, signal, onProgress };
    rebuilt = await writeCatalog(work);
    writeManifest(output, { ...manifest, store });
  }
  output.close();
  return {
    out: options.out,
    servers: { rebuilt, all: fingerprints.size },
    files: output.counts,
    durationMs: Math.round(performance.now() - started),
  };
}

function writeAssets(output: Output, folder: string): void {
  const names = readdirSync(folder);
  for (const name of names) output.write(`assets/${name}`, readFileSync(join(folder, name)));
  output.keepOnly('assets', new Set(names));
}

function siteOf({ url, corrections }: BuildOptions): Site {
  const address = url === undefined ? null : new URL(url.endsWith('/') ? url : `${url}/`);
  return {
    base: address?.pathname ?? '/',
    url: address?.href ?? null,
    corrections: corrections ?? null,
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
