import { readdirSync, readFileSync } from 'node:fs';

const intervalMs = 250;

/**
 * Calls `onOver` once a process and its descendants together hold more memory of their own (heap,
 * anonymous and shared memory) than `maxBytes`. The kernel's limits count each process alone. Reads
 * `/proc`; without it nothing is watched. Returns how to stop.
 */
export function watchMemory(pid: number, maxBytes: number, onOver: () => void): () => void {
  if (process.platform !== 'linux') return () => {};
  const timer = setInterval(() => {
    if (memoryOfTree(pid) <= maxBytes) return;
    clearInterval(timer);
    onOver();
  }, intervalMs).unref();
  return () => clearInterval(timer);
}

/** Synchronous: `/proc` is memory, and to hand a read to another thread costs ten times the read. */
function memoryOfTree(root: number): number {
  let bytes = 0;
  const pids = [root];
  for (let pid = pids.pop(); pid !== undefined; pid = pids.pop()) {
    const status = unlessGone(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '';
    for (const [, kibibytes] of status.matchAll(/^(?:RssAnon|RssShmem):\s+(\d+) kB$/gm)) {
      bytes += Number(kibibytes) * 1024;
    }
    pids.push(...childrenOf(pid));
  }
  return bytes;
}

/** A child belongs to the thread that started it. */
function childrenOf(pid: number): number[] {
  const threads = unlessGone(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  return threads.flatMap((thread) => {
    const file = `/proc/${pid}/task/${thread}/children`;
    const list = unlessGone(() => readFileSync(file, 'utf8')) ?? '';
    return list.split(' ').filter(Boolean).map(Number);
  });
}

/** Undefined when the process or thread has ended by now. */
function unlessGone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
