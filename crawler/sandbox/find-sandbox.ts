import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { defaultLimits } from '../limits.ts';
import { bubblewrap, writeEtcFolder } from './bubblewrap.ts';
import type { Sandbox } from './sandbox.ts';

const run = promisify(execFile);

/**
 * The first sandbox that works on this machine, or undefined. "Works" is tried, not guessed: a
 * small program must run in it with this very Node, because containers and hardened kernels often
 * have the command but refuse its namespaces.
 */
export async function findSandbox(cacheDir: string): Promise<Sandbox | undefined> {
  for (const candidate of await candidates(cacheDir)) {
    if (await works(candidate, cacheDir)) return candidate;
  }
  return undefined;
}

async function candidates(cacheDir: string): Promise<Sandbox[]> {
  if (process.platform === 'linux') {
    const etcFolder = join(cacheDir, 'sandbox', 'etc');
    await writeEtcFolder(etcFolder);
    return [
      ...(process.getuid?.() === 0 ? [bubblewrap('own-user', etcFolder)] : []),
      bubblewrap('user-namespace', etcFolder),
    ];
  }
  return [];
}

async function works(sandbox: Sandbox, cacheDir: string): Promise<boolean> {
  const folder = join(cacheDir, 'sandbox', 'check');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'check.mjs'), 'console.log("confined");\n');
  const launch = await sandbox.confine(
    { folder, entry: 'check.mjs', interpreter: process.execPath, args: [], env: {} },
    defaultLimits.sandbox,
  );
  try {
    const { stdout } = await run(launch.command, launch.args, {
      env: launch.env,
      cwd: launch.cwd,
      timeout: 30_000,
    });
    return stdout.trim() === 'confined';
  } catch {
    return false;
  } finally {
    await launch.end?.();
    await rm(folder, { recursive: true, force: true });
  }
}
