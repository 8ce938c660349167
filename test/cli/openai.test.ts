import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import type { AskOutcome } from '../../classifier/llm/ask.ts';
import { questionAbout } from '../../classifier/llm/prompt.ts';
import { openModelService } from '../../cli/openai.ts';
import { UserError } from '../../cli/user-error.ts';
import { answer, plainTool } from '../classifier/llm/tools.ts';
import { type Behaviour, startModelService } from './fake-model-service.ts';

const question = questionAbout(plainTool) ?? assert.fail();
const never = new AbortController().signal;

async function open(t: TestContext, behaviour: Behaviour, timeoutMs = 10_000) {
  const fake = await startModelService(t, () => behaviour);
  const env = { OPENAI_BASE_URL: fake.url, OPENAI_API_KEY: 'a-key', OPENAI_MODEL: 'm' };
  return { fake, service: await openModelService({ model: undefined, timeoutMs, env }) };
}

async function outcomeOf(t: TestContext, behaviour: Behaviour, timeoutMs?: number) {
  const { fake, service } = await open(t, behaviour, timeoutMs);
  const outcome = await service.ask(question, never);
  assert.equal(fake.seen.length, 1, 'the package itself does not ask again');
  return outcome;
}

test('a question goes out as instructions, data and a strict schema; the answer comes back', async (t) => {
  const { fake, service } = await open(t, { answer: answer() });
  assert.deepEqual(await service.ask(question, never), {
    kind: 'answered',
    text: JSON.stringify(answer()),
    usage: { input: 900, output: 100 },
  });
  const [seen] = fake.seen;
  assert.equal(seen?.model, 'm');
  assert.equal(seen?.authorization, 'Bearer a-key');
  assert.equal(seen?.system, question.system);
  assert.deepEqual(seen?.tool, plainTool);
  assert.deepEqual(seen?.body.response_format, {
    type: 'json_schema',
    json_schema: { name: 'label', strict: true, schema: question.schema },
  });
});

test('a status says whether to ask again, when, or never', async (t) => {
  const failed = (status: number, scope: string, more = {}) => ({
    kind: 'failed',
    message: `the service answered ${status}`,
    mayCost: false,
    scope,
    ...more,
  });
  const cases: [Behaviour, unknown][] = [
    [
      { status: 429, headers: { 'retry-after': '3' } },
      failed(429, 'retry', { retryAfterMs: 3000 }),
    ],
    [{ status: 429, headers: { 'retry-after': 'soon' } }, failed(429, 'retry')],
    [{ status: 500 }, failed(500, 'retry')],
    [{ status: 503 }, failed(503, 'retry')],
    [{ status: 600 }, failed(600, 'retry')],
    [
      { status: 999, headers: { 'retry-after': '3' } },
      failed(999, 'retry', { retryAfterMs: 3000 }),
    ],
    [{ status: 400 }, failed(400, 'request')],
    [{ status: 401 }, failed(401, 'service')],
    [{ status: 404 }, failed(404, 'service')],
  ];
  for (const [behaviour, expected] of cases) {
    assert.deepEqual(await outcomeOf(t, behaviour), expected);
  }
});

