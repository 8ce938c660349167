import { spawn } from 'node:child_process';
import { cleanText } from '../clean-text.ts';
import { lastWords } from '../last-words.ts';
import { asShortage } from '../shortage.ts';
import { CrawlEnded } from '../transports/transport.ts';

const maxOutputBytes = 64 * 1024;

export interface InstallerRun {
  command: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  timeoutMs: number;
  signal: AbortSignal;
  /** Paths and addresses of this machine that must not show in a message. */
  secrets: string[];
  /** Finds the error in the output; without one its last error line is taken. */
  readError?(output: string): string | undefined;
  /** Matches an error that says that there is no such package or version. */
  unknown: RegExp;
}

/**
 * Runs an installer to its end, with all its children in one process group.
 * @throws {CrawlEnded} step `resolve` or `install`, with the installer's own last words; `skipped` where it
 *   could not be started for want of descriptors or the like
 */
export async function runInstaller(run: InstallerRun): Promise<void> {
  const { command, args, cwd, env, timeoutMs, signal } = run;
  if (signal.aborted) throw interrupted(signal);
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    // There are none where no descriptor was left.
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-maxOutputBytes);
    });
  }
  let ended: CrawlEnded | undefined;
  const end = (reason: CrawlEnded) => {
    ended ??= reason;
    if (child.pid !== undefined) killGroup(child.pid);
  };
  const onAbort = () => end(interrupted(signal));
  const timer = setTimeout(
    () => end(failed('install', `took longer than ${timeoutMs / 1000} s`)),
    timeoutMs,
  );
  signal.addEventListener('abort', onAbort, { once: true });
  const code = await new Promise<number | string | null>((resolve) => {
    child.once('error', (error) => {
      ended ??= asShortage(error);
      resolve(error.message);
    });
    child.once('close', resolve);
  });
  clearTimeout(timer);
  signal.removeEventListener('abort', onAbort);
  if (ended) throw ended;
  if (code === 0) return;
  const error = run.readError?.(output) ?? lastWords(output, run.secrets);
  if (run.unknown.test(error)) throw failed('resolve', 'there is no such package or version');
  throw failed('install', cleanText(error, 400, run.secrets) || `the installer ended with ${code}`);
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

function interrupted({ reason }: AbortSignal): CrawlEnded {
  if (reason instanceof CrawlEnded) return reason;
  return new CrawlEnded({ kind: 'skipped', reason: 'interrupted' }, { cause: reason });
}

function failed(step: 'resolve' | 'install', message: string): CrawlEnded {
  return new CrawlEnded({ kind: 'failed', step, message });
}
