import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { crawlAll } from '../../crawler/crawl-all.ts';
import { crawlContext } from '../../crawler/crawl-context.ts';
import { findSandbox } from '../../crawler/sandbox/find-sandbox.ts';
import type { ServerEntry } from '../../crawler/server-entry.ts';
import { hostileEntry, installHostilePackage } from '../crawler/hostile-package.ts';

/** Short rounds in turn, so that what else the machine does weighs on both alike; so many that its median stands. */
const rounds = 30;
/** Rounds before the compiler has settled are not counted. */
const warmUp = 3;
const servers = 40;
const concurrency = 4;
const wantedRatio = 0.87;

/** Servers probed in the sandbox against bare spawns of the same program asked the same two questions. */
export async function run(): Promise<void> {
  const cacheDir = await mkdtemp(join(tmpdir(), 'mcp-risk-bench-'));
  try {
    await installHostilePackage(cacheDir);
    const program = join(cacheDir, 'npm/packages/hostile-server@1.0.0/node_modules/hostile-server');
    const sandbox = await findSandbox(cacheDir);
    if (!sandbox) throw new Error('no sandbox on this machine');
    const context = crawlContext({ cacheDir, sandbox });
    const rates = { bare: [] as number[], probed: [] as number[] };
    for (let round = 0; round < warmUp + rounds; round += 1) {
      const bare = await perMinute(() => spawnAll(join(program, 'hostile-server.mjs')));
      const probed = await perMinute(async () => {
        await crawlAll(entries(), context, {
          concurrency,
          onOutcome(outcome) {
            if (outcome.kind !== 'listed') throw new Error(JSON.stringify(outcome));
          },
        });
      });
      if (round < warmUp) continue;
      rates.bare.push(bare);
      rates.probed.push(probed);
    }
    const ratio = median(rates.probed.map((rate, round) => rate / (rates.bare[round] ?? 1)));
    console.log(`bare spawn         ${median(rates.bare).toFixed(0)} servers a minute`);
    console.log(`probed in ${sandbox.kind}  ${median(rates.probed).toFixed(0)} servers a minute`);
    console.log(`ratio ${ratio.toFixed(2)} (wanted: at least ${wantedRatio})`);
  } finally {
    await rm(cacheDir, { recursive: true, force: true });
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function* entries(): Generator<ServerEntry> {
  for (let index = 0; index < servers; index += 1) yield hostileEntry('honest');
}

async function perMinute(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (servers / (performance.now() - start)) * 60_000;
}

async function spawnAll(file: string): Promise<void> {
  let left = servers;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await spawnOne(file);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

/** The least that gives a list: start, initialize, tools/list, end. */
function spawnOne(file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // As bare as in the sandbox: settings such as NODE_EXTRA_CA_CERTS double the start of Node.
    const child = spawn(process.execPath, [file, 'honest'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {},
      // A session of its own as in the sandbox: the kernel shares out its time by sessions.
      detached: true,
    });
    const ask = (id: number, method: string) =>
      child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', id, method, params: {} })}\n`);
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (JSON.parse(line).id === 1) ask(2, 'tools/list');
      else child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('close', () => resolve());
    ask(1, 'initialize');
  });
}
