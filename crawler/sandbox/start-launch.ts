import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Launch } from './sandbox.ts';

/**
 * Starts a command line as the leader of a process group.
 * @throws what `spawn` throws for arguments too long for the system or with a NUL in them, and for a file
 *   that cannot be read
 */
export function startLaunch(launch: Launch): ChildProcessWithoutNullStreams {
  const { command, args, env, cwd, files = [] } = launch;
  const descriptors: number[] = [];
  try {
    for (const file of files) descriptors.push(openSync(file, 'r'));
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['pipe', 'pipe', 'pipe', ...descriptors],
      detached: true,
    });
    return child as ChildProcessWithoutNullStreams;
  } finally {
    for (const descriptor of descriptors) closeSync(descriptor);
  }
}
