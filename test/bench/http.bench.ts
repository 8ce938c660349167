import { fork } from 'node:child_process';
import { once } from 'node:events';
import { crawlCrowd, expectedEnds } from '../servers/http/crowd.ts';

const size = Number(process.env.BENCH_SERVERS ?? 10_000);
const concurrency = 48;
const mostMegabytes = 400;

/**
 * Crawls 10,000 HTTP servers in one run, a fifth of them hanging, dead, slow or malformed. Each must
 * have its outcome, and the memory of the crawler must stay flat.
 */
export async function run(): Promise<void> {
  const servers = fork(new URL('../servers/http/crowd-process.ts', import.meta.url));
  const [port] = (await once(servers, 'message')) as [number];
  const halves = [0, 0];
  const started = performance.now();
  try {
    const {
      ends,
      servers: done,
      surprises,
    } = await crawlCrowd({
      size,
      port,
      concurrency,
      patienceMs: 10_000,
      onOutcome(count) {
        const half = count <= size / 2 ? 0 : 1;
        halves[half] = Math.max(halves[half] ?? 0, process.memoryUsage.rss());
        if (count % 1_000 === 0) report(`${count} crawled`, process.memoryUsage.rss());
      },
    });
    const seconds = (performance.now() - started) / 1000;
    console.log(`${done} servers, each with an outcome, in ${seconds.toFixed(0)} s`);
    console.log(`${((done / seconds) * 60).toFixed(0)} servers a minute`);
    const expected = expectedEnds(size);
    for (const [end, count] of [...ends].sort()) {
      console.log(`  ${end}: ${count} (expected ${expected.get(end) ?? 0})`);
    }
    for (const outcome of surprises.slice(0, 5)) console.log(JSON.stringify(outcome));
    const [first = 0, second = 0] = halves;
    report('most in the first half', first);
    report('most in the second half', second);
    console.log(
      `ratio to the limit of ${mostMegabytes} MB: ${(megabytes(second) / mostMegabytes).toFixed(2)}`,
    );
    const isComplete =
      done === size && [...expected].every(([end, count]) => ends.get(end) === count);
    if (!isComplete || megabytes(Math.max(first, second)) > mostMegabytes) process.exitCode = 1;
  } finally {
    servers.disconnect();
  }
}

function megabytes(bytes: number): number {
  return bytes / 1_000_000;
}

function report(what: string, rss: number): void {
  console.log(`${what}: ${megabytes(rss).toFixed(0)} MB`);
}
