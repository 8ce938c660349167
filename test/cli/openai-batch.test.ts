import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { ToolDefinition } from '../../classifier/definition.ts';
import { hashDefinition } from '../../classifier/hash.ts';
import { mostTokens, openBudget } from '../../classifier/llm/budget.ts';
import { questionAbout } from '../../classifier/llm/prompt.ts';
import { openAnswerCache } from '../../cli/answer-cache.ts';
import { openModelService } from '../../cli/openai.ts';
import { answerInBatch, type BatchRun } from '../../cli/openai-batch.ts';
import { UserError } from '../../cli/user-error.ts';
import { answer, plainTool } from '../classifier/llm/tools.ts';
import { type Behaviour, type ServiceState, startModelService } from './fake-model-service.ts';
import { temporaryHome } from './run-cli.ts';

const tools = Array.from(
  { length: 4 },
  (_, n): ToolDefinition => ({ ...plainTool, name: `tidy_shelf_${n}` }),
);

async function* candidates() {
  for (const definition of [...tools, ...tools]) {
    yield { hash: hashDefinition(definition), definition };
  }
}

async function open(
  t: TestContext,
  behave: (tool: ToolDefinition) => Behaviour,
  options: ServiceState = {},
) {
  const fake = await startModelService(t, ({ tool }) => behave(tool), options);
  const env = { OPENAI_BASE_URL: fake.url };
  const service = await openModelService({ model: 'm', timeoutMs: 10_000, env });
  const home = temporaryHome(t);
  const run: BatchRun = {
    service,
    home,
    cache: await openAnswerCache(home, service),
    budget: openBudget({ tokens: 1e9 }),
    candidates: candidates(),
    async sleep(_, signal) {
      signal.throwIfAborted();
    },
    signal: new AbortController().signal,
    note() {},
  };
  return { fake, run, state: join(home, 'llm', 'batch.json') };
}

test('a batch asks about each definition once and keeps the answers for good', async (t) => {
  const { fake, run, state } = await open(
    t,
    (tool) => {
      if (tool.name.endsWith('1')) return { status: 500 };
      if (tool.name.endsWith('2')) return { raw: '{"custom_id": "../../x"}' };
      return { answer: answer() };
    },
    { pollsUntilEnd: 3 },
  );
  assert.deepEqual(await answerInBatch(run), {
    status: 'completed',
    answered: 2,
    hasReplies: true,
    dropped: { 'the service answered 500': 1, 'a broken reply': 1 },
  });
  assert.equal(fake.batches.length, 1);
  assert.equal(fake.batches[0]?.lines.length, tools.length);
  assert.equal(fake.batches[0]?.polls, 3);
  assert.ok(!existsSync(state), 'nothing is left to wait for');
  const kept = await openAnswerCache(run.home, run.service);
  assert.deepEqual(
    tools.map((tool) => kept.get(hashDefinition(tool)) !== undefined),
    [true, false, false, true],
  );
});

test('a reply that is longer than any can be is left out, the others count', async (t) => {
  const { run } = await open(t, (tool) =>
    tool.name.endsWith('2') ? { endless: 200 } : { answer: answer() },
  );
  assert.deepEqual(await answerInBatch(run), {
    status: 'completed',
    answered: 3,
    hasReplies: true,
    dropped: { 'longer than a reply can be': 1 },
  });
});

test('after an interruption the same batch is waited for, not paid for again', async (t) => {
  const { fake, run, state } = await open(t, () => ({ answer: answer() }), { pollsUntilEnd: 2 });
  const reason = new UserError('interrupted');
  const interrupted = {
    ...run,
    sleep: async () => {
      throw reason;
    },
  };
  await assert.rejects(answerInBatch(interrupted), reason);
  assert.ok(existsSync(state));
  const { answered } = await answerInBatch({ ...run, candidates: candidates() });
  assert.equal(answered, tools.length);
  assert.equal(fake.batches.length, 1);
});

test('what is known is not asked again; with nothing to ask no batch is made', async (t) => {
  const { fake, run } = await open(t, () => ({ answer: answer() }));
  await answerInBatch(run);
  const again = await answerInBatch({ ...run, candidates: candidates() });
  assert.deepEqual(again, { answered: 0, hasReplies: false, dropped: {} });
  assert.equal(fake.batches.length, 1);
});

test('a batch holds no more than the cap allows', async (t) => {
  const { fake, run } = await open(t, () => ({ answer: answer() }));
  const most = mostTokens(questionAbout(tools[0] ?? assert.fail()) ?? assert.fail());
  const budget = openBudget({ tokens: 2 * (most.input + most.output) });
  assert.equal((await answerInBatch({ ...run, budget })).answered, 2);
  assert.equal(fake.batches[0]?.lines.length, 2);
});

test('a batch that fails leaves the labels as they are', async (t) => {
  const { run, state } = await open(t, () => ({ raw: '' }), { batchStatus: 'failed' });
  assert.deepEqual(await answerInBatch(run), {
    status: 'failed',
    answered: 0,
    hasReplies: false,
    dropped: {},
  });
  assert.ok(!existsSync(state));
});
