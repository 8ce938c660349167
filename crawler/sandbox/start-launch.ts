import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { devNull } from 'node:os';
import type { Launch } from './sandbox.ts';
import { unlessGone } from './unless-gone.ts';

/**
 * Starts a command line as the leader of a process group. Of the descriptors that this process was started
 * with it gets none: by that of a folder, confined code would reach every file.
 * @throws what `spawn` throws for arguments too long for the system or with a NUL in them, `EMFILE` where
 *   no descriptor is left, and for a file that cannot be read
 */
export function startLaunch(launch: Launch): ChildProcessWithoutNullStreams {
  const { command, args, env, cwd, files = [] } = launch;
  const opened: number[] = [];
  const open = (file: string): number => {
    const descriptor = openSync(file, 'r');
    opened.push(descriptor);
    return descriptor;
  };
  try {
    const stdio: ('pipe' | 'ignore' | number)[] = ['pipe', 'pipe', 'pipe', ...files.map(open)];
    for (const descriptor of inheritedDescriptors()) {
      if (descriptor < stdio.length) continue;
      stdio.push(...Array<'ignore'>(descriptor - stdio.length).fill('ignore'), open(devNull));
    }
    const child = spawn(command, args, { cwd, env, stdio, detached: true });
    if (!child.stdout) throw withoutPipes(child);
    return child as ChildProcessWithoutNullStreams;
  } finally {
    for (const descriptor of opened) closeSync(descriptor);
  }
}

/** Node makes no pipes where no descriptor is left, and tells of it too late for whoever uses them. */
function withoutPipes(child: ChildProcess): Error {
  child.once('error', () => {});
  return Object.assign(new Error('no descriptor is left'), { code: 'EMFILE' });
}

/** `O_CLOEXEC` as Linux prints it. */
const closeOnExec = 0o2000000;
/** That of the script which a shell reads; a start takes a microsecond for each number up to the highest. */
const highest = 255;
let inherited: number[] | undefined;

/**
 * Those that whoever started this process left open, in their order: Node opens none that a child would
 * get, and of these it closes only the first few. None where there is no `/proc`. High ones, which nothing
 * of this process knows and which may be over its limit by now, are closed.
 */
function inheritedDescriptors(): readonly number[] {
  if (inherited) return inherited;
  const passedOn = descriptors().filter(isPassedOn);
  for (const descriptor of passedOn.filter((number) => number > highest)) closeSync(descriptor);
  inherited = passedOn.filter((number) => number <= highest);
  return inherited;
}

function isPassedOn(descriptor: number): boolean {
  const flags = unlessGone(() => readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8'));
  const [, octal] = /^flags:\s+([0-7]+)$/m.exec(flags ?? '') ?? [];
  return octal !== undefined && (Number.parseInt(octal, 8) & closeOnExec) === 0;
}

function descriptors(): number[] {
  const names = unlessGone(() => readdirSync('/proc/self/fdinfo')) ?? [];
  return names.map(Number).sort((a, b) => a - b);
}
