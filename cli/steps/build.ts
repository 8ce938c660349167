import { join } from 'node:path';
import { type BuildSummary, build } from '../../site/build.ts';
import type { OpenStore } from '../store.ts';
import type { Terminal } from '../terminal.ts';

export interface SiteOptions {
  terminal: Terminal;
  signal: AbortSignal;
  /** Absolute address the site will have. */
  url?: string;
  /** Where `start` serves it; 0: not known yet. */
  port?: number;
}

/** Brings the site below the data directory up to date. `MCP_RISK_CORRECTIONS_URL` is where corrections go. */
export function buildSite(store: OpenStore, options: SiteOptions): Promise<BuildSummary> {
  const { terminal, signal, url, port } = options;
  return build(store.db, {
    out: join(store.home, 'site'),
    signal,
    url,
    localUrl: port ? `http://127.0.0.1:${port}/` : undefined,
    corrections: process.env.MCP_RISK_CORRECTIONS_URL,
    onProgress: (done, all) => terminal.status(done < all ? `built ${done}/${all} servers` : ''),
  });
}
