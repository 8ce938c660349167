import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCli, startCli, temporaryHome } from './run-cli.ts';

test('a worker does the jobs it was given until Ctrl-C, and leaves the store free', async (t) => {
  const home = temporaryHome(t);
  const child = startCli(home, ['worker', '--jobs', 'sync,classify', '--json']);
  let output = '';
  child.stdout?.on('data', (text) => (output += text));
  const closed = once(child, 'close');
  const isDone = (job: string) => output.includes(`{"job":"${job}","event":"finished"}`);
  while (child.exitCode === null && !(isDone('sync') && isDone('classify'))) await sleep(50);
  child.kill('SIGINT');
  assert.deepEqual(await closed, [0, null]);
  assert.doesNotMatch(output, /"event":"error"/);

  const status = JSON.parse((await runCli(home, ['status', '--json'])).stdout);
  assert.ok(status.servers.total > 50);
  assert.equal(status.servers.byOutcome.never, status.servers.total);
});

test('a job that is none is a mistake of the caller', async (t) => {
  const { code, stderr } = await runCli(temporaryHome(t), ['worker', '--jobs', 'sync,mine']);
  assert.equal(code, 2);
  assert.match(stderr, /--jobs takes sync, crawl, classify, build, not "mine"/);
});
