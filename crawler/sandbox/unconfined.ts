import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Launch, Program, Sandbox } from './sandbox.ts';

/** No sandbox at all: only for `--allow-unsandboxed`. The code runs with the user's own rights. */
export const unconfined: Sandbox = { kind: 'none', confine: launchUnconfined };

async function launchUnconfined(program: Program): Promise<Launch> {
  const home = await mkdtemp(join(tmpdir(), 'mcp-risk-'));
  const entry = join(program.folder, program.entry);
  const [command, ...args] = program.interpreter ? [program.interpreter, entry] : [entry];
  return {
    command: command ?? entry,
    args: [...args, ...program.args],
    env: {
      ...program.env,
      PATH: [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter),
      HOME: home,
      TMPDIR: home,
      LANG: 'C.UTF-8',
    },
    cwd: home,
    end: () => rm(home, { recursive: true, force: true }),
  };
}
