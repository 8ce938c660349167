import type { SecondOpinion } from '../../classifier/llm/second-opinion.ts';
import type { WorkerEvent } from '../../db/worker.ts';
import { type Command, type CommandCall, exitCode, jsonOption } from '../command.ts';
import { crawlOptions, openCrawlContext, readConcurrency, readCount } from '../crawl-options.ts';
import { llmOptions } from '../llm-options.ts';
import { outcomeJson, outcomeLine } from '../outcome-line.ts';
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
      flags: '--heartbeat <seconds>',
      description: 'after so long a silence the jobs of this process go to others',
      default: '30',
    },
    {
      flags: '--url <address>',
      description: 'the address the site will have, for feeds and sitemaps',
    },
    ...llmOptions,
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
  async run(call) {
    const { options, terminal, signal } = call;
    const { withStore } = await import('../store.ts');
    const { jobNames, runWorker } = await import('../steps/work.ts');
    const jobs = readJobs(String(options.jobs), jobNames);
    const concurrency = readConcurrency(options);
    const heartbeatSeconds = readHeartbeat(options.heartbeat);
    const url = readUrl(options.url);
    const registry = await openRegistry(options);
    await withStore(signal, async (store) => {
      await runWorker(store, {
        jobs,
        registry,
        concurrency,
        heartbeatSeconds,
        context: await openCrawlContext(store.home, call),
        terminal,
        signal,
        ...url,
        openOpinion: await opinionOpener(call, store.home),
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

/** Below ten the queue could not tell a busy worker from a dead one. @throws UserError */
function readHeartbeat(value: unknown): number {
  const seconds = readCount('--heartbeat', value) ?? 30;
  if (seconds >= 10) return seconds;
  throw new UserError(`--heartbeat takes a whole number from 10, not "${seconds}"`);
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
  return { ...rest, ...outcomeJson(outcome, changes) };
}

/**
 * Opens a second opinion for each labelling, because one stops for good when its service is out of
 * order; what may be spent is counted over all of them. @throws UserError
 */
async function opinionOpener(
  call: CommandCall,
  home: string,
): Promise<() => Promise<SecondOpinion | undefined>> {
  if (call.options.llm === 'off') return async () => undefined;
  const { openLlm, readBudget } = await import('../open-llm.ts');
  const budget = readBudget(call.options);
  const open = async () => (await openLlm(call, home, budget))?.opinion;
  await open();
  return open;
}
