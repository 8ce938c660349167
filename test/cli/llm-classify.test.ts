import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { answersFile } from '../../cli/answer-cache.ts';
import { answer, plainTool, shellTool, steeringTool } from '../classifier/llm/tools.ts';
import {
  type Behaviour,
  type SeenRequest,
  type ServiceState,
  startModelService,
} from './fake-model-service.ts';
import { runCli, temporaryHome } from './run-cli.ts';

const tools = [plainTool, shellTool, steeringTool, { ...plainTool, name: 'tidy_shelves' }];

async function open(
  t: TestContext,
  behave: (request: SeenRequest, count: number) => Behaviour,
  service: ServiceState = {},
) {
  const fake = await startModelService(t, behave, service);
  const home = temporaryHome(t);
  const input = join(home, 'in.jsonl');
  writeFileSync(
    input,
    tools.map((tool, n) => `${JSON.stringify({ id: `${n}`, tool })}\n`).join(''),
  );
  const env = { OPENAI_BASE_URL: fake.url, OPENAI_API_KEY: '', OPENAI_MODEL: 'm' };
  return {
    fake,
    home,
    async classify(...args: string[]) {
      const result = await runCli(home, ['classify', '--in', input, ...args], { env });
      const lines = result.stdout.split('\n').filter((line) => line !== '');
      return { ...result, labels: lines.map((line) => JSON.parse(line)) };
    },
  };
}

/** Does what the text of the definition tells it: everything is harmless. */
function obedient({ tool }: SeenRequest): Behaviour {
  const quotes = [{ pointer: '/name', quote: tool.name }];
  return { answer: answer({ operation: 'read', risk: 'low', quotes }) };
}

test('answers come in any time, labels go out in order; a second run asks nothing', async (t) => {
  const { fake, home, classify } = await open(t, ({ tool }, count) =>
    count === 1
      ? { status: 429, headers: { 'retry-after': '0' } }
      : {
          answer: answer({
            operation: 'destructive',
            risk: 'critical',
            quotes: [{ pointer: '/name', quote: tool.name }],
          }),
        },
  );
  const first = await classify('--llm', 'all');
  assert.equal(first.code, 0, first.stderr);
  assert.deepEqual(
    first.labels.map(({ id, operation, risk, decidedBy }) => [id, operation, risk, decidedBy]),
    tools.map((_, n) => [`${n}`, 'destructive', 'critical', 'llm']),
  );
  assert.match(first.stderr, /4 asked, 0 known, 4 used; \d+ tokens/);
  assert.equal(fake.seen.length, tools.length + 1);
  assert.ok(!existsSync(join(home, 'db')), 'no database is opened');

  appendFileSync(answersFile(home), '{"definitionHash": "half');
  const second = await classify('--llm', 'all');
  assert.deepEqual(second.labels, first.labels);
  assert.equal(fake.seen.length, tools.length + 1);

  const other = await classify('--llm', 'all', '--llm-model', 'another');
  assert.equal(other.code, 0);
  assert.equal(fake.seen.length, 2 * tools.length + 1, 'answers of two models are not mixed');
});

test('an obedient model makes nothing harmless', async (t) => {
  const { classify } = await open(t, obedient);
  const alone = await classify();
  const { labels } = await classify('--llm', 'all');
  assert.deepEqual([labels[1].operation, labels[1].risk], ['destructive', 'critical']);
  assert.deepEqual(labels[2].warnings, alone.labels[2].warnings);
  assert.equal(labels[2].operation, alone.labels[2].operation);
  assert.equal(labels[2].risk, alone.labels[2].risk);
});

test('by default no model is asked', async (t) => {
  const { fake, classify } = await open(t, obedient);
  assert.equal((await classify()).code, 0);
  assert.equal(fake.seen.length, 0);
});

test('without a working service every label is there, the reason is said and the code is 3', async (t) => {
  const { fake, classify } = await open(t, () => ({ status: 401 }));
  const alone = await classify();
  const { code, labels, stderr } = await classify('--llm', 'all');
  assert.equal(code, 3);
  assert.deepEqual(labels, alone.labels);
  assert.match(stderr, /stopped: the service answered 401/);
  assert.ok(fake.seen.length <= tools.length);
});

