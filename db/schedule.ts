import type { CrawlOutcome } from '../crawler/outcome.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** What the next crawl of a server depends on. Moments are ISO 8601. */
export interface CrawlHistory {
  kind: CrawlOutcome['kind'];
  /** Failed crawls in a row, this one included. */
  failures: number;
  /** What the server asked for (`Retry-After`). */
  retryAt?: string | undefined;
  /** When a listing last differed from the one before, or was the first; null: this is the first. */
  toolsChangedAt: string | null;
  /** Listed: for how long from now the server lets its list be kept. */
  freshMs?: number | undefined;
}

const shortest = 6 * hour;
const longestListed = 7 * day;
const longestFailed = 30 * day;

/**
 * When to look at a server again, ISO 8601. Listed: a quarter of the time since it last changed,
 * from 6 hours to 7 days (one day after a first listing). Failed: one hour, doubled with each
 * failure in a row, up to 30 days. Login: a week. Skipped: a day. All with ± 10 % jitter, so that servers
 * found together do not stay together, and never before `retryAt`, nor while a list may be kept, of
 * which 7 days are believed.
 *
 * @param random uniform in [0, 1)
 */
export function nextDue(history: CrawlHistory, now: string, random: () => number): string {
  const start = Date.parse(now);
  const chance = random();
  const wait = interval(history, start) * (0.9 + 0.2 * chance);
  const fresh = Math.min(history.freshMs ?? 0, longestListed) * (1 + 0.1 * chance);
  const earliest = Date.parse(earliestRetry(history.retryAt, now));
  return new Date(Math.max(start + wait, start + fresh, earliest)).toISOString();
}

/** What a host asked for (`Retry-After`), at most 30 days from now; without a wish, now. */
export function earliestRetry(retryAt: string | undefined, now: string): string {
  const start = Date.parse(now);
  const asked = retryAt === undefined ? Number.NaN : Date.parse(retryAt);
  return new Date(
    Number.isNaN(asked) ? start : Math.min(asked, start + longestFailed),
  ).toISOString();
}

function interval(history: CrawlHistory, now: number): number {
  switch (history.kind) {
    case 'listed': {
      if (history.toolsChangedAt === null) return day;
      const unchanged = now - Date.parse(history.toolsChangedAt);
      return Math.min(Math.max(unchanged / 4, shortest), longestListed);
    }
    case 'failed':
      return Math.min(hour * 2 ** Math.min(history.failures - 1, 30), longestFailed);
    case 'auth-required':
      return 7 * day;
    case 'skipped':
      return day;
  }
}
