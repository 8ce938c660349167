import { setTimeout as sleep } from 'node:timers/promises';
import { GuardError } from './guard-error.ts';
import type { GuardLimits } from './guard-limits.ts';

/** Keeps us from being a burden to any one host (of a URL), over all visits of this process. */
export interface Politeness {
  /**
   * Waits for one of the host's places and resolves to the function that gives it back.
   * @throws {GuardError} `wait` when none gets free in time; the reason of the signal
   */
  enter(host: string, signal: AbortSignal): Promise<() => void>;
  /**
   * Waits until the host may get its next request.
   * @throws {GuardError} `wait` when it asked to be left alone for longer than a short wait
   */
  turn(host: string, signal: AbortSignal): Promise<void>;
  /** The host asked for no request within `waitMs`. */
  hold(host: string, waitMs: number): void;
}

interface HostState {
  visits: number;
  queue: Set<() => void>;
  /** Epoch milliseconds. */
  nextTurn: number;
  heldUntil: number;
}

/** States of quiet hosts are dropped once in so many visits. */
const sweepEvery = 1_000;

export function createPoliteness(limits: GuardLimits, now: () => Date): Politeness {
  const hosts = new Map<string, HostState>();
  let entered = 0;

  function stateOf(host: string): HostState {
    const known = hosts.get(host);
    if (known) return known;
    const fresh = { visits: 0, queue: new Set<() => void>(), nextTurn: 0, heldUntil: 0 };
    hosts.set(host, fresh);
    return fresh;
  }

  function sweep(): void {
    const time = now().getTime();
    for (const [host, { visits, queue, nextTurn, heldUntil }] of hosts) {
      const quiet = visits === 0 && queue.size === 0;
      if (quiet && nextTurn <= time && heldUntil <= time) hosts.delete(host);
    }
  }

  async function enter(host: string, signal: AbortSignal): Promise<() => void> {
    entered += 1;
    if (entered % sweepEvery === 0) sweep();
    const state = stateOf(host);
    if (state.visits < limits.hostVisits) state.visits += 1;
    else await placeOf(state, limits.hostWaitMs, signal);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const [next] = state.queue;
      if (next) next();
      else state.visits -= 1;
    };
  }

  async function turn(host: string, signal: AbortSignal): Promise<void> {
    const state = stateOf(host);
    const time = now().getTime();
    const heldMs = state.heldUntil - time;
    if (heldMs > limits.shortWaitMs) {
      const retryAt = new Date(state.heldUntil);
      throw new GuardError('wait', `${host} asked to be left alone`, { retryAt, retryHost: host });
    }
    const at = Math.max(time, state.nextTurn, state.heldUntil);
    state.nextTurn = at + limits.hostDelayMs;
    if (at > time) await sleep(at - time, undefined, { signal }).catch(() => {});
    signal.throwIfAborted();
  }

  function hold(host: string, waitMs: number): void {
    const state = stateOf(host);
    const until = now().getTime() + Math.min(waitMs, limits.longestWaitMs);
    state.heldUntil = Math.max(state.heldUntil, until);
  }

  return { enter, turn, hold };
}

/** Resolves when a visit that leaves hands its place over. */
function placeOf(state: HostState, waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    function stopWaiting(): void {
      clearTimeout(timer);
      state.queue.delete(take);
      signal.removeEventListener('abort', giveUp);
    }
    function take(): void {
      stopWaiting();
      resolve();
    }
    function giveUp(): void {
      stopWaiting();
      reject(signal.aborted ? signal.reason : ourOwnCrowd());
    }
    const timer = setTimeout(giveUp, waitMs);
    state.queue.add(take);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}

/** Without a time: the host asked for nothing, and its other servers are not to wait for this one. */
function ourOwnCrowd(): GuardError {
  return new GuardError('wait', 'its host is busy with our other visits');
}
