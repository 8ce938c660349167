import { type Dispatcher, request } from 'undici';
import { asGuardError } from './fetch-error.ts';
import { GuardError } from './guard-error.ts';
import type { GuardLimits } from './guard-limits.ts';
import {
  acceptedEncodings,
  type ByteBudget,
  type GuardedResponse,
  guardResponse,
} from './guarded-response.ts';
import type { Politeness } from './politeness.ts';
import type { Hop } from './redirect.ts';
import { readRetryAfter } from './retry-after.ts';

export interface AskOptions {
  dispatcher: Dispatcher;
  politeness: Politeness;
  limits: GuardLimits;
  budget: ByteBudget;
  idleMs: number;
  userAgent: string;
  now(): Date;
}

/**
 * Sends one request in its turn, and a second one when the host asks for a short wait.
 * @throws {GuardError}, or the reason of the signal that was aborted
 */
export async function ask(hop: Hop, options: AskOptions): Promise<GuardedResponse> {
  const { politeness, limits, now } = options;
  const host = hop.url.hostname;
  for (let attempt = 1; ; attempt += 1) {
    await politeness.turn(host, hop.signal);
    const response = await send(hop, options);
    const waitMs = askedToWait(response, limits, now());
    if (waitMs === undefined) return response;
    response.cancel();
    politeness.hold(host, waitMs);
    if (attempt > 1 || waitMs > limits.shortWaitMs) {
      const retryAt = new Date(now().getTime() + Math.min(waitMs, limits.longestWaitMs));
      const message = `HTTP ${response.status}: asked to wait`;
      throw new GuardError('wait', message, { retryAt, retryHost: host });
    }
  }
}

async function send(
  { url, method, headers, body, signal }: Hop,
  { dispatcher, budget, idleMs, userAgent }: AskOptions,
): Promise<GuardedResponse> {
  const translate = (error: unknown) =>
    asGuardError(error, signal, { idleMs, totalBytes: budget.total });
  try {
    const response = await request(url, {
      method,
      headers: { ...headers, 'user-agent': userAgent, 'accept-encoding': acceptedEncodings },
      ...(body === undefined ? {} : { body }),
      signal,
      dispatcher,
    });
    return guardResponse(response, url, budget, translate);
  } catch (error) {
    throw translate(error);
  }
}

/** Milliseconds the host wants to be left alone; undefined when it does not say so. */
function askedToWait(
  response: GuardedResponse,
  limits: GuardLimits,
  now: Date,
): number | undefined {
  if (response.status !== 429 && response.status !== 503) return undefined;
  const named = readRetryAfter(response.header('retry-after'), now);
  return response.status === 429 ? (named ?? limits.assumedWaitMs) : named;
}
