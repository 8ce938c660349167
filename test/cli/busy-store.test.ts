import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { type TestContext, test } from 'node:test';
import { lockStore } from '../../db/lock.ts';
import { finished, startCli, temporaryHome } from './run-cli.ts';

/** A command on a store that this process holds, once it says that it waits. */
async function waiting(t: TestContext, args: string[]) {
  const home = temporaryHome(t);
  const lock = await lockStore(home);
  t.after(() => lock.release());
  const child = startCli(home, args);
  const result = finished(child);
  await Promise.race([said(child, /waiting/), result]);
  return { home, lock, child, result };
}

function said(child: ChildProcess, words: RegExp): Promise<void> {
  return new Promise((resolve) => {
    let text = '';
    child.stderr?.on('data', (chunk) => {
      text += chunk;
      if (words.test(text)) resolve();
    });
  });
}

test('a command waits for a store that is given free, and says so at once', async (t) => {
  const { home, lock, result } = await waiting(t, ['status', '--json']);
  lock.release();
  const { code, stdout, stderr } = await result;
  assert.equal(code, 0, stderr);
  const note = `waiting up to 10 s for the store in ${home}, which process ${process.pid} uses`;
  assert.deepEqual(stderr.trim().split('\n'), [note]);
  assert.equal(JSON.parse(stdout).servers.total, 0);
});

test('a store that stays in use is refused after that, with what to do', async (t) => {
  const { result } = await waiting(t, ['status', '--json']);
  const { code, stdout, stderr } = await result;
  assert.equal(code, 2);
  assert.match(stderr, /^waiting .*\nmcp-risk: The store in .* is in use by process \d+\. Wait/);
  assert.match(JSON.parse(stdout).error.message, /is in use by process/);
});

test('a command that waits can be interrupted', async (t) => {
  const { child, result } = await waiting(t, ['export', 'x.gz']);
  child.kill('SIGINT');
  const { code, stderr } = await result;
  assert.equal(code, 130, stderr);
  assert.match(stderr, /interrupted/);
});
