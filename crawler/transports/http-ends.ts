import { GuardError, type GuardFault } from '../guard/guard-error.ts';
import type { FailedStep } from '../outcome.ts';
import { asShortage } from '../shortage.ts';
import { CrawlEnded, RpcError } from './transport.ts';

const stepOfFault: Partial<Record<GuardFault, FailedStep>> = {
  resolve: 'resolve',
  connect: 'connect',
  tls: 'connect',
  redirect: 'connect',
  wait: 'connect',
};

/**
 * What an error over HTTP says about the server: `skipped` where we did not want to look or had no means
 * to, `failed` where we could not. `step` is where the crawl was. A bug of ours is returned as it is.
 */
export function asHttpEnd(error: unknown, step: FailedStep, signal: AbortSignal): Error {
  if (error instanceof CrawlEnded || error instanceof RpcError) return error;
  if (signal.aborted && error === signal.reason) {
    return new CrawlEnded({ kind: 'skipped', reason: 'interrupted' }, { cause: error });
  }
  if (!(error instanceof GuardError)) return error as Error;
  const shortage = asShortage(error.cause);
  if (shortage) return shortage;
  const { fault, message, retryAt, retryHost } = error;
  if (fault === 'refused' || fault === 'unwelcome') {
    return new CrawlEnded({ kind: 'skipped', reason: message }, { cause: error });
  }
  return new CrawlEnded(
    {
      kind: 'failed',
      step: stepOfFault[fault] ?? step,
      message,
      ...(retryAt === undefined ? {} : { retryAt: retryAt.toISOString() }),
      ...(retryHost === undefined ? {} : { retryHost }),
    },
    { cause: error },
  );
}
