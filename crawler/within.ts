import { type CrawlEnd, CrawlEnded } from './transports/transport.ts';

/**
 * Runs something with a signal that is aborted after `ms`, for the reason that `tooLate` gives then, or
 * with `outer`. Waits for the end of `work` in any case, so that what it started is ended too.
 */
export async function within<T>(
  ms: number,
  tooLate: () => CrawlEnd,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const interrupt = () => ending.abort(outer?.reason);
  const timer = setTimeout(() => ending.abort(new CrawlEnded(tooLate())), ms);
  outer?.addEventListener('abort', interrupt, { once: true });
  if (outer?.aborted) interrupt();
  try {
    return await work(ending.signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', interrupt);
  }
}
