import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { describe, test } from 'node:test';

const moduleUrl = new URL('../../crawler/sandbox/start-launch.ts', import.meta.url).href;

/**
 * Prints what is behind each descriptor that a started program has, and before that how an earlier start ended
 * which found one descriptor left.
 */
const script = `
  import { closeSync, openSync } from 'node:fs';
  const { startLaunch } = await import(${JSON.stringify(moduleUrl)});
  const [file, short] = process.argv.slice(1);
  const list = 'for n in /proc/self/fd/*; do echo $(basename $n) $(readlink $n); done; cat <&3';
  const launch = { command: '/bin/sh', args: ['-c', list], env: {}, cwd: '/', files: [file] };
  const taken = [];
  try {
    while (short) taken.push(openSync('/dev/null'));
  } catch {
    closeSync(taken.pop());
    try {
      startLaunch(launch);
    } catch ({ code }) {
      console.log(code);
    }
  }
  for (const descriptor of taken) closeSync(descriptor);
  startLaunch(launch).stdout.pipe(process.stdout);
`;

/** What the started program says, where the crawler was started with a folder as this descriptor. */
function startWith(descriptor: number, ...more: string[]): string {
  const folder = openSync('/usr', 'r');
  try {
    const between = Array.from({ length: descriptor - 3 }, () => 'ignore' as const);
    const file = new URL('processes.ts', import.meta.url).pathname;
    const node = [process.execPath, '--input-type=module', '-e', script, file, ...more];
    return execFileSync('/bin/sh', ['-c', 'ulimit -n 300 && exec "$@"', 'sh', ...node], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit', ...between, folder],
    });
  } finally {
    closeSync(folder);
  }
}

describe('a started program has its files and no descriptor that the crawler was started with', {
  skip: process.platform !== 'linux' && 'reads /proc',
}, () => {
  for (const [title, descriptor] of Object.entries({ 'one of the first': 20, 'a high one': 400 })) {
    test(title, () => {
      const said = startWith(descriptor);
      assert.doesNotMatch(said, /^\d+ \/usr$/m);
      assert.match(said, /^3 .*\/processes\.ts$/m);
      assert.match(said, /export async function processesWith/);
    });
  }

  test('one of the first, where an earlier start failed for want of descriptors', () => {
    const said = startWith(20, 'short');
    assert.match(said, /^EMFILE$/m);
    assert.doesNotMatch(said, /^\d+ \/usr$/m);
  });
});
