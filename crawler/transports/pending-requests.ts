import type { JsonObject } from '../../classifier/definition.ts';

/** Requests that wait for an answer, and the limit on how long nothing at all may come. */
export interface PendingRequests {
  add(id: number, method: string): Promise<JsonObject>;
  /** Settles the request with this id. False when none waits under it. */
  settle(id: unknown, answer: () => JsonObject | Error): boolean;
  /** The method of the one that has waited longest; empty when none waits. */
  oldest(): string;
  /** Postpones the limit. */
  heard(): void;
  /** Fails all that wait. */
  end(reason: Error): void;
}

/** `onSilence` is called once nothing was heard for `idleMs` while a request waits. */
export function createPendingRequests(idleMs: number, onSilence: () => void): PendingRequests {
  const waiting = new Map<
    unknown,
    { method: string; settle: (answer: JsonObject | Error) => void }
  >();
  let idle: NodeJS.Timeout | undefined;

  function heard(): void {
    clearTimeout(idle);
    if (waiting.size > 0) idle = setTimeout(onSilence, idleMs);
  }

  return {
    heard,
    oldest: () => waiting.values().next().value?.method ?? '',
    add: (id, method) =>
      new Promise((resolve, reject) => {
        const settle = (answer: JsonObject | Error) =>
          answer instanceof Error ? reject(answer) : resolve(answer);
        waiting.set(id, { method, settle });
        heard();
      }),
    settle(id, answer) {
      const request = waiting.get(id);
      if (!request) return false;
      waiting.delete(id);
      request.settle(answer());
      heard();
      return true;
    },
    end(reason) {
      for (const { settle } of waiting.values()) settle(reason);
      waiting.clear();
      heard();
    },
  };
}