test('where every request failed the code is 3, however few they were', async (t) => {
  const { classify } = await open(t, () => ({ status: 400 }));
  const { code, labels, stderr } = await classify('--llm', 'all');
  assert.equal(code, 3);
  assert.equal(labels.length, tools.length);
  assert.match(stderr, /4 asked \(4 failed\), 0 known, 0 used/);
  assert.match(stderr, /4 left out: the service answered 400/);
  const partly = await open(t, (request, count) =>
    count === 1 ? obedient(request) : { status: 400 },
  );
  assert.equal((await partly.classify('--llm', 'all')).code, 0);
});

test('a batch whose every request failed leaves every label, and the code is 3', async (t) => {
  for (const [batchStatus, outputFile] of [
    ['completed', 'out'],
    ['completed', null],
    ['failed', null],
  ] as const) {
    const { classify } = await open(t, () => ({ status: 500 }), { batchStatus, outputFile });
    const { code, labels, stderr } = await classify('--llm', 'all', '--llm-batch');
    assert.equal(code, 3, stderr);
    assert.equal(labels.length, tools.length);
    assert.match(
      stderr,
      new RegExp(
        `stopped: the batch ended as ${batchStatus}, without one reply of the model; 4 not asked`,
      ),
    );
  }
});

test('a cap ends the asking, keeps what was answered, and is no failure', async (t) => {
  const { fake, home, classify } = await open(t, obedient);
  const cap = ['--llm-max-cost', '0.0105', '--llm-price', '1,1'];
  const { code, labels, stderr } = await classify('--llm', 'all', ...cap);
  assert.equal(code, 0);
  assert.equal(labels.length, tools.length);
  assert.match(stderr, /stopped: the next request could pass the cap; [1-3] not asked/);
  assert.ok(fake.seen.length > 0 && fake.seen.length < tools.length);
  const kept = readFileSync(answersFile(home), 'utf8').match(/"definitionHash"/g);
  assert.equal(kept?.length, fake.seen.length);
});

test('a cap is reached also where the service says that nothing was used', async (t) => {
  const { fake, classify } = await open(t, ({ tool }) => {
    const content = JSON.stringify(answer({ quotes: [{ pointer: '/name', quote: tool.name }] }));
    const usage = { prompt_tokens: 0, completion_tokens: 0 };
    return { raw: JSON.stringify({ choices: [{ message: { content } }], usage }) };
  });
  const { code, stderr } = await classify('--llm', 'all', '--llm-max-tokens', '9500');
  assert.equal(code, 0);
  assert.match(stderr, /stopped: the next request could pass the cap; [1-3] not asked/);
  assert.ok(fake.seen.length < tools.length);
});

test('a batch answers first, the labels follow', async (t) => {
  const { fake, classify } = await open(t, obedient);
  const { code, labels, stderr } = await classify('--llm', 'all', '--llm-batch');
  assert.equal(code, 0, stderr);
  assert.equal(labels.length, tools.length);
  assert.equal(fake.seen.length, 0);
  assert.equal(fake.batches[0]?.lines.length, tools.length);
  assert.match(stderr, /batch: completed, 4 answered/);
  assert.match(stderr, /0 asked, 4 known, 4 used/);
});

test('a service that takes no batch leaves every label, the reason is said and the code is 3', async (t) => {
  const { fake, classify } = await open(t, obedient, { filesStatus: 401 });
  const alone = await classify();
  const { code, labels, stderr } = await classify('--llm', 'all', '--llm-batch');
  assert.equal(code, 3);
  assert.deepEqual(labels, alone.labels);
  assert.match(stderr, /stopped: http:.*: the service answered 401; 4 not asked/);
  assert.equal(fake.batches.length, 0);
});

test('options that do not fit together say what to do', async (t) => {
  const { classify } = await open(t, obedient);
  for (const [args, says] of [
    [['--llm-batch'], /goes with --llm/],
    [['--llm', 'all', '--llm-max-cost', '1'], /needs --llm-price/],
    [['--llm', 'all', '--llm-price', '1'], /two numbers/],
    [['--llm', 'all', '--llm-max-tokens', 'many'], /whole number/],
    [['--llm', 'uncertain', '--llm-below', 'x'], /--llm-below takes a number/],
    [['--llm', 'uncertain', '--llm-below', '3'], /--llm-below takes a number from 0 to 1, not 3/],
    [['--llm', 'sometimes'], /Allowed choices/],
  ] as const) {
    const { code, stderr } = await classify(...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(stderr, says);
  }
});
