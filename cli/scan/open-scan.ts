import type { CommandCall } from '../command.ts';
import { plain, type Terminal } from '../terminal.ts';
import type { Configuration, UnreadableFile } from './find-configurations.ts';
import type { Inspect } from './inspect.ts';

/** Where servers are configured. */
export interface Found {
  /** Without the servers that a client does not start. */
  configurations: Configuration[];
  disabled: { client: string; alias: string }[];
  unreadable: UnreadableFile[];
}

/**
 * The named files, else every configuration of every known client on this machine. Servers that are
 * disabled there are noted and left out. @throws UserError
 */
export async function configurationsFor(files: string[], terminal: Terminal): Promise<Found> {
  const { clients } = await import('../../policy/clients/index.ts');
  const { findConfigurations, openConfiguration, surroundings } = await import(
    './find-configurations.ts'
  );
  const where = surroundings();
  const { found, unreadable } =
    files.length === 0
      ? findConfigurations(clients, where)
      : { found: files.map((file) => openConfiguration(clients, file, where)), unreadable: [] };
  const disabled = found.flatMap(({ client, servers }) =>
    servers.filter((server) => server.disabled).map(({ alias }) => ({ client: client.id, alias })),
  );
  for (const { client, alias } of disabled) {
    terminal.note(`${plain(alias, 60)} is disabled in ${plain(client)} and left out`);
  }
  const configurations = found.map((configuration) => ({
    ...configuration,
    servers: configuration.servers.filter((server) => !server.disabled),
  }));
  return { configurations, disabled, unreadable };
}

/** Runs `use` with the way to look at servers that the options ask for. */
export async function withInspect<T>(
  call: CommandCall,
  configurations: readonly Configuration[],
  use: (inspect: Inspect) => Promise<T>,
): Promise<T> {
  const { options, signal } = call;
  if (options.catalogOnly) {
    const { withCatalog } = await import('../steps/seed.ts');
    const { inspectCatalog } = await import('./inspect-catalog.ts');
    return withCatalog(signal, (store) => use(inspectCatalog(store)));
  }
  const { askConsent } = await import('./consent.ts');
  const { inspectLive, notInspected } = await import('./inspect.ts');
  if (!(await askConsent(configurations, options.yes === true, call))) {
    return use(async () => notInspected('you did not agree to start it'));
  }
  const { homeDirectory } = await import('../../db/home.ts');
  const { openCrawlContext } = await import('../crawl-options.ts');
  const context = await openCrawlContext(homeDirectory(), call);
  return use(inspectLive({ ...context, signal }));
}
