import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startVillage } from '../servers/http/village.ts';
import { startModelService } from './fake-model-service.ts';
import { runCli, startCli, temporaryHome } from './run-cli.ts';

const builtFromLabels =
  /"classify","event":"started".*"build","event":"started".*"build","event":"finished"/s;

test('one command does all on the store of this machine: sync, crawl, classify and build', async (t) => {
  const home = temporaryHome(t);
  const village = await startVillage(10);
  t.after(() => village.close());
  const list = join(home, 'servers.json');
  writeFileSync(list, JSON.stringify(village.entries));
  const fake = await startModelService(t, () => ({ refusal: 'no opinion' }));
  const env = { OPENAI_BASE_URL: fake.url, OPENAI_API_KEY: '', OPENAI_MODEL: 'm' };
  const args = ['worker', '--registry', list, '--allow-private', '--llm', 'all', '--json'];
  const child = startCli(home, args, env);
  let output = '';
  let notes = '';
  child.stderr?.on('data', (text) => (notes += text));
  child.stdout?.on('data', (text) => (output += text));
  const closed = once(child, 'close');
  const isBuilt = () =>
    output.split('"event":"crawled"').length > 10 &&
    builtFromLabels.test(output.slice(output.lastIndexOf('"event":"crawled"')));
  while (child.exitCode === null && !isBuilt()) await sleep(100);
  child.kill('SIGINT');
  assert.deepEqual(await closed, [0, null]);
  assert.doesNotMatch(output, /"event":"error"/);

  const asked = new Set(fake.seen.map(({ tool }) => tool.name));
  assert.equal(asked.size, 10, 'a second opinion on each definition');
  assert.match(notes, /second opinion: .* left out/);

  const page = readFileSync(join(home, 'site/servers/village.test~s0.json'), 'utf8');
  assert.equal(JSON.parse(page).tools.length, 2);
  const status = JSON.parse((await runCli(home, ['status', '--json'])).stdout);
  assert.deepEqual([status.servers.byOutcome.listed, status.servers.byOutcome.failed], [9, 1]);
  assert.deepEqual([status.schedule.due, status.schedule.leased], [0, 0]);
  assert.deepEqual([status.tools.current, status.definitions.unjudged], [18, 0]);
});

test('a job that is none is a mistake of the caller', async (t) => {
  const { code, stderr } = await runCli(temporaryHome(t), ['worker', '--jobs', 'sync,mine']);
  assert.equal(code, 2);
  assert.match(stderr, /--jobs takes sync, crawl, classify, build, not "mine"/);
});
