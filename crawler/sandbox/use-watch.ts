import { readdirSync, readFileSync, readlinkSync, statfsSync } from 'node:fs';
import type { SandboxLimits } from '../limits.ts';
import { home } from './etc-folder.ts';
import { unlessGone } from './unless-gone.ts';

const intervalMs = 250;
/** `TMPFS_MAGIC` of linux/magic.h. */
const tmpfs = 0x01021994;

/**
 * Calls `onOver`, with what was too much, once a process and its descendants together hold more memory of
 * their own (heap, anonymous and shared memory, also swapped, tables of pages), more descriptors, or more files in a
 * private home or sockets in a private network than they may. The kernel's limits count each process alone,
 * of files their bytes, and sockets not at all.
 * Reads `/proc`; without it nothing is watched. Calls `onBlind` where it cannot be read, as when the crawler has
 * no descriptor left: nobody watches any more then. Returns how to stop.
 */
export function watchUse(
  pid: number,
  limits: SandboxLimits,
  onOver: (message: string) => void,
  onBlind: (error: unknown) => void,
): () => void {
  if (process.platform !== 'linux') return () => {};
  const stop = () => clearInterval(timer);
  const timer = setInterval(() => {
    let message: string | undefined;
    try {
      message = overUse(pid, limits);
    } catch (error) {
      stop();
      onBlind(error);
      return;
    }
    if (message === undefined) return;
    stop();
    onOver(message);
  }, intervalMs).unref();
  return stop;
}

/** Synchronous: `/proc` is memory, and to hand a read to another thread costs ten times the read. */
function overUse(
  root: number,
  { memoryBytes, files, fileBytes, descriptors, sockets }: SandboxLimits,
): string | undefined {
  let bytes = 0;
  let opened = 0;
  const pids = [root];
  for (let pid = pids.pop(); pid !== undefined; pid = pids.pop()) {
    const threads = threadsOf(pid);
    pids.push(...threads.flatMap(childrenOf));
    const living = livingOf([`/proc/${pid}`, ...threads]);
    if (living === undefined) continue;
    const { folder, status } = living;
    bytes += memoryIn(status);
    if (bytes > memoryBytes) return `used more than ${memoryBytes} bytes of memory`;
    opened += unlessGone(() => readdirSync(`${folder}/fd`))?.length ?? tableSizeIn(status);
    if (opened > descriptors) return `opened more than ${descriptors} descriptors`;
    if (filesOf(folder, fileBytes) > files) return `made more than ${files} files`;
    if (socketsOf(folder) > sockets) return `opened more than ${sockets} sockets`;
  }
  return undefined;
}

/** Their folders in `/proc`. */
function threadsOf(pid: number): string[] {
  const folder = `/proc/${pid}/task`;
  return (unlessGone(() => readdirSync(folder)) ?? []).map((thread) => `${folder}/${thread}`);
}

/** The folder of a process is that of its first thread, which shows nothing once it has ended, though others live. */
function livingOf(folders: readonly string[]): { folder: string; status: string } | undefined {
  for (const folder of folders) {
    const status = unlessGone(() => readFileSync(`${folder}/status`, 'utf8')) ?? '';
    if (status.includes('\nVmRSS:')) return { folder, status };
  }
  return undefined;
}

/** Room for descriptors, no less than a process has opened, which it can hide from others of its user. */
function tableSizeIn(status: string): number {
  const [, size] = /^FDSize:\s+(\d+)$/m.exec(status) ?? [];
  return Number(size ?? 0);
}

/** In the swap too: a process can send its memory there. Reserved large pages are in no other of these sums. */
const memory = /^(?:RssAnon|RssShmem|VmSwap|VmPTE|HugetlbPages):\s+(\d+) kB$/gm;

/** Bytes that a process has of its own, from its `status`. */
export function memoryIn(status: string): number {
  let bytes = 0;
  for (const [, kibibytes] of status.matchAll(memory)) bytes += Number(kibibytes) * 1024;
  return bytes;
}

/**
 * Those of the home that the process sees, where that is a private one: each takes a kilobyte of the
 * kernel, and bubblewrap limits their bytes alone.
 */
function filesOf(folder: string, fileBytes: number): number {
  const seen = unlessGone(() => statfsSync(`${folder}/root${home}`));
  const isPrivate = seen?.type === tmpfs && seen.blocks * seen.bsize === fileBytes;
  return isPrivate ? seen.files - seen.ffree : 0;
}

/**
 * Those of the network that the process sees, where that is a private one, with those that no descriptor
 * leads to any more: what was written into them stays until it is read.
 */
function socketsOf(folder: string): number {
  const network = unlessGone(() => readlinkSync(`${folder}/ns/net`));
  if (network === undefined || network === readlinkSync('/proc/self/ns/net')) return 0;
  const counts = unlessGone(() => readFileSync(`${folder}/net/sockstat`, 'utf8')) ?? '';
  const [, used] = /^sockets: used (\d+)$/m.exec(counts) ?? [];
  return Number(used ?? 0);
}

/** A child belongs to the thread that started it. */
function childrenOf(thread: string): number[] {
  const list = unlessGone(() => readFileSync(`${thread}/children`, 'utf8')) ?? '';
  return list.split(' ').filter(Boolean).map(Number);
}
