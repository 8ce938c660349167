import { join } from 'node:path';
import type { CrawlContext } from '../crawler/crawl.ts';
import { sandboxKinds } from '../crawler/sandbox/sandbox.ts';
import type { CommandCall, CommandOption } from './command.ts';
import { UserError } from './user-error.ts';

export const contactOption: CommandOption = {
  flags: '--contact <address>',
  description: 'URL or mail address that every server is told: who runs this crawl',
};

/** What every command that starts or reaches servers takes. */
export const reachOptions: CommandOption[] = [
  {
    flags: '--sandbox <kind>',
    description: 'the only sandbox that is used; without it the first of these that works',
    choices: sandboxKinds,
  },
  {
    flags: '--allow-unsandboxed',
    description: "run strangers' packages without a sandbox: only on a machine made for it",
  },
  {
    flags: '--allow-private',
    description: 'reach private and loopback addresses: your own servers',
  },
  contactOption,
];

/** Who a server or registry is told is asking. */
export function readContact({ contact }: CommandCall['options']): { contact?: string } {
  return typeof contact === 'string' ? { contact } : {};
}

/** What every command that crawls many servers takes. */
export const crawlOptions: CommandOption[] = [
  { flags: '--concurrency <number>', description: 'crawls at a time', default: '4' },
  ...reachOptions,
];

/** A whole number of at least 1, or undefined where the option was not given. @throws UserError */
export function readCount(flag: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new UserError(`${flag} takes a whole number from 1, not "${String(value)}"`);
}

/** How many crawls run at a time. @throws UserError */
export function readConcurrency({ concurrency }: CommandCall['options']): number {
  return readCount('--concurrency', concurrency) ?? 4;
}

/**
 * The surroundings of every crawl from the command line: packages live below `home`. A sandbox that is
 * weaker here than elsewhere is told of.
 * @throws UserError when the chosen sandbox does not work
 */
export async function openCrawlContext(
  home: string,
  { options, terminal }: Pick<CommandCall, 'options' | 'terminal'>,
): Promise<CrawlContext> {
  const { crawlContext } = await import('../crawler/crawl-context.ts');
  const { findSandbox } = await import('../crawler/sandbox/find-sandbox.ts');
  const { createGuard } = await import('../crawler/guard/guard.ts');
  const { readOptOuts } = await import('./opt-out.ts');
  const cacheDir = join(home, 'packages');
  const chosen = sandboxKinds.find((kind) => kind === options.sandbox);
  const sandbox = await findSandbox(cacheDir, chosen);
  if (chosen && !sandbox) throw new UserError(`--sandbox ${chosen} does not work on this machine`);
  if (sandbox?.lacks) {
    const told = `The sandbox (${sandbox.kind}) has no ${sandbox.lacks}.`;
    terminal.note(`${told} docs/CRAWLER.md says what it would refuse.`);
  }
  return crawlContext({
    cacheDir,
    sandbox,
    guard: createGuard({ ...readContact(options), optOut: await readOptOuts(home) }),
    allowUnsandboxed: options.allowUnsandboxed === true,
    allowPrivate: options.allowPrivate === true,
  });
}
