import type { SecondOpinion } from '../../classifier/llm/second-opinion.ts';
import { crawlServer } from '../../crawler/crawl.ts';
import type { CrawlContext } from '../../crawler/crawl-context.ts';
import { defaultGuardLimits } from '../../crawler/guard/guard-limits.ts';
import { pruneStore } from '../../crawler/packages/prune-store.ts';
import type { Registry } from '../../crawler/registries/registry.ts';
import { toServerEntry } from '../../db/queries/servers.ts';
import { type JobHandlers, startWorker, type WorkerEvent } from '../../db/worker.ts';
import type { OpenStore } from '../store.ts';
import type { Terminal } from '../terminal.ts';
import { classifyStore } from './classify.ts';
import { syncBundledIndex, syncRegistry } from './sync.ts';

export const jobNames = ['sync', 'crawl', 'classify', 'build'] as const;
export type JobName = (typeof jobNames)[number];

const day = 86_400_000;

export interface WorkerRun {
  /** The jobs this process takes; the rest is left to others on the same store. */
  jobs: readonly JobName[];
  /** Undefined: the bundled index. */
  registry: Registry | undefined;
  concurrency: number;
  /** A process that was silent for so long is taken to be dead. */
  heartbeatSeconds: number;
  context: CrawlContext;
  terminal: Terminal;
  /** Absolute address the site will have. */
  url?: string;
  /** Called before each labelling. */
  openOpinion(): Promise<SecondOpinion | undefined>;
  /** Its end is the worker's: what runs is given back to the queue. */
  signal: AbortSignal;
  onEvent(event: WorkerEvent): void;
}

/** Takes sync, crawl, classify and build jobs from the store's queue until the signal. */
export async function runWorker(store: OpenStore, run: WorkerRun): Promise<void> {
  const all: JobHandlers = {
    async sync(signal) {
      if (run.registry) await syncRegistry(store, run.registry, { signal });
      else await syncBundledIndex(store);
    },
    crawl(server, signal) {
      const hint = server.protocolVersion === null ? {} : { protocolHint: server.protocolVersion };
      return crawlServer(toServerEntry(server), { ...run.context, ...hint, signal });
    },
    async classify(signal) {
      const opinion = await run.openOpinion();
      await classifyStore(store, { signal, opinion });
      if (!opinion) return;
      const { opinionLines } = await import('../open-llm.ts');
      for (const line of opinionLines(opinion.summary())) run.terminal.note(line);
    },
    async build(signal) {
      const { buildSite } = await import('./build.ts');
      const url = run.url === undefined ? {} : { url: run.url };
      await buildSite(store, { terminal: run.terminal, signal, ...url });
    },
  };
  const prune = () => pruneStore(run.context.cacheDir, run.context.now());
  await prune();
  const pruning = setInterval(prune, day);
  const handlers = Object.fromEntries(run.jobs.map((job) => [job, all[job]]));
  const worker = await startWorker(store, {
    handlers,
    concurrency: run.concurrency,
    hostVisits: defaultGuardLimits.hostVisits,
    heartbeatSeconds: run.heartbeatSeconds,
    onEvent: run.onEvent,
  });
  await new Promise<void>((resolve) => {
    if (run.signal.aborted) resolve();
    run.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  clearInterval(pruning);
  await worker.stop();
}
