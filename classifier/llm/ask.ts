import type { Question } from './prompt.ts';

/** Tokens that the service counted. */
export interface Usage {
  input: number;
  output: number;
}

/** What became of one request. Facts about the service are values, never thrown. */
export type AskOutcome =
  | { kind: 'answered'; text: string; usage?: Usage }
  /** Cut off, filtered or refused: a fixed phrase says which. */
  | { kind: 'unusable'; reason: string; usage?: Usage }
  | {
      kind: 'failed';
      message: string;
      /** `retry`: may pass by itself. `request`: this request never works. `service`: none will. */
      scope: 'retry' | 'request' | 'service';
      retryAfterMs?: number;
      /** The connection was lost or timed out: the service may have charged for it. */
      mayCost: boolean;
    };

/** Asks one question once. Throws only where the signal is aborted. */
export type Ask = (question: Question, signal: AbortSignal) => Promise<AskOutcome>;

export interface Patience {
  /** Ends early, by throwing, when the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** From 0 to below 1. */
  random(): number;
  /** Requests for one question, the first one counted. */
  attempts: number;
}

const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/** Asks until there is an answer, waiting twice as long after each failure with full jitter, or as long as the service says. */
export async function askPatiently(
  ask: () => Promise<AskOutcome>,
  { sleep, random, attempts }: Patience,
  signal: AbortSignal,
): Promise<AskOutcome> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await ask();
    if (outcome.kind !== 'failed' || outcome.scope !== 'retry' || attempt >= attempts)
      return outcome;
    const ceiling = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempt - 1));
    const pause = outcome.retryAfterMs ?? ceiling * random();
    await sleep(Math.min(longestPauseMs, pause), signal);
  }
}
