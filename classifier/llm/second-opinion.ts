import type { Classification } from '../classification.ts';
import type { ToolDefinition } from '../definition.ts';
import { type Answer, parseAnswer } from './answer.ts';
import { type Ask, type AskOutcome, askPatiently, type Patience, type Usage } from './ask.ts';
import { type Budget, mostTokens } from './budget.ts';
import { mergeAnswer, sureFrom } from './merge.ts';
import type { LlmMode } from './modes.ts';
import { type Question, questionAbout } from './prompt.ts';

/** Answers by definition hash, of one prompt version and one model. */
export interface AnswerCache {
  get(definitionHash: string): Answer | undefined;
  set(definitionHash: string, answer: Answer): Promise<void>;
}

export interface SecondOpinionOptions {
  mode: LlmMode;
  /** With `uncertain`: asks below this confidence. */
  below?: number;
  cache: AnswerCache;
  /** Undefined: only what the cache holds is used. */
  ask: Ask | undefined;
  budget: Budget;
  patience: Patience;
  signal: AbortSignal;
}

export interface OpinionSummary {
  /** Definitions that the service was asked about. */
  asked: number;
  /** Of those asked about, the ones whose every request failed. */
  failed: number;
  cached: number;
  /** Answers that a label was made with. */
  used: number;
  /** Definitions that were wanted but not asked about: after a stop, or with a cache alone. */
  unasked: number;
  /** Answers and definitions that were passed over, by reason. */
  dropped: Record<string, number>;
  spent: { tokens: number; cost?: number };
  /** Why nothing more was asked. */
  stopped?: Stop;
}

export interface Stop {
  by: 'cap' | 'service';
  reason: string;
}

export interface SecondOpinion {
  /** Asks about labels below this confidence. */
  below: number;
  /** The label with a second opinion where one is wanted and to be had; the same object where not. */
  improve(definition: ToolDefinition, own: Classification): Promise<Classification>;
  /** The service is out of order, as another way to ask it found: nothing more is asked. */
  leave(reason: string): void;
  summary(): OpinionSummary;
}

function askBelow({ mode, below = sureFrom }: SecondOpinionOptions): number {
  return { off: 0, uncertain: below, all: Number.POSITIVE_INFINITY }[mode];
}

/** Failures in a row after which the service is taken to be out of order. */
const failuresInRow = 5;

/** Asks a model about labels. Nothing that it or its service does is an error: labels stay as they are. */
export function openSecondOpinion(options: SecondOpinionOptions): SecondOpinion {
  const { cache, ask, budget, patience, signal } = options;
  const below = askBelow(options);
  const counts = { asked: 0, failed: 0, cached: 0, used: 0, unasked: 0 };
  const dropped = new Map<string, number>();
  let stopped: Stop | undefined;
  let failures = 0;
  const running = new Set<Promise<void>>();
  const drop = (reason: string) => {
    dropped.set(reason, (dropped.get(reason) ?? 0) + 1);
  };
  const leave = (reason: string) => {
    stopped ??= { by: 'service', reason };
  };

  /**
   * Asks once, inside the budget. What runs at the same time may turn out cheaper than what was set aside
   * for it, so the cap is reached only when nothing runs.
   */
  async function send(question: Question, most: Usage): Promise<AskOutcome> {
    while (ask !== undefined && stopped === undefined) {
      if (budget.reserve(most)) {
        const request = ask(question, signal);
        track(request);
        const reply = await request;
        budget.settle(most, usedBy(reply, most));
        return reply;
      }
      if (running.size === 0) stopped = capReached;
      else await Promise.race(running);
    }
    return withheld;
  }

  function track(request: Promise<unknown>): void {
    const ended = () => {
      running.delete(end);
    };
    const end: Promise<void> = request.then(ended, ended);
    running.add(end);
  }

  async function consult(definition: ToolDefinition, hash: string): Promise<Answer | undefined> {
    const question = questionAbout(definition);
    if (question === undefined) {
      drop('the definition is too long');
      return undefined;
    }
    const most = mostTokens(question);
    const outcome = await askPatiently(() => send(question, most), patience, signal);
    if (outcome === withheld) {
      counts.unasked += 1;
      return undefined;
    }
    counts.asked += 1;
    if (outcome.kind === 'failed') {
      counts.failed += 1;
      failures += 1;
      drop(outcome.message);
      if (outcome.scope === 'service' || failures >= failuresInRow) leave(outcome.message);
      return undefined;
    }
    failures = 0;
    const answer =
      outcome.kind === 'answered' ? parseAnswer(outcome.text) : { dropped: outcome.reason };
    if ('dropped' in answer) {
      drop(answer.dropped);
      return undefined;
    }
    await cache.set(hash, answer);
    return answer;
  }

  return {
    below,
    async improve(definition, own) {
      if (own.confidence >= below) return own;
      const known = cache.get(own.definitionHash);
      if (known !== undefined) counts.cached += 1;
      const answer = known ?? (await consult(definition, own.definitionHash));
      if (answer === undefined) return own;
      const merged = mergeAnswer(definition, own, answer);
      if ('dropped' in merged) {
        drop(merged.dropped);
        return own;
      }
      counts.used += 1;
      return merged;
    },
    leave,
    summary() {
      const summary = {
        ...counts,
        dropped: Object.fromEntries(dropped),
        spent: budget.spent(),
      };
      return stopped === undefined ? summary : { ...summary, stopped };
    },
  };
}

const capReached: Stop = { by: 'cap', reason: 'the next request could pass the cap' };

/** Stands for a request that was not made. */
const withheld: AskOutcome = { kind: 'failed', message: '', scope: 'request', mayCost: false };

function usedBy(outcome: AskOutcome, most: Usage): Usage {
  if (outcome.kind !== 'failed') return outcome.usage ?? most;
  return outcome.mayCost ? most : { input: 0, output: 0 };
}
