import { readdir, readFile } from 'node:fs/promises';

const intervalMs = 250;

/**
 * Calls `onOver` once a process and its descendants together hold more memory of their own (heap,
 * anonymous and shared memory) than `maxBytes`. The kernel's limits count each process alone. Reads
 * `/proc`; without it nothing is watched. Returns how to stop.
 */
export function watchMemory(pid: number, maxBytes: number, onOver: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function look(): Promise<void> {
    const bytes = await memoryOfTree(pid);
    if (stopped) return;
    if (bytes > maxBytes) onOver();
    else timer = setTimeout(look, intervalMs).unref();
  }

  if (process.platform === 'linux') timer = setTimeout(look, intervalMs).unref();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

async function memoryOfTree(root: number): Promise<number> {
  let bytes = 0;
  const pids = [root];
  for (let pid = pids.pop(); pid !== undefined; pid = pids.pop()) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    for (const [, kibibytes] of status.matchAll(/^(?:RssAnon|RssShmem):\s+(\d+) kB$/gm)) {
      bytes += Number(kibibytes) * 1024;
    }
    pids.push(...(await childrenOf(pid)));
  }
  return bytes;
}

/** A child belongs to the thread that started it. */
async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    threads.map((thread) =>
      readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => ''),
    ),
  );
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}
