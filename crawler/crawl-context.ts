import { createGuard, type Guard } from './guard/guard.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { Sandbox } from './sandbox/sandbox.ts';

/** What a crawl needs to know of its surroundings. */
export interface CrawlContext {
  /** Folder for installed packages; made when missing, may be shared by processes. */
  cacheDir: string;
  /** From `findSandbox`; without one, packages are skipped unless `allowUnsandboxed`. */
  sandbox: Sandbox | undefined;
  allowUnsandboxed: boolean;
  /** The door to remote servers; one for all crawls of a process, so that it knows each host's load. */
  guard: Guard;
  /** Private and loopback addresses may be reached (one's own servers). */
  allowPrivate: boolean;
  /** False when a user asks about servers that the user's own client talks to anyway. */
  obeyRobots: boolean;
  limits: Limits;
  now(): Date;
  /** `protocolVersion` of the server's last listed outcome: saves a probe. */
  protocolHint?: string;
  /** Ends the crawl early, as `skipped: interrupted`. */
  signal?: AbortSignal;
}

/** A context with the default limits and everything dangerous forbidden. */
export function crawlContext(
  given: Pick<CrawlContext, 'cacheDir' | 'sandbox'> & Partial<CrawlContext>,
): CrawlContext {
  return {
    allowUnsandboxed: false,
    guard: createGuard(),
    allowPrivate: false,
    obeyRobots: true,
    limits: defaultLimits,
    now: () => new Date(),
    ...given,
  };
}
