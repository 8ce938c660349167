import { setTimeout } from 'node:timers/promises';
import { type Budget, openBudget } from '../classifier/llm/budget.ts';
import { llmModes } from '../classifier/llm/modes.ts';
import {
  type AnswerCache,
  type OpinionSummary,
  openSecondOpinion,
  type SecondOpinion,
} from '../classifier/llm/second-opinion.ts';
import { openAnswerCache } from './answer-cache.ts';
import type { CommandCall } from './command.ts';
import { readCount } from './crawl-options.ts';
import { ModelServiceError, openModelService } from './openai.ts';
import { answerInBatch, type BatchRun } from './openai-batch.ts';
import { plain } from './terminal.ts';
import { UserError } from './user-error.ts';

/** An open second opinion. */
export interface Llm {
  model: string;
  opinion: SecondOpinion;
  cache: AnswerCache;
  /**
   * With `--llm-batch`: fills the cache with the answers about these, before the opinion reads them there. A service
   * that does not take the batch is left alone, as one that does not answer.
   */
  askInBatch?(candidates: BatchRun['candidates']): Promise<void>;
}

/** One request with its whole answer: reasoning models take their time. */
const timeoutMs = 120_000;

/**
 * Undefined with `--llm off`. Several that are opened after each other may share a budget.
 * @throws UserError for options that do not fit together
 */
export async function openLlm(
  { options, signal, terminal }: CommandCall,
  home: string,
  budget = readBudget(options),
): Promise<Llm | undefined> {
  const mode = llmModes.find((name) => name === options.llm) ?? 'off';
  if (mode === 'off') {
    if (options.llmBatch) throw new UserError('--llm-batch goes with --llm uncertain or all');
    return undefined;
  }
  const below = readConfidence('--llm-below', options.llmBelow);
  const service = await openModelService({
    model: typeof options.llmModel === 'string' ? options.llmModel : undefined,
    timeoutMs,
    env: process.env,
  });
  const cache = await openAnswerCache(home, service);
  const batch = options.llmBatch === true;
  const opinion = openSecondOpinion({
    mode,
    ...(below === undefined ? {} : { below }),
    cache,
    ask: batch ? undefined : service.ask,
    budget,
    patience: { sleep, random: Math.random, attempts: 4 },
    signal,
  });
  const llm = { model: service.model, opinion, cache };
  if (!batch) return llm;
  return {
    ...llm,
    async askInBatch(candidates) {
      const { note } = terminal;
      const run = { service, cache, budget, home, candidates, sleep, signal, note };
      const report = await answerInBatch(run).catch((error) => {
        if (error instanceof ModelServiceError) return error;
        throw error;
      });
      if (report instanceof ModelServiceError) return opinion.leave(report.message);
      const { status, answered, hasReplies, dropped } = report;
      if (status === undefined) return note('batch: nothing to ask');
      note(`batch: ${plain(status)}, ${answered} answered`);
      for (const [reason, count] of Object.entries(dropped))
        note(`batch: ${count} left out: ${reason}`);
      if (!hasReplies)
        opinion.leave(`the batch ended as ${plain(status)}, without one reply of the model`);
    },
  };
}

/** Rejects with the reason of the signal. */
async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted());
}

/** @throws UserError */
export function readBudget(options: CommandCall['options']): Budget {
  const tokens = readCount('--llm-max-tokens', options.llmMaxTokens) ?? Number.POSITIVE_INFINITY;
  const cost = readAmount('--llm-max-cost', options.llmMaxCost);
  const price = String(options.llmPrice ?? '').split(',');
  const [input, output] = price.map((part) => readAmount('--llm-price', part || undefined));
  if (cost !== undefined && (input === undefined || output === undefined)) {
    throw new UserError('--llm-max-cost needs --llm-price, for example --llm-price 0.15,0.60');
  }
  if (options.llmPrice !== undefined && (price.length !== 2 || !price[0] || !price[1])) {
    throw new UserError('--llm-price takes two numbers: --llm-price 0.15,0.60');
  }
  return openBudget({
    tokens,
    ...(cost === undefined ? {} : { cost }),
    ...(input === undefined || output === undefined ? {} : { pricePerMillion: { input, output } }),
  });
}

/** A number from 0. @throws UserError */
function readAmount(flag: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isFinite(number) && number >= 0) return number;
  throw new UserError(`${flag} takes a number from 0, not "${plain(String(value))}"`);
}

/** A confidence, 0 to 1. @throws UserError */
function readConfidence(flag: string, value: unknown): number | undefined {
  const number = readAmount(flag, value);
  if (number === undefined || number <= 1) return number;
  throw new UserError(`${flag} takes a number from 0 to 1, not ${number}`);
}

/** What a second opinion did, for a person. */
export function opinionLines(summary: OpinionSummary): string[] {
  const { asked, failed, cached, used, unasked, dropped, spent, stopped } = summary;
  const cost = spent.cost === undefined ? '' : `, cost ${spent.cost.toFixed(4)}`;
  const failures = failed > 0 ? ` (${failed} failed)` : '';
  const lines = [
    `second opinion: ${asked} asked${failures}, ${cached} known, ${used} used; ${spent.tokens} tokens${cost}`,
  ];
  for (const [reason, count] of Object.entries(dropped)) {
    lines.push(`second opinion: ${count} left out: ${reason}`);
  }
  if (stopped) lines.push(`second opinion: stopped: ${stopped.reason}; ${unasked} not asked`);
  return lines;
}
