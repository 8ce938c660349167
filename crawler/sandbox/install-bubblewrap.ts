import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);
const installMs = 300_000;

/** What a person types to get the sandbox on this machine. */
export function howToGetSandbox(platform: NodeJS.Platform = process.platform): string {
  if (platform === 'linux') {
    return 'Install bubblewrap: sudo apt-get install bubblewrap (Debian, Ubuntu), sudo dnf install bubblewrap (Fedora).';
  }
  return 'Install docker or podman and start it.';
}

/** Whether `installBubblewrap` may be tried: Debian or Ubuntu, as root. */
export function canInstallBubblewrap(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/**
 * Installs Debian's bubblewrap. Say so to the user before you call it.
 *
 * @returns undefined when it is installed, else why not
 */
export async function installBubblewrap(): Promise<string | undefined> {
  const options = {
    timeout: installMs,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  try {
    await run('apt-get', ['update', '-qq'], options);
    await run(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', 'bubblewrap'],
      options,
    );
    return undefined;
  } catch (error) {
    return `apt-get could not install bubblewrap: ${(error as Error).message.split('\n', 1)[0]}`;
  }
}
