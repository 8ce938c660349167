import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { test } from 'node:test';

const moduleUrl = new URL('../../crawler/sandbox/start-launch.ts', import.meta.url).href;

/** Prints what is behind each descriptor that a started program has. */
const script = `
  const { startLaunch } = await import(${JSON.stringify(moduleUrl)});
  const list = 'for n in /proc/self/fd/*; do echo $(basename $n) $(readlink $n); done; cat <&3';
  const files = [process.argv[1]];
  const child = startLaunch({ command: '/bin/sh', args: ['-c', list], env: {}, cwd: '/', files });
  child.stdout.pipe(process.stdout);
`;

test('a started program has its files and no descriptor that the crawler was started with', {
  skip: process.platform !== 'linux' && 'reads /proc',
}, () => {
  const folder = openSync('/usr', 'r');
  try {
    const between = Array.from({ length: 17 }, () => 'ignore' as const);
    const said = execFileSync(
      process.execPath,
      ['--input-type=module', '-e', script, new URL('processes.ts', import.meta.url).pathname],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit', ...between, folder] },
    );
    assert.doesNotMatch(said, /^\d+ \/usr$/m);
    assert.match(said, /^3 .*\/processes\.ts$/m);
    assert.match(said, /export async function processesWith/);
  } finally {
    closeSync(folder);
  }
});
