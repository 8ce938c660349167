import { CrawlEnded } from './transports/transport.ts';

const shortOf: Readonly<Record<string, string>> = {
  EMFILE: 'descriptors',
  ENFILE: 'descriptors',
  EAGAIN: 'processes',
  ENOMEM: 'memory',
};

/**
 * The end of a crawl that this machine had no means for, where a failed system call says so: nothing is
 * known of the server then, and it is looked at again.
 */
export function asShortage(error: unknown): CrawlEnded | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!Object.hasOwn(shortOf, code)) return undefined;
  const reason = `the crawler ran out of ${shortOf[code]}`;
  return new CrawlEnded({ kind: 'skipped', reason }, { cause: error });
}
