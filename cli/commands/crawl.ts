import type { Database } from '../../db/connect.ts';
import { type Command, exitCode, jsonOption } from '../command.ts';
import { crawlOptions, readCount } from '../crawl-options.ts';
import { plain } from '../terminal.ts';
import { UserError } from '../user-error.ts';

export const crawl: Command = {
  arguments: '[server...]',
  options: [
    { flags: '--due', description: 'the servers whose time has come (what no name means)' },
    { flags: '--all', description: 'every server of the store, due or not' },
    { flags: '--limit <number>', description: 'at most so many servers' },
    ...crawlOptions,
    jsonOption,
  ],
  examples: [
    ['mcp-risk crawl', 'crawls every server that is due'],
    ['mcp-risk crawl @modelcontextprotocol/server-everything', 'crawls this one now'],
    ['mcp-risk crawl --all --concurrency 2 --json', 'crawls all, each outcome as a JSON line'],
  ],
  async run({ args, options, terminal, signal }) {
    const { withStore } = await import('../store.ts');
    const { crawlStore } = await import('../steps/crawl.ts');
    const { openCrawlContext } = await import('../crawl-options.ts');
    const { outcomeLine } = await import('../outcome-line.ts');
    const { startProgress } = await import('../progress.ts');
    const limit = readCount('--limit', options.limit) ?? Number.MAX_SAFE_INTEGER;
    return withStore(async (store) => {
      const servers = await chooseServers(store.db, args, options.all === true, limit);
      const context = await openCrawlContext(store.home, options);
      if (!context.sandbox && !context.allowUnsandboxed) {
        const { howToGetSandbox } = await import('../../crawler/sandbox/install-bubblewrap.ts');
        terminal.note(`No sandbox on this machine: packages are skipped. ${howToGetSandbox()}`);
      }
      const progress = startProgress(terminal, 'crawled', servers.length);
      const outcomes: string[] = [];
      await crawlStore(store, {
        servers,
        context,
        signal,
        concurrency: readCount('--concurrency', options.concurrency) ?? 4,
        onOutcome(outcome, changes) {
          outcomes.push(outcome.kind);
          if (options.json) {
            const { kind, serverId, at, durationMs } = outcome;
            const toolCount = outcome.kind === 'listed' ? outcome.tools.length : 0;
            const end = { reason: reasonOf(outcome), toolCount, changes };
            terminal.printJson({ serverId, kind, at, durationMs, ...end });
          } else terminal.print(outcomeLine(outcome, changes, terminal));
          progress.step(plain(outcome.serverId, 40));
        },
        onBusy: (id) => terminal.note(`${plain(id)}: another process is crawling it`),
      });
      progress.done();
      signal.throwIfAborted();
      if (servers.length === 0) terminal.note('nothing is due');
      const single = args.length > 0 && outcomes.every((kind) => kind !== 'listed');
      return single ? exitCode.unreachable : exitCode.fine;
    });
  },
};

function reasonOf(outcome: import('../../crawler/outcome.ts').CrawlOutcome): string | undefined {
  if (outcome.kind === 'auth-required') return outcome.how;
  if (outcome.kind === 'failed') return `${outcome.step}: ${outcome.message}`;
  return outcome.kind === 'skipped' ? outcome.reason : undefined;
}

async function chooseServers(
  db: Database,
  names: string[],
  all: boolean,
  limit: number,
): Promise<string[]> {
  const { eachServer, getServer } = await import('../../db/queries/servers.ts');
  const { dueServers } = await import('../../db/queries/leases.ts');
  if (names.length > 0) {
    for (const name of names) {
      if (!(await getServer(db, name))) {
        const hint =
          'mcp-risk sync takes servers from a registry, mcp-risk search finds their names';
        throw new UserError(`no server named "${plain(name)}" in the store; ${hint}`);
      }
    }
    return names.slice(0, limit);
  }
  if (!all) return dueServers(db, new Date().toISOString(), Math.min(limit, 2 ** 31 - 1));
  const ids: string[] = [];
  for await (const server of eachServer(db)) {
    if (server.removedAt === null && ids.length < limit) ids.push(server.id);
  }
  return ids;
}
