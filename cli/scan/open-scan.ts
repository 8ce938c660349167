import type { CommandCall } from '../command.ts';
import type { Configuration, UnreadableFile } from './find-configurations.ts';
import type { Inspect } from './inspect.ts';

/** The named files, else every configuration of every known client on this machine. @throws UserError */
export async function configurationsFor(
  files: string[],
): Promise<{ configurations: Configuration[]; unreadable: UnreadableFile[] }> {
  const { clients } = await import('../../policy/clients/index.ts');
  const { findConfigurations, openConfiguration, surroundings } = await import(
    './find-configurations.ts'
  );
  const where = surroundings();
  if (files.length === 0) {
    const { found, unreadable } = findConfigurations(clients, where);
    return { configurations: found, unreadable };
  }
  return {
    configurations: files.map((file) => openConfiguration(clients, file, where)),
    unreadable: [],
  };
}

/** Runs `use` with the way to look at servers that the options ask for. */
export async function withInspect<T>(
  { options, terminal, signal }: CommandCall,
  configurations: readonly Configuration[],
  use: (inspect: Inspect) => Promise<T>,
): Promise<T> {
  if (options.catalogOnly) {
    const { withCatalog } = await import('../steps/seed.ts');
    const { inspectCatalog } = await import('./inspect-catalog.ts');
    return withCatalog((store) => use(inspectCatalog(store)));
  }
  const { askConsent } = await import('./consent.ts');
  const { inspectLive, notInspected } = await import('./inspect.ts');
  if (!(await askConsent(configurations, options.yes === true, terminal))) {
    return use(async () => notInspected('you did not agree to start it'));
  }
  const { homeDirectory } = await import('../../db/home.ts');
  const { openCrawlContext } = await import('../crawl-options.ts');
  const context = await openCrawlContext(homeDirectory(), options);
  return use(inspectLive({ ...context, signal }));
}
