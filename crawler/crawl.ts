import { asCrawlEnded } from './at-step.ts';
import { cleanText } from './clean-text.ts';
import type { CrawlContext } from './crawl-context.ts';
import { listTarget } from './list-target.ts';
import type { CrawlOutcome, Provenance } from './outcome.ts';
import type { ServerEntry, Target } from './server-entry.ts';
import type { CrawlEnd } from './transports/transport.ts';
import { within } from './within.ts';

export type { CrawlContext } from './crawl-context.ts';

type Wait = Pick<CrawlOutcome, 'retryAt' | 'retryHost'>;
type Attempt = (CrawlEnd | Awaited<ReturnType<typeof listTarget>>) &
  Pick<CrawlOutcome, 'provenance'> &
  Wait;

const messageChars = 500;
/** Of several targets that gave no list, the end that says most. */
const preference = ['listed', 'auth-required', 'failed', 'skipped'];

/**
 * Lists the tools of one server and says how it ended. The targets are tried in their order until
 * one gives a list. Nothing that a server or its package does throws: each end is an outcome. Nothing is called but
 * the lists, no process of the server is left, and every text in the outcome but the definitions
 * and `instructions` is one clean line without paths of this machine.
 *
 * ```ts
 * const sandbox = await findSandbox(cacheDir);
 * const outcome = await crawlServer(entry, crawlContext({ cacheDir, sandbox }));
 * ```
 */
export async function crawlServer(
  entry: ServerEntry,
  context: CrawlContext,
): Promise<CrawlOutcome> {
  const started = context.now();
  const { serverMs } = context.limits;
  const message = `not done within ${serverMs / 1000} s`;
  const tooLate = () => ({ kind: 'failed', step: 'connect', message }) as const;
  const attempt = await within(serverMs, tooLate, context.signal, (signal) =>
    attemptAll(entry, { ...context, signal }),
  );
  return {
    ...clean(attempt, context.cacheDir),
    serverId: entry.id,
    at: started.toISOString(),
    durationMs: context.now().getTime() - started.getTime(),
  };
}

async function attemptAll(
  entry: ServerEntry,
  context: CrawlContext & { signal: AbortSignal },
): Promise<Attempt> {
  if (entry.status === 'deleted') return { kind: 'skipped', reason: 'deleted from its registry' };
  if (context.guard.optOut.hasServer(entry.id)) return { kind: 'skipped', reason: 'opted out' };
  let best: Attempt = {
    kind: 'skipped',
    reason: 'its registry names no way to reach it that this crawler has',
  };
  let wait: Wait = {};
  for (const [place, target] of entry.targets.entries()) {
    const attempt = await attemptTarget(target, context);
    wait = longerWait(wait, attempt);
    if (attempt.kind === 'listed' || context.signal.aborted) return { ...attempt, ...wait };
    if (place === 0 || preference.indexOf(attempt.kind) < preference.indexOf(best.kind))
      best = attempt;
  }
  return { ...best, ...wait };
}

/** Moments are ISO 8601 in UTC with milliseconds, so that they compare as text. */
function longerWait(before: Wait, { retryAt, retryHost }: Attempt): Wait {
  if (retryAt === undefined || retryAt <= (before.retryAt ?? '')) return before;
  return retryHost === undefined ? { retryAt } : { retryAt, retryHost };
}

async function attemptTarget(target: Target, context: CrawlContext): Promise<Attempt> {
  const provenance: Provenance = { target: target.type };
  if ('identifier' in target) {
    provenance.package = target.identifier;
    if (target.version !== undefined) provenance.version = target.version;
    if (target.leftOut !== undefined) provenance.leftOut = target.leftOut;
  }
  try {
    return { ...(await listTarget(target, context, provenance)), provenance };
  } catch (error) {
    return { ...asCrawlEnded(error, 'resolve').end, provenance };
  }
}

function clean(attempt: Attempt, cacheDir: string): Attempt {
  const text = (value: string) => cleanText(value, messageChars, [cacheDir]);
  switch (attempt.kind) {
    case 'failed':
      return { ...attempt, message: text(attempt.message) };
    case 'auth-required':
      return { ...attempt, how: text(attempt.how) };
    case 'skipped':
      return { ...attempt, reason: text(attempt.reason) };
    case 'listed':
      return attempt;
  }
}
