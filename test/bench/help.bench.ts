import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../cli/run-cli.ts';

const rounds = 30;
const wantedRatio = 1.5;

/** `mcp-risk --help` against a bare start of the same Node, in turn. */
export async function run(): Promise<void> {
  const bare: number[] = [];
  const help: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bare.push(milliseconds(['-e', '0']));
    help.push(milliseconds([join(projectRoot, 'cli/bin.js'), '--help']));
  }
  const ratio = median(help) / median(bare);
  console.log(`node -e 0        ${median(bare).toFixed(0)} ms`);
  console.log(`mcp-risk --help  ${median(help).toFixed(0)} ms`);
  console.log(`ratio ${ratio.toFixed(2)} (wanted: at most ${wantedRatio})`);
}

function milliseconds(args: string[]): number {
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return performance.now() - start;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
