import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ToolDefinition } from '../classifier/definition.ts';
import { parseAnswer } from '../classifier/llm/answer.ts';
import type { AskOutcome, Patience } from '../classifier/llm/ask.ts';
import { type Budget, mostTokens } from '../classifier/llm/budget.ts';
import { promptVersion, questionAbout } from '../classifier/llm/prompt.ts';
import type { AnswerCache } from '../classifier/llm/second-opinion.ts';
import { type BatchState, type ModelService, ModelServiceError } from './openai.ts';

export interface BatchRun {
  service: ModelService;
  cache: AnswerCache;
  budget: Budget;
  /** The batch that runs is remembered below it, so that a second run waits for it instead of paying again. */
  home: string;
  candidates: AsyncIterable<{ hash: string; definition: ToolDefinition }>;
  sleep: Patience['sleep'];
  signal: AbortSignal;
  note(line: string): void;
}

export interface BatchReport {
  /** The service's word for how it ended; undefined where there was nothing to ask. */
  status?: string;
  answered: number;
  /** Whether the model was heard at all: not every request failed. */
  hasReplies: boolean;
  /** Replies that held no answer, by reason. */
  dropped: Record<string, number>;
}

const noReplies: BatchReport = { answered: 0, hasReplies: false, dropped: {} };

/** What the service takes in one file: 50,000 requests, 200 MB. */
const limits = { requests: 50_000, bytes: 190_000_000 };
const pollMs = 30_000;

/**
 * Asks about all candidates in one batch, or waits for the one that an earlier run began, and keeps the
 * answers in the cache. @throws ModelServiceError when the service cannot be reached
 */
export async function answerInBatch(run: BatchRun): Promise<BatchReport> {
  const { service, note, signal } = run;
  const file = join(run.home, 'llm', 'batch.json');
  let id = await readRunning(file, service);
  if (id === undefined) {
    const lines = await requestLines(run);
    if (lines === '') return noReplies;
    id = await patiently(run, () => service.batches.start(lines, signal));
    await remember(file, service, id);
  }
  note(`batch ${id}: waiting; after an interruption the same command goes on`);
  const state = await waitForEnd(run, id);
  const replies = await patiently(run, () => takeReplies(run, state.outputFile));
  const report = { status: state.status, ...replies };
  await rm(file, { force: true });
  return report;
}

/** One request for each candidate that the cache cannot answer, as many as file and budget take. */
async function requestLines({ service, cache, budget, candidates, note }: BatchRun) {
  const asked = new Set<string>();
  const lines: string[] = [];
  let bytes = 0;
  for await (const { hash, definition } of candidates) {
    if (asked.has(hash) || cache.get(hash) !== undefined) continue;
    const question = questionAbout(definition);
    if (question === undefined) continue;
    const line = service.batches.requestLine(hash, question);
    bytes += Buffer.byteLength(line);
    if (asked.size >= limits.requests || bytes > limits.bytes) {
      note('the batch is full; run the same command again for the rest');
      break;
    }
    if (!budget.reserve(mostTokens(question))) {
      note('the batch ends here: the next request could pass the cap');
      break;
    }
    asked.add(hash);
    lines.push(line);
  }
  return lines.join('');
}

async function waitForEnd(run: BatchRun, id: string): Promise<BatchState> {
  for (;;) {
    const state = await patiently(run, () => run.service.batches.state(id, run.signal));
    if (state.kind === 'ended') return state;
    run.note(`batch ${id}: ${state.completed} of ${state.total} answered`);
    await run.sleep(pollMs, run.signal);
  }
}

/** Waits longer after each failure: for a batch there is time. */
async function patiently<T>({ sleep, signal }: BatchRun, call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const again = error instanceof ModelServiceError && error.retry && attempt < 6;
      if (!again) throw error;
      await sleep(2000 * 2 ** attempt, signal);
    }
  }
}

const Reply = z.object({
  custom_id: z.string().regex(/^[0-9a-f]{64}$/),
  response: z.object({ status_code: z.number(), body: z.unknown() }).nullish(),
});

async function takeReplies({ service, cache, signal }: BatchRun, outputFile: string | undefined) {
  const dropped: Record<string, number> = {};
  let answered = 0;
  let hasReplies = false;
  if (outputFile === undefined) return noReplies;
  for await (const line of service.batches.download(outputFile, signal)) {
    if (line?.trim() === '') continue;
    const reply = readReply(line, service);
    hasReplies ||= reply.kind !== 'failed';
    const answer =
      reply.kind === 'answered' ? parseAnswer(reply.text) : { dropped: reasonOf(reply) };
    if ('dropped' in answer) {
      dropped[answer.dropped] = (dropped[answer.dropped] ?? 0) + 1;
    } else if ('id' in reply) {
      await cache.set(reply.id, answer);
      answered += 1;
    }
  }
  return { answered, hasReplies, dropped };
}

function readReply(line: string | undefined, service: ModelService): AskOutcome & { id?: string } {
  if (line === undefined) return { kind: 'unusable', reason: 'longer than a reply can be' };
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { kind: 'unusable', reason: 'a broken reply' };
  }
  const { data } = Reply.safeParse(json);
  if (data === undefined) return { kind: 'unusable', reason: 'a broken reply' };
  if (data.response?.status_code !== 200) {
    const message = `the service answered ${data.response?.status_code}`;
    return { kind: 'failed', message, scope: 'request', mayCost: false };
  }
  return { ...service.batches.readReply(data.response.body), id: data.custom_id };
}

function reasonOf(reply: Exclude<AskOutcome, { kind: 'answered' }>): string {
  return reply.kind === 'failed' ? reply.message : reply.reason;
}

const Running = z.object({
  id: z.string(),
  model: z.string(),
  address: z.string(),
  promptVersion: z.string(),
});

/** The batch that an earlier run began with the same question to the same model. */
async function readRunning(file: string, { model, address }: ModelService) {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
  const { data } = Running.safeParse(json);
  const same = data?.model === model && data.address === address;
  return same && data.promptVersion === promptVersion ? data.id : undefined;
}

async function remember(file: string, { model, address }: ModelService, id: string) {
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, `${JSON.stringify({ id, model, address, promptVersion })}\n`);
  await rename(temporary, file);
}
