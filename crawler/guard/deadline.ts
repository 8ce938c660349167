/**
 * Runs something with a signal that is aborted when the time is up or with `parent`, and rejects
 * with the reason of that signal then. Nothing of it is left when it is done: timers and listeners
 * that pile up on a long-lived signal are what makes memory grow over thousands of visits.
 */
export async function withDeadline<T>(
  milliseconds: number,
  tooLate: () => Error,
  parent: AbortSignal,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const forward = () => controller.abort(parent.reason);
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  aborted.catch(() => {});
  const timer = setTimeout(() => controller.abort(tooLate()), milliseconds);
  parent.addEventListener('abort', forward, { once: true });
  if (parent.aborted) forward();
  try {
    return await Promise.race([run(signal), aborted]);
  } finally {
    clearTimeout(timer);
    parent.removeEventListener('abort', forward);
  }
}
