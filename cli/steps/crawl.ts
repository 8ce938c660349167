import { randomUUID } from 'node:crypto';
import { crawlAll } from '../../crawler/crawl-all.ts';
import type { CrawlContext } from '../../crawler/crawl-context.ts';
import { defaultGuardLimits } from '../../crawler/guard/guard-limits.ts';
import type { CrawlOutcome } from '../../crawler/outcome.ts';
import { pruneStore } from '../../crawler/packages/prune-store.ts';
import type { ServerEntry } from '../../crawler/server-entry.ts';
import { recordOutcome } from '../../db/queries/crawls.ts';
import { leaseServer, releaseLeases } from '../../db/queries/leases.ts';
import { toServerEntry } from '../../db/queries/servers.ts';
import type { ToolChanges } from '../../db/queries/tool-history.ts';
import type { OpenStore } from '../store.ts';

export interface CrawlRun {
  /** Ids, in the order to crawl them. */
  servers: readonly string[];
  concurrency: number;
  context: CrawlContext;
  signal: AbortSignal;
  onOutcome?: (outcome: CrawlOutcome, changes: ToolChanges) => void;
  /** A server that is left due: another process is crawling it, or others of its host. */
  onBusy?: (id: string, refused: 'taken' | 'host-busy') => void;
}

/** Longer than the `serverMs` (450 s) that any crawl may take, with time to clean up and to store. */
const leaseSeconds = 600;

/**
 * Crawls each server and stores how it ended, at once. A server that another process holds is left
 * to it; interrupted, the servers that were not done stay due.
 */
export async function crawlStore({ db }: OpenStore, run: CrawlRun): Promise<{ crawled: number }> {
  await pruneStore(run.context.cacheDir, run.context.now());
  const owner = randomUUID();
  const hints = new Map<string, string>();
  let crawled = 0;
  async function* leased(): AsyncGenerator<ServerEntry> {
    for (const id of run.servers) {
      const now = run.context.now().toISOString();
      const { hostVisits } = defaultGuardLimits;
      const answer = await leaseServer(db, id, { owner, now, seconds: leaseSeconds, hostVisits });
      if ('refused' in answer) {
        run.onBusy?.(id, answer.refused);
        continue;
      }
      const { server } = answer;
      if (server.protocolVersion !== null) hints.set(id, server.protocolVersion);
      yield toServerEntry(server);
    }
  }
  try {
    await crawlAll(
      leased(),
      { ...run.context, signal: run.signal },
      {
        concurrency: run.concurrency,
        protocolHint: ({ id }) => hints.get(id),
        async onOutcome(outcome) {
          const changes = await recordOutcome(db, outcome, { origin: 'live', owner });
          crawled += 1;
          run.onOutcome?.(outcome, changes);
        },
      },
    );
  } finally {
    await releaseLeases(db, owner);
  }
  return { crawled };
}
