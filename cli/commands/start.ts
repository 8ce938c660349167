import { join } from 'node:path';
import type { SecondOpinion } from '../../classifier/llm/second-opinion.ts';
import type { CrawlContext } from '../../crawler/crawl.ts';
import { type Command, type CommandCall, exitCode, jsonOption } from '../command.ts';
import { crawlOptions, openCrawlContext, readConcurrency } from '../crawl-options.ts';
import { llmOptions } from '../llm-options.ts';
import type { OpenStore } from '../store.ts';
import { counted, plain } from '../terminal.ts';
import { readPort } from './serve.ts';

/** Servers of the bundled index that a first run crawls itself; the snapshot stands in for the rest. */
const firstBatch = 24;

export const start: Command = {
  options: [
    { flags: '--all', description: 'crawl the whole bundled index, not only the first servers' },
    {
      flags: '--offline',
      description: 'start no foreign code: work from the store and the snapshot',
    },
    {
      flags: '-p, --port <number>',
      description: 'a free port is taken where this one is in use',
      default: '4321',
    },
    { flags: '--no-serve', description: 'end after the build' },
    ...crawlOptions,
    ...llmOptions,
    jsonOption,
  ],
  examples: [
    ['mcp-risk start', `crawls the ${firstBatch} first servers that are due and serves the site`],
    ['mcp-risk start --all --no-serve', 'crawls the whole bundled index and ends'],
    ['mcp-risk start --offline', 'shows what is known, without starting any server'],
  ],
  async run(call) {
    const port = readPort(call.options.port);
    const { withStore } = await import('../store.ts');
    if (call.options.serve === false) {
      const named = port === 0 ? {} : { localUrl: `http://127.0.0.1:${port}/` };
      await withStore(call.signal, (store) => makeCatalog(store, named, call));
      call.signal.throwIfAborted();
      return exitCode.fine;
    }
    const { openPort } = await import('../../site/serve.ts');
    const opened = await openPort({ port });
    try {
      const made = { localUrl: opened.url };
      opened.show(await withStore(call.signal, (store) => makeCatalog(store, made, call)));
      call.signal.throwIfAborted();
    } catch (error) {
      await opened.close();
      throw error;
    }
    const { url } = opened;
    if (call.options.json) call.terminal.printJson({ url });
    else call.terminal.print(`The catalog is at ${url}`);
    const { serveUntilAborted } = await import('../steps/serve.ts');
    await serveUntilAborted(opened, call.signal);
    return exitCode.fine;
  },
};

async function makeCatalog(
  store: OpenStore,
  address: { localUrl?: string },
  call: CommandCall,
): Promise<string> {
  const { options, terminal, signal } = call;
  const concurrency = readConcurrency(options);
  const opinion = await openOpinion(call, store.home);
  const { seedStore } = await import('../steps/seed.ts');
  const { ids, imported } = await seedStore(store);
  if (imported > 0) terminal.note(`${counted(imported, 'server')} taken from the bundled snapshot`);
  if (options.offline) {
    terminal.note('Offline: no server is started; tools are as they were listed before.');
  } else await crawlBatch(store, options.all ? ids : ids.slice(0, firstBatch), concurrency, call);
  signal.throwIfAborted();

  const { classifyStore } = await import('../steps/classify.ts');
  const { judged } = await classifyStore(store, { signal, opinion });
  terminal.note(`${counted(judged, 'definition')} labelled`);
  if (opinion) {
    const { opinionLines } = await import('../open-llm.ts');
    for (const line of opinionLines(opinion.summary())) terminal.note(line);
  }
  const { buildSite } = await import('../steps/build.ts');
  const built = await buildSite(store, { terminal, signal, ...address });
  terminal.note(
    `${built.files.written} files of the site written, ${built.files.unchanged} unchanged`,
  );
  await printSummary(store, call);
  signal.throwIfAborted();
  return join(store.home, 'site');
}

/** @throws UserError */
async function openOpinion(call: CommandCall, home: string): Promise<SecondOpinion | undefined> {
  if (call.options.llm === 'off') return undefined;
  const { openLlm } = await import('../open-llm.ts');
  return (await openLlm(call, home))?.opinion;
}

async function crawlBatch(
  store: OpenStore,
  batch: string[],
  concurrency: number,
  call: CommandCall,
): Promise<void> {
  const { terminal, signal } = call;
  const { dueServers } = await import('../../db/queries/leases.ts');
  const due = await dueServers(store.db, new Date().toISOString());
  const isDue = new Set(due.map(({ id }) => id));
  const servers = batch.filter((id) => isDue.has(id));
  if (servers.length === 0) return;
  const context = await sandboxedContext(store.home, call);
  if (!context) return;
  const { crawlStore } = await import('../steps/crawl.ts');
  const { outcomeLine } = await import('../outcome-line.ts');
  const { startProgress } = await import('../progress.ts');
  const where = context.sandbox
    ? `, each in a sandbox (${context.sandbox.kind})`
    : ', without a sandbox';
  terminal.note(`Crawling ${servers.length} MCP servers from npm${where}`);
  const progress = startProgress(terminal, 'crawled', servers.length);
  await crawlStore(store, {
    servers,
    context,
    signal,
    concurrency,
    onOutcome(outcome, changes) {
      terminal.note(outcomeLine(outcome, changes, terminal));
      progress.step(plain(outcome.serverId, 40));
    },
  });
  progress.done();
}

/** With a sandbox, installed where this user may; without one, undefined after saying so. */
async function sandboxedContext(
  home: string,
  call: CommandCall,
): Promise<CrawlContext | undefined> {
  const { terminal } = call;
  const context = await openCrawlContext(home, call);
  if (context.sandbox || context.allowUnsandboxed) return context;
  const { canInstallBubblewrap, howToGetSandbox, installBubblewrap } = await import(
    '../../crawler/sandbox/install-bubblewrap.ts'
  );
  if (canInstallBubblewrap()) {
    terminal.note('Installing bubblewrap, the sandbox, with apt-get');
    const problem = await installBubblewrap();
    if (problem) terminal.note(plain(problem));
    const again = await openCrawlContext(home, call);
    if (again.sandbox) return again;
  }
  terminal.note(`No sandbox on this machine: no server is crawled. ${howToGetSandbox()}`);
  terminal.note('Going on with what the store and the snapshot hold.');
  return undefined;
}

async function printSummary({ db }: OpenStore, { options, terminal }: CommandCall): Promise<void> {
  const { readStatus } = await import('../../db/queries/status.ts');
  const { classifierVersion } = await import('../../classifier/version.ts');
  const status = await readStatus(db, classifierVersion, new Date().toISOString());
  if (options.json) {
    terminal.printJson(status);
    return;
  }
  const { labelTable } = await import('../status-lines.ts');
  const { listedLive, listedSnapshot } = status.servers;
  terminal.print('');
  for (const line of labelTable(status.tools.byLabel, terminal)) terminal.print(line);
  terminal.print(
    `\n${listedLive} servers listed by this machine, ${listedSnapshot} by the snapshot`,
  );
}
