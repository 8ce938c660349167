import { randomUUID } from 'node:crypto';
import { type CrawlContext, crawlServer } from '../../crawler/crawl.ts';
import type { CrawlOutcome } from '../../crawler/outcome.ts';
import { recordOutcome } from '../../db/queries/crawls.ts';
import { leaseServer, releaseLeases } from '../../db/queries/leases.ts';
import { type Server, toServerEntry } from '../../db/queries/servers.ts';
import type { ToolChanges } from '../../db/queries/tool-history.ts';
import type { OpenStore } from '../store.ts';

export interface CrawlRun {
  /** Ids, in the order to crawl them. */
  servers: readonly string[];
  concurrency: number;
  context: CrawlContext;
  signal: AbortSignal;
  onOutcome?: (outcome: CrawlOutcome, changes: ToolChanges) => void;
  /** A server that another process is crawling at the moment. */
  onBusy?: (id: string) => void;
}

/** Longer than any crawl may take: installation and listing with their limits. */
const leaseSeconds = 600;

/**
 * Crawls each server and stores how it ended, at once. A server that another process holds is left
 * to it; interrupted, the servers that were not done stay due.
 */
export async function crawlStore(store: OpenStore, run: CrawlRun): Promise<{ crawled: number }> {
  const owner = randomUUID();
  const queue = run.servers.values();
  let crawled = 0;
  async function work(): Promise<void> {
    for (const id of queue) {
      if (run.signal.aborted) return;
      const now = run.context.now().toISOString();
      const server = await leaseServer(store.db, id, { owner, now, seconds: leaseSeconds });
      if (!server) {
        run.onBusy?.(id);
        continue;
      }
      const outcome = await crawlServer(toServerEntry(server), contextFor(server, run));
      if (run.signal.aborted && outcome.kind !== 'listed') return;
      const changes = await recordOutcome(store.db, outcome, { origin: 'live' });
      crawled += 1;
      run.onOutcome?.(outcome, changes);
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.max(1, run.concurrency) }, work));
  } finally {
    await releaseLeases(store.db, owner);
  }
  return { crawled };
}

function contextFor(server: Server, { context, signal }: CrawlRun): CrawlContext {
  const hint = server.protocolVersion === null ? {} : { protocolHint: server.protocolVersion };
  return { ...context, ...hint, signal };
}
