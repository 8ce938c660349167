import type { FailedStep } from './outcome.ts';
import { asShortage } from './shortage.ts';
import { CrawlEnded } from './transports/transport.ts';

/**
 * What an error says about the target: nothing where this machine had no means. One that nobody foresaw is a
 * failure of this target at `step`: no server may end the crawl of the others.
 */
export function asCrawlEnded(error: unknown, step: FailedStep): CrawlEnded {
  if (error instanceof CrawlEnded) return error;
  const shortage = asShortage(error);
  if (shortage) return shortage;
  const message = `unexpected fault: ${error instanceof Error ? error.message : typeof error}`;
  return new CrawlEnded({ kind: 'failed', step, message }, { cause: error });
}

/** @throws {CrawlEnded} nothing else, whatever `work` throws */
export async function atStep<T>(step: FailedStep, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asCrawlEnded(error, step);
  }
}
