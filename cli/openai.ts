import { Readable } from 'node:stream';
import type { Ask, AskOutcome, Usage } from '../classifier/llm/ask.ts';
import { maxOutputTokens } from '../classifier/llm/budget.ts';
import type { Question } from '../classifier/llm/prompt.ts';
import { readRetryAfter } from '../crawler/guard/retry-after.ts';
import { readLines } from '../db/lines.ts';
import { countTextTokens } from '../site/data/tokens.ts';
import { fetchWithin, longestReply, ReplyTooLarge } from './reply-limit.ts';
import { UserError } from './user-error.ts';

/** One request of a model service, in the form of OpenAI's chat completions. */
export interface ModelService {
  /** Names the model and where it runs: answers of two are never mixed. */
  model: string;
  address: string;
  ask: Ask;
  /** Bulk requests at a lower price, answered within a day. */
  batches: BatchService;
}

/** A bulk call that failed. `retry`: it may pass by itself. */
export class ModelServiceError extends Error {
  override name = 'ModelServiceError';
  readonly retry: boolean;

  constructor(message: string, retry: boolean, options?: ErrorOptions) {
    super(message, options);
    this.retry = retry;
  }
}

/** The Batch API over text: a file of requests goes in, a file of replies comes out. Calls throw ModelServiceError. */
export interface BatchService {
  /** One line of the file that goes in. `id` comes back with the reply. */
  requestLine(id: string, question: Question): string;
  /** Uploads the lines and starts them. @returns the id of the batch */
  start(lines: string, signal: AbortSignal): Promise<string>;
  state(id: string, signal: AbortSignal): Promise<BatchState>;
  /** The lines that came back; undefined for one, or a rest of the file, that is longer than any can be. */
  download(fileId: string, signal: AbortSignal): AsyncIterable<string | undefined>;
  /** Reads the reply to one request out of a line that came back. */
  readReply(body: unknown): AskOutcome;
}

export interface BatchState {
  /** `ended` also where it failed, expired or was cancelled: what was answered until then counts. */
  kind: 'running' | 'ended';
  /** The service's word: `in_progress`, `completed`, `expired`, … */
  status: string;
  completed: number;
  total: number;
  outputFile: string | undefined;
}

export interface ServiceOptions {
  model: string | undefined;
  /** One request, its whole answer read. */
  timeoutMs: number;
  env: NodeJS.ProcessEnv;
}

/** Opens the endpoint of OPENAI_BASE_URL (OpenAI's own where it is not set). @throws UserError without a model or key */
export async function openModelService(options: ServiceOptions): Promise<ModelService> {
  const { env, timeoutMs } = options;
  const model = options.model ?? env.OPENAI_MODEL;
  if (!model) throw new UserError('no model: name one by --llm-model or OPENAI_MODEL');
  const baseURL = env.OPENAI_BASE_URL || undefined;
  const apiKey = env.OPENAI_API_KEY || (baseURL === undefined ? undefined : 'none');
  if (apiKey === undefined) {
    throw new UserError('no OPENAI_API_KEY; or name another endpoint by OPENAI_BASE_URL');
  }
  if (baseURL !== undefined && !/^https?:\/\//.test(baseURL)) {
    throw new UserError('OPENAI_BASE_URL is no http or https address');
  }
  const { default: OpenAI, APIError, toFile } = await import('openai');
  // Retries are ours; a redirect, which could carry the key to another host, is an answer.
  const client = new OpenAI({
    apiKey,
    baseURL: baseURL ?? null,
    maxRetries: 0,
    timeout: timeoutMs,
    fetch: fetchWithin(longestReply),
    fetchOptions: { redirect: 'manual' },
  });
  const bulkClient = client.withOptions({ fetch: fetchWithin(longestFile) });
  const address = withoutSecrets(client.baseURL);
  const failureOf = (error: unknown, timedOut: boolean) =>
    error instanceof APIError && error.status !== undefined
      ? refused(error.status, error.headers)
      : unreached(error, timedOut);
  async function bulkCall<T>(signal: AbortSignal, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw bulkFailure(error, signal);
    }
  }
  function bulkFailure(error: unknown, signal: AbortSignal): ModelServiceError {
    signal.throwIfAborted();
    const failure = failureOf(error, false);
    const message = failure.kind === 'failed' ? failure.message : 'a broken reply';
    const retry = failure.kind === 'failed' && failure.scope === 'retry';
    return new ModelServiceError(`${address}: ${message}`, retry, { cause: error });
  }
  async function* download(fileId: string, signal: AbortSignal) {
    const { body } = await bulkCall(signal, () => bulkClient.files.content(fileId, { signal }));
    if (body === null) return;
    try {
      yield* readLines(Readable.from(body, { objectMode: false }), longestReply);
    } catch (error) {
      if (!(error instanceof ReplyTooLarge)) throw bulkFailure(error, signal);
      yield undefined;
    }
  }
  return {
    model,
    address,
    async ask(question, signal) {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      try {
        const request = client.chat.completions.create(requestBody(model, question), {
          signal: limit,
        });
        return countedInFull(question, readCompletion(await endsWith(limit, request)));
      } catch (error) {
        signal.throwIfAborted();
        return failureOf(error, limit.aborted);
      }
    },
    batches: {
      requestLine(id, question) {
        const url = '/v1/chat/completions';
        const body = requestBody(model, question);
        return `${JSON.stringify({ custom_id: id, method: 'POST', url, body })}\n`;
      },
      start: (lines, signal) =>
        bulkCall(signal, async () => {
          const file = await toFile(Buffer.from(lines), 'mcp-risk.jsonl');
          const { id } = await client.files.create({ file, purpose: 'batch' }, { signal });
          const batch = await client.batches.create(
            { input_file_id: id, endpoint: '/v1/chat/completions', completion_window: '24h' },
            { signal },
          );
          return batch.id;
        }),
      state: (id, signal) =>
        bulkCall(signal, async () => {
          const batch = await client.batches.retrieve(id, { signal });
          const { completed = 0, total = 0 } = batch.request_counts ?? {};
          const kind = ended.has(batch.status) ? 'ended' : 'running';
          // Null, against the package's types, where every request failed.
          const outputFile = batch.output_file_id ?? undefined;
          return { kind, status: batch.status, completed, total, outputFile };
        }),
      download,
      readReply: readCompletion,
    },
  };
}

