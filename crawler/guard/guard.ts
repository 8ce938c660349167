import { userAgent } from '../identity.ts';
import { createResolve, type Dial, dialAddress, type Resolve } from './dialler.ts';
import { defaultGuardLimits, type GuardLimits } from './guard-limits.ts';
import { readUrl } from './guarded-url.ts';
import { type OptOut, readOptOut } from './opt-out.ts';
import { createPoliteness } from './politeness.ts';
import { createRobotsCache } from './robots.ts';
import { openVisit, type Visit, type VisitOptions } from './visit.ts';

export interface GuardOptions {
  /** See `userAgent`. */
  contact?: string;
  optOut?: OptOut;
  limits?: Partial<GuardLimits>;
  resolve?: Resolve;
  dial?: Dial;
  now?: () => Date;
}

/**
 * The only door to the network for everything a registry named. It remembers, for all visits of one
 * process, how often each host was asked and what its robots.txt said.
 */
export interface Guard {
  readonly optOut: OptOut;
  /**
   * Waits for a place at the host of `url`. The visit must be closed.
   * @throws {GuardError} `refused` for a URL that is none of ours, `wait` when the host has no place
   *   for us in time; the reason of `options.signal`
   */
  visit(url: string, options: VisitOptions): Promise<Visit>;
}

export function createGuard(options: GuardOptions = {}): Guard {
  const now = options.now ?? (() => new Date());
  const limits = { ...defaultGuardLimits, ...options.limits };
  const optOut = options.optOut ?? readOptOut('');
  const politeness = createPoliteness(limits, now);
  const surroundings = {
    userAgent: userAgent(options.contact),
    limits,
    optOut,
    politeness,
    robots: createRobotsCache(limits, now),
    resolve: options.resolve ?? createResolve(),
    dial: options.dial ?? ((request) => dialAddress(request)),
    now,
  };
  return {
    optOut,
    visit: async (text, visitOptions) => {
      const leave = await politeness.enter(readUrl(text).hostname, visitOptions.signal);
      return openVisit(visitOptions, surroundings, leave);
    },
  };
}
