import { join } from 'node:path';
import { type BuildSummary, build } from '../../site/build.ts';
import type { OpenStore } from '../store.ts';
import type { Terminal } from '../terminal.ts';

export interface SiteOptions {
  terminal: Terminal;
  signal: AbortSignal;
  /** Absolute address the site will have. */
  url?: string;
  /** Address on this machine that `start` serves it at. */
  localUrl?: string;
}

/** Brings the site below the data directory up to date. `MCP_RISK_CORRECTIONS_URL` is where corrections go. */
export function buildSite(store: OpenStore, options: SiteOptions): Promise<BuildSummary> {
  const { terminal, signal, url, localUrl } = options;
  return build(store.db, {
    out: join(store.home, 'site'),
    signal,
    url,
    localUrl,
    corrections: process.env.MCP_RISK_CORRECTIONS_URL,
    onProgress: (done, all) => terminal.status(done < all ? `built ${done}/${all} servers` : ''),
  });
}
