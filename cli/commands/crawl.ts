import type { Database } from '../../db/connect.ts';
import { type Command, type CommandCall, exitCode, jsonOption } from '../command.ts';
import { crawlOptions, openCrawlContext, readConcurrency, readCount } from '../crawl-options.ts';
import { outcomeJson, outcomeLine } from '../outcome-line.ts';
import { plain } from '../terminal.ts';
import { unknownServer } from '../unknown-server.ts';
import { UserError } from '../user-error.ts';

export const crawl: Command = {
  arguments: '[server...]',
  options: [
    {
      flags: '--due',
      description: 'of the named servers those whose time has come; without names all such',
    },
    { flags: '--all', description: 'every server of the store, due or not' },
    { flags: '--limit <number>', description: 'at most so many servers' },
    ...crawlOptions,
    jsonOption,
  ],
  examples: [
    ['mcp-risk crawl --due', 'crawls every server that is due; so does mcp-risk crawl'],
    ['mcp-risk crawl @modelcontextprotocol/server-everything', 'crawls this one now'],
    ['mcp-risk crawl --all --concurrency 2 --json', 'crawls all, each outcome as a JSON line'],
  ],
  async run({ args, options, terminal, signal }) {
    if (options.due && options.all) {
      throw new UserError('--due and --all are two choices of servers: give one');
    }
    const { withStore } = await import('../store.ts');
    const { crawlStore } = await import('../steps/crawl.ts');
    const { startProgress } = await import('../progress.ts');
    const limit = readCount('--limit', options.limit);
    const concurrency = readConcurrency(options);
    return withStore(signal, async (store) => {
      const servers = (await chooseServers(store.db, args, options)).slice(0, limit);
      const context = await openCrawlContext(store.home, { options, terminal });
      if (!context.sandbox && !context.allowUnsandboxed) {
        const { howToGetSandbox } = await import('../../crawler/sandbox/install-bubblewrap.ts');
        terminal.note(`No sandbox on this machine: packages are skipped. ${howToGetSandbox()}`);
      }
      const progress = startProgress(terminal, 'crawled', servers.length);
      let listed = 0;
      await crawlStore(store, {
        servers,
        context,
        signal,
        concurrency,
        onOutcome(outcome, changes) {
          if (outcome.kind === 'listed') listed += 1;
          if (options.json) terminal.printJson(outcomeJson(outcome, changes));
          else terminal.print(outcomeLine(outcome, changes, terminal));
          progress.step(plain(outcome.serverId, 40));
        },
        onBusy: (id, refused) => terminal.note(`${plain(id)}: ${whyBusy[refused]}`),
      });
      progress.done();
      signal.throwIfAborted();
      if (servers.length === 0) terminal.note('nothing is due');
      const noneOfThose = args.length > 0 && servers.length > 0 && listed === 0;
      return noneOfThose ? exitCode.unreachable : exitCode.fine;
    });
  },
};

const whyBusy = {
  taken: 'another process is crawling it',
  'host-busy': 'other processes are crawling servers of its host; it stays due',
};

/** Ids: those named, of which `--due` keeps the due ones; else all or all that are due. */
async function chooseServers(
  db: Database,
  names: string[],
  { due, all }: CommandCall['options'],
): Promise<string[]> {
  const { eachServer, getServer } = await import('../../db/queries/servers.ts');
  const { dueServers } = await import('../../db/queries/leases.ts');
  for (const name of names) {
    if (!(await getServer(db, name))) throw await unknownServer(db, name);
  }
  if (names.length > 0 && !due) return names;
  if (!all) {
    const ids = (await dueServers(db, new Date().toISOString())).map(({ id }) => id);
    return names.length === 0 ? ids : ids.filter((id) => names.includes(id));
  }
  const ids: string[] = [];
  for await (const server of eachServer(db)) if (server.removedAt === null) ids.push(server.id);
  return ids;
}