/** Bytes of a file of replies: 50,000 with all their tokens have about a half. It is never held whole. */
const longestFile = 2 * 1024 ** 3;

/** An address may hold a password or a token. */
function withoutSecrets(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

const ended: ReadonlySet<string> = new Set(['completed', 'failed', 'expired', 'cancelled']);

function requestBody(model: string, { system, user, schema }: Question) {
  return {
    model,
    messages: [
      { role: 'system' as const, content: system },
      { role: 'user' as const, content: user },
    ],
    response_format: {
      type: 'json_schema' as const,
      json_schema: { name: 'label', strict: true, schema },
    },
    max_completion_tokens: maxOutputTokens,
  };
}

/** Rejects with the signal, also while a body trickles in. */
function endsWith<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

/** Reads a chat completion without trust in its shape: many servers speak almost this protocol. */
function readCompletion(body: unknown): AskOutcome {
  const completion = asObject(body);
  const usage = readUsage(asObject(completion.usage));
  const spent = usage === undefined ? {} : { usage };
  const choice = asObject(Array.isArray(completion.choices) ? completion.choices[0] : undefined);
  const message = asObject(choice.message);
  if (typeof message.refusal === 'string' && message.refusal !== '') {
    return { kind: 'unusable', reason: 'refused by the model', ...spent };
  }
  if (choice.finish_reason === 'length') return { kind: 'unusable', reason: 'cut off', ...spent };
  if (choice.finish_reason === 'content_filter') {
    return { kind: 'unusable', reason: 'filtered by the service', ...spent };
  }
  if (typeof message.content !== 'string') {
    return { kind: 'unusable', reason: 'no text in the answer', ...spent };
  }
  return { kind: 'answered', text: message.content, ...spent };
}

function readUsage(usage: Record<string, unknown>): Usage | undefined {
  const { prompt_tokens: input, completion_tokens: output } = usage;
  return isCount(input) && isCount(output) ? { input, output } : undefined;
}

/** With a service that counts less than went out and came back the caps would never be reached. */
function countedInFull({ system, user }: Question, reply: AskOutcome): AskOutcome {
  if (reply.kind === 'failed' || reply.usage === undefined) return reply;
  const received = reply.kind === 'answered' ? countTextTokens(reply.text) : 0;
  const input = Math.max(reply.usage.input, countTextTokens(system + user));
  return { ...reply, usage: { input, output: Math.max(reply.usage.output, received) } };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** With this status nothing that is asked can work: a wrong key, address or model. */
const hopeless: ReadonlySet<number> = new Set([401, 402, 403, 404]);

function refused(status: number, headers: Headers | undefined): AskOutcome {
  const isRedirect = status >= 300 && status < 400;
  const why = isRedirect ? ', a redirect: it is not followed, as the key would go along' : '';
  const message = `the service answered ${status}${why}`;
  const failed = { kind: 'failed' as const, message, mayCost: false };
  if (hopeless.has(status) || isRedirect) return { ...failed, scope: 'service' };
  if (status !== 408 && status !== 409 && status !== 429 && status < 500) {
    return { ...failed, scope: 'request' };
  }
  const retryAfterMs = readRetryAfter(headers?.get('retry-after') ?? null, new Date());
  return { ...failed, scope: 'retry', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

function unreached(error: unknown, timedOut: boolean): AskOutcome {
  if (timedOut) {
    return { kind: 'failed', message: 'no answer in time', scope: 'retry', mayCost: true };
  }
  // A body that is not JSON is an answer, though none of this protocol.
  if (error instanceof SyntaxError) return { kind: 'unusable', reason: 'a broken reply' };
  if (error instanceof ReplyTooLarge) {
    return { kind: 'failed', message: error.message, scope: 'request', mayCost: true };
  }
  const refusedAtOnce = /ECONNREFUSED|ENOTFOUND/.test(causesOf(error));
  const message = refusedAtOnce ? 'the service cannot be reached' : 'the connection was lost';
  return { kind: 'failed', message, scope: 'retry', mayCost: !refusedAtOnce };
}

function causesOf(error: unknown): string {
  const texts: string[] = [];
  for (let cause = error; cause instanceof Error && texts.length < 8; cause = cause.cause) {
    texts.push(cause.message, String((cause as NodeJS.ErrnoException).code));
  }
  return texts.join(' ');
}
