import type { WorkerEvent } from '../../db/worker.ts';
import { type Command, exitCode, jsonOption } from '../command.ts';
import { crawlOptions, readCount } from '../crawl-options.ts';
import { plain, type Terminal } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { readUrl } from './build.ts';
import { openRegistry, registryOption } from './sync.ts';

export const worker: Command = {
  options: [
    {
      flags: '--jobs <names>',
      description: 'the jobs this process takes, separated by commas',
      default: 'sync,crawl,classify,build',
    },
    registryOption,
    ...crawlOptions,
    {
      flags: '--url <address>',
      description: 'the address the site will have, for feeds and sitemaps',
    },
    jsonOption,
  ],
  examples: [
    [
      'mcp-risk worker --registry official',
      'reads the official registry each hour and crawls what is due',
    ],
    ['mcp-risk worker', 'does all jobs on the store of this machine until Ctrl-C'],
    [
      'DATABASE_URL=postgres://… mcp-risk worker --jobs crawl --concurrency 8',
      'one of any number of crawling machines that share a Postgres',
    ],
  ],
  async run({ options, terminal, signal }) {
    const { withStore } = await import('../store.ts');
    const { jobNames, runWorker } = await import('../steps/work.ts');
    const { openCrawlContext } = await import('../crawl-options.ts');
    const { outcomeLine } = await import('../outcome-line.ts');
    const registry = await openRegistry(String(options.registry));
    const jobs = readJobs(String(options.jobs), jobNames);
    await withStore(async (store) => {
      await runWorker(store, {
        jobs,
        registry,
        concurrency: readCount('--concurrency', options.concurrency) ?? 4,
        context: await openCrawlContext(store.home, options),
        terminal,
        signal,
        ...readUrl(options.url),
        onEvent(event) {
          if (options.json) terminal.printJson(toJson(event));
          else if (event.event !== 'crawled') noteEvent(event, terminal);
          else terminal.print(outcomeLine(event.outcome, event.changes, terminal));
        },
      });
    });
    return exitCode.fine;
  },
};

/** @throws UserError */
function readJobs<Job extends string>(value: string, known: readonly Job[]): Job[] {
  return value.split(',').map((name) => {
    const job = known.find((candidate) => candidate === name.trim());
    if (job) return job;
    throw new UserError(`--jobs takes ${known.join(', ')}, not "${plain(name)}"`);
  });
}

function noteEvent(event: Exclude<WorkerEvent, { event: 'crawled' }>, terminal: Terminal): void {
  if (event.event === 'error') terminal.note(`${event.job}: ${plain(event.error.message)}`);
  if (event.event === 'planned' && event.servers > 0) {
    terminal.note(`${event.servers} servers are due`);
  }
  if (event.event === 'finished' && event.job !== 'crawl' && event.job !== 'plan') {
    terminal.note(`${event.job}: done`);
  }
}

function toJson(event: WorkerEvent): object {
  if (event.event === 'error') return { ...event, error: event.error.message };
  if (event.event !== 'crawled') return event;
  const { outcome, changes, ...rest } = event;
  const { kind, serverId, at, durationMs } = outcome;
  const toolCount = outcome.kind === 'listed' ? outcome.tools.length : 0;
  return { ...rest, serverId, kind, at, durationMs, toolCount, changes };
}
