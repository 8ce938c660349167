import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Command lines of this machine's processes that carry the marker. */
export async function processesWith(marker: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (line.includes(marker)) found.push(line.replaceAll('\0', ' '));
  }
  return found;
}

/** Those that are left once the kernel had ten seconds to end them. */
export async function untilGone(marker: string): Promise<string[]> {
  for (let patience = 600; ; patience -= 1) {
    const found = await processesWith(marker);
    if (found.length === 0 || patience === 0) return found;
    await sleep(100);
  }
}
