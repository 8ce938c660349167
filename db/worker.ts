import { randomUUID } from 'node:crypto';
import type { Job, PgBoss, WorkConcurrencyOptions } from 'pg-boss';
import type { CrawlOutcome } from '../crawler/outcome.ts';
import { inBatches } from './batch.ts';
import { escapeText, unescapeText } from './columns.ts';
import type { Database, Store } from './connect.ts';
import { databaseClock, type LeaseTerms, whileLeased } from './lease-keeper.ts';
import { recordOutcome } from './queries/crawls.ts';
import { dueServers } from './queries/leases.ts';
import type { Server } from './queries/servers.ts';
import type { ToolChanges } from './queries/tool-history.ts';
import { type CrawlJob, openQueue, type QueueName } from './queue.ts';

/** What a worker does. Each may be called again for the same thing after a process was killed. */
export interface JobHandlers {
  sync(signal: AbortSignal): Promise<void>;
  /** Looks at one server. The worker stores the outcome. */
  crawl(server: Server, signal: AbortSignal): Promise<CrawlOutcome>;
  /** Judges all that is not judged yet. */
  classify(signal: AbortSignal): Promise<void>;
  build(signal: AbortSignal): Promise<void>;
}

/** What happened; texts in it are hostile. */
export type WorkerEvent =
  | { job: QueueName; event: 'started' | 'finished' }
  | { job: 'plan'; event: 'planned'; servers: number }
  | { job: 'crawl'; event: 'crawled'; outcome: CrawlOutcome; changes: ToolChanges }
  | { job: QueueName | 'queue'; event: 'error'; error: Error };

export interface WorkerOptions {
  /** A job without a handler is left to other workers. */
  handlers: Partial<JobHandlers>;
  /** Crawls at once. */
  concurrency: number;
  /** Of them and those of all other workers, those of one host. */
  hostVisits: number;
  onEvent?: (event: WorkerEvent) => void;
  /** @see QueueTimes */
  heartbeatSeconds?: number;
}

export interface Worker {
  /** Aborts what runs, gives its jobs back to the queue and lets the store be closed. */
  stop(): Promise<void>;
}

/** Seconds between the end of a crawl and the jobs that follow: so that one run serves many crawls. */
const gatherSeconds = 10;
/** Most crawls that one `plan` adds; the next comes a minute later. */
const mostPlanned = 5_000;
/** Longest wait for aborted jobs at a stop. What takes longer is taken over by its silence. */
const stopMs = 10_000;

/**
 * Starts taking jobs. Registries are read each hour and due servers planned each minute, by one of
 * the workers; a new worker asks for one of each at once, so that nothing waits for what a killed
 * one had in mind.
 */
export async function startWorker(store: Store, options: WorkerOptions): Promise<Worker> {
  const { handlers, concurrency, hostVisits, onEvent = () => {} } = options;
  const stopping = new AbortController();
  const { heartbeatSeconds = 30 } = options;
  const boss = await openQueue(store, { heartbeatSeconds }, (error) =>
    onEvent({ job: 'queue', event: 'error', error }),
  );
  const take = (name: QueueName, concurrency: WorkConcurrencyOptions, run: JobRun) =>
    boss.work<CrawlJob>(name, { ...concurrency, pollingIntervalSeconds: 0.5 }, async ([job]) => {
      if (!job) return;
      const signal = AbortSignal.any([job.signal, stopping.signal]);
      onEvent({ job: name, event: 'started' });
      try {
        await run(job, signal);
        onEvent({ job: name, event: 'finished' });
      } catch (cause) {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        if (!stopping.signal.aborted) onEvent({ job: name, event: 'error', error });
        throw error;
      }
    });

  const { sync, crawl, classify, build } = handlers;
  if (sync) {
    await take('sync', alone, async (_, signal) => {
      await sync(signal);
      await boss.send('plan');
    });
    await boss.schedule('sync', '7 * * * *');
    await boss.send('sync');
  }
  if (crawl) {
    await take('plan', alone, async () => {
      onEvent({ job: 'plan', event: 'planned', servers: await planCrawls(store.db, boss) });
    });
    const places = { localConcurrency: concurrency, groupConcurrency: hostVisits };
    const terms = { seconds: heartbeatSeconds, hostVisits, now: await databaseClock(store.db) };
    await take('crawl', places, async (job, signal) => {
      const crawled = await crawlLeased(store.db, job, { crawl, terms, signal });
      if (crawled) onEvent({ job: 'crawl', event: 'crawled', ...crawled });
      await boss.send('classify', null, { startAfter: gatherSeconds });
    });
    await boss.schedule('plan', '* * * * *');
    await boss.send('plan');
  }
  if (classify) {
    await take('classify', alone, async (_, signal) => {
      await classify(signal);
      await boss.send('build');
    });
    await boss.send('classify');
  }
  if (build) {
    await take('build', alone, (_, signal) => build(signal));
    await boss.send('build');
  }
  return {
    async stop() {
      stopping.abort(new Error('the worker stops'));
      await boss.stop({ graceful: true, timeout: stopMs });
    },
  };
}

const alone = { localConcurrency: 1 };

type JobRun = (job: Job<CrawlJob>, signal: AbortSignal) => Promise<void>;

/** Queues a crawl for each due server. One that is queued or runs already stays one: policy `exclusive`. */
async function planCrawls(db: Database, boss: PgBoss): Promise<number> {
  const due = await dueServers(db, new Date().toISOString(), mostPlanned);
  for (const batch of inBatches(due)) {
    const jobs = batch.map(({ id, host }) => ({
      data: { server: escapeText(id) },
      singletonKey: escapeText(id),
      ...(host === null ? {} : { group: { id: escapeText(host) } }),
    }));
    await boss.insert('crawl', jobs);
  }
  return due.length;
}

interface LeasedCrawl {
  crawl: JobHandlers['crawl'];
  terms: Omit<LeaseTerms, 'owner'>;
  signal: AbortSignal;
}

/**
 * One crawl under a lease of this attempt alone. Does nothing for a server that is not due any more:
 * an attempt before stored its outcome, or somebody else crawled it.
 */
function crawlLeased(
  db: Database,
  job: Job<CrawlJob>,
  { crawl, terms, signal }: LeasedCrawl,
): Promise<{ outcome: CrawlOutcome; changes: ToolChanges } | undefined> {
  const owner = randomUUID();
  const id = unescapeText(job.data.server);
  return whileLeased(db, id, { ...terms, owner }, signal, async (server, signal) => {
    if (server.dueAt === null || server.dueAt > new Date().toISOString()) return undefined;
    const outcome = await crawl(server, signal);
    // Stopped, or the server is given to another worker, who looks again.
    signal.throwIfAborted();
    return { outcome, changes: await recordOutcome(db, outcome, { origin: 'live', owner }) };
  });
}
