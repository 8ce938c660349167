import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startVillage } from '../servers/http/village.ts';
import { runCli, temporaryHome } from './run-cli.ts';

test('--due crawls only what is due, also of the servers that are named', async (t) => {
  const home = temporaryHome(t);
  const village = await startVillage(3);
  t.after(() => village.close());
  const list = join(home, 'servers.json');
  writeFileSync(list, JSON.stringify(village.entries));
  assert.equal((await runCli(home, ['sync', '--registry', list])).code, 0);
  const crawl = async (...args: string[]) => {
    const { code, stdout, stderr } = await runCli(home, [
      ...['crawl', '--json', '--allow-private', '--contact', 'crawl.test'],
      ...args,
    ]);
    assert.equal(code, 0, stderr);
    const ends = stdout.split('\n').filter((line) => line !== '');
    return ends.map((line) => JSON.parse(line).serverId).sort();
  };
  const [s0, s1, s2] = ['village.test/s0', 'village.test/s1', 'village.test/s2'] as const;
  assert.deepEqual(await crawl(s1), [s1]);
  assert.deepEqual(await crawl('--due', s0, s1), [s0], 's1 was just crawled');
  assert.deepEqual(await crawl('--due'), [s2]);
  assert.ok(village.calls.every(({ caller }) => caller === 'crawl.test'));
});

test('options that mean nothing together or are no port are said before anything is done', async (t) => {
  const home = temporaryHome(t);
  const both = await runCli(home, ['crawl', '--due', '--all']);
  assert.equal(both.code, 2);
  assert.match(both.stderr, /--due and --all/);
  for (const command of ['start', 'serve']) {
    const { code, stderr } = await runCli(home, [command, '--port', '70000']);
    assert.equal(code, 2);
    assert.match(stderr, /--port takes a number from 0 to 65535, not "70000"/);
  }
  const beat = await runCli(home, ['worker', '--heartbeat', '5']);
  assert.equal(beat.code, 2);
  assert.match(beat.stderr, /--heartbeat takes a whole number from 10, not "5"/);
  const box = await runCli(home, ['crawl', '--sandbox', 'jail']);
  assert.equal(box.code, 2);
  assert.match(box.stderr, /Allowed choices are bubblewrap, sandbox-exec, docker, podman/);
  assert.ok(!existsSync(join(home, 'db')), 'no store was opened');
});