test('Retry-After may be a date', async (t) => {
  const past = { status: 503, headers: { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' } };
  const outcome = await outcomeOf(t, past);
  assert.equal(outcome.kind === 'failed' && outcome.retryAfterMs, 0);
});

test('a service that hangs, before or inside its answer, is left after the timeout', async (t) => {
  for (const behaviour of ['hang', 'hang-in-body'] as const) {
    assert.deepEqual(await outcomeOf(t, behaviour, 300), {
      kind: 'failed',
      message: 'no answer in time',
      scope: 'retry',
      mayCost: true,
    });
  }
});

test('a connection that is lost may have cost, one that was refused did not', async (t) => {
  const lost = await outcomeOf(t, 'hang-up');
  assert.deepEqual(lost, {
    kind: 'failed',
    message: 'the connection was lost',
    scope: 'retry',
    mayCost: true,
  });
  const env = { OPENAI_BASE_URL: `http://127.0.0.1:${await closedPort()}/v1` };
  const nowhere = await openModelService({ model: 'm', timeoutMs: 10_000, env });
  assert.deepEqual(await nowhere.ask(question, never), {
    kind: 'failed',
    message: 'the service cannot be reached',
    scope: 'retry',
    mayCost: false,
  });
});

test('a redirect is not followed: it could carry the key away', async (t) => {
  const other = await startModelService(t, () => ({ answer: answer() }));
  const headers = { location: `${other.url}/chat/completions` };
  for (const status of [301, 302, 303, 307, 308]) {
    assert.deepEqual(await outcomeOf(t, { status, headers }), {
      kind: 'failed',
      message: `the service answered ${status}, a redirect: it is not followed, as the key would go along`,
      scope: 'service',
      mayCost: false,
    });
  }
  assert.equal(other.seen.length, 0);
});

test('a reply without end is left where no answer can be so long', async (t) => {
  assert.deepEqual(await outcomeOf(t, { endless: 200 }), {
    kind: 'failed',
    message: 'a reply larger than 1 MiB',
    scope: 'request',
    mayCost: true,
  });
  const refusal = await outcomeOf(t, { endless: 400 });
  assert.equal(refusal.kind === 'failed' && refusal.message, 'the service answered 400');
});

test('what is no whole answer is unusable, with the reason', async (t) => {
  const cases: [Behaviour, string][] = [
    [{ refusal: 'I cannot help with that.' }, 'refused by the model'],
    [{ content: '{"operation": "re', finish: 'length' }, 'cut off'],
    [{ content: '', finish: 'content_filter' }, 'filtered by the service'],
    [{ raw: '{"choices": []}' }, 'no text in the answer'],
    [{ raw: '{"choices": "none"}' }, 'no text in the answer'],
    [{ raw: '[]' }, 'no text in the answer'],
    [{ raw: 'null' }, 'no text in the answer'],
    [{ raw: '{"choices": [{"message": {"content": ' }, 'a broken reply'],
  ];
  for (const [behaviour, reason] of cases) {
    const outcome: AskOutcome = await outcomeOf(t, behaviour);
    assert.equal(outcome.kind === 'unusable' && outcome.reason, reason, JSON.stringify(behaviour));
  }
});

test('usage that is no count is not believed', async (t) => {
  const message = { content: 'x' };
  for (const usage of [{ prompt_tokens: -5, completion_tokens: 1 }, { prompt_tokens: '1' }, 7]) {
    const raw = JSON.stringify({ choices: [{ message }], usage });
    assert.deepEqual(await outcomeOf(t, { raw }), { kind: 'answered', text: 'x' });
  }
});

test('no less is counted than went out and came back, whatever the service says', async (t) => {
  const content = JSON.stringify(answer());
  const counts = async (input: number, output: number) => {
    const usage = { prompt_tokens: input, completion_tokens: output };
    const raw = JSON.stringify({ choices: [{ message: { content } }], usage });
    const outcome = await outcomeOf(t, { raw });
    return outcome.kind === 'answered' ? outcome.usage : undefined;
  };
  const least = {
    input: encode(question.system + question.user).length,
    output: encode(content).length,
  };
  assert.deepEqual(await counts(0, 0), least);
  assert.deepEqual(await counts(1, 1e6), { ...least, output: 1e6 });
  assert.deepEqual(await counts(9000, 1), { ...least, input: 9000 });
});

test('an interruption ends the request and is thrown', async (t) => {
  const { service } = await open(t, 'hang');
  const reason = new UserError('interrupted');
  await assert.rejects(service.ask(question, AbortSignal.abort(reason)), reason);
  const controller = new AbortController();
  const asking = service.ask(question, controller.signal);
  setImmediate(() => controller.abort(reason));
  await assert.rejects(asking, reason);
});

test('without model, key or a proper address it says what to set', async () => {
  const attempt = (env: NodeJS.ProcessEnv, model?: string) =>
    openModelService({ model, timeoutMs: 1000, env });
  await assert.rejects(attempt({ OPENAI_API_KEY: 'k' }), /--llm-model or OPENAI_MODEL/);
  await assert.rejects(attempt({}, 'm'), /OPENAI_API_KEY/);
  await assert.rejects(attempt({ OPENAI_BASE_URL: 'ftp://x' }, 'm'), /no http or https address/);
});

test('the address that answers are kept under holds no password', async () => {
  const env = { OPENAI_BASE_URL: 'http://user:secret@127.0.0.1:9/v1?token=secret' };
  const { address } = await openModelService({ model: 'm', timeoutMs: 1000, env });
  assert.equal(address, 'http://127.0.0.1:9/v1');
});

/** A port that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
