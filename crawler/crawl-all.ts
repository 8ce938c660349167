import { crawlServer } from './crawl.ts';
import type { CrawlContext } from './crawl-context.ts';
import type { CrawlOutcome } from './outcome.ts';
import type { ServerEntry } from './server-entry.ts';

export interface CrawlAllOptions {
  /** Servers crawled at the same time. */
  concurrency: number;
  /** Called once for each finished server, in the order of their ends; awaited before the next one starts. */
  onOutcome(outcome: CrawlOutcome, entry: ServerEntry): void | Promise<void>;
  /** The protocol version a server spoke last time, if known. */
  protocolHint?(entry: ServerEntry): string | undefined;
}

/**
 * Crawls servers as they come, a bounded number at a time. When `context.signal` is aborted no
 * further server is started, those under way are ended, and neither is reported: they are not done.
 * An error thrown by `onOutcome` or by the source stops the crawl and is thrown.
 */
export async function crawlAll(
  entries: Iterable<ServerEntry> | AsyncIterable<ServerEntry>,
  context: CrawlContext,
  { concurrency, onOutcome, protocolHint }: CrawlAllOptions,
): Promise<void> {
  const source = streamOf(entries);
  const stop = new AbortController();
  const interrupt = () => stop.abort(context.signal?.reason);
  context.signal?.addEventListener('abort', interrupt, { once: true });
  if (context.signal?.aborted) interrupt();

  async function crawlNext(): Promise<void> {
    while (!stop.signal.aborted) {
      const next = await source.next();
      if (next.done || stop.signal.aborted) return;
      const hint = protocolHint?.(next.value);
      const outcome = await crawlServer(next.value, {
        ...context,
        signal: stop.signal,
        ...(hint === undefined ? {} : { protocolHint: hint }),
      });
      if (stop.signal.aborted && outcome.kind !== 'listed') return;
      await onOutcome(outcome, next.value);
    }
  }

  try {
    await Promise.all(
      Array.from({ length: concurrency }, () =>
        crawlNext().catch((error) => {
          stop.abort(error);
          throw error;
        }),
      ),
    );
  } finally {
    context.signal?.removeEventListener('abort', interrupt);
  }
}

/** Async generators queue concurrent calls of `next`, so several crawls can take from one. */
async function* streamOf<T>(items: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T, void> {
  yield* items;
}
