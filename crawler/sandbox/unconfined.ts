import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { CrawlContext } from '../crawl-context.ts';
import type { CommandTarget } from '../server-entry.ts';
import { CrawlEnded } from '../transports/transport.ts';
import { atFolder, type Launch, type Program, type Sandbox, startOf } from './sandbox.ts';

/** No sandbox at all: only for `--allow-unsandboxed`. The code runs with the user's own rights. */
export const unconfined: Sandbox = { kind: 'none', confine: launchUnconfined };

async function launchUnconfined(program: Program): Promise<Launch> {
  const home = await mkdtemp(join(tmpdir(), 'mcp-risk-'));
  const entry = join(program.folder, program.entry);
  const filled = atFolder(program, program.folder, home);
  const [command, ...args] = startOf(program, program.interpreter, entry);
  return {
    command,
    args: [...args, ...filled.args],
    env: {
      ...filled.env,
      PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
      HOME: home,
      TMPDIR: home,
      LANG: 'C.UTF-8',
    },
    cwd: home,
    end: () => rm(home, { recursive: true, force: true }),
  };
}

/**
 * A user's own command line needs the user's own files, so it cannot be confined.
 * @throws {CrawlEnded} `skipped` unless the user allowed it
 */
export function commandLaunch(target: CommandTarget, context: CrawlContext): Launch {
  if (!context.allowUnsandboxed) {
    const reason = 'a command of your own runs only with --allow-unsandboxed';
    throw new CrawlEnded({ kind: 'skipped', reason });
  }
  const { PATH = '', HOME = '/' } = process.env;
  return {
    command: target.command,
    args: target.args,
    env: { ...target.env, PATH, HOME, LANG: 'C.UTF-8' },
    cwd: target.cwd ?? HOME,
  };
}
