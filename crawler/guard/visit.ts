import { Agent } from 'undici';
import { ask } from './ask.ts';
import { createCheckedHosts, createConnector } from './connector.ts';
import { withDeadline } from './deadline.ts';
import type { Dial, Resolve } from './dialler.ts';
import { GuardError } from './guard-error.ts';
import type { GuardLimits } from './guard-limits.ts';
import type { GuardedResponse } from './guarded-response.ts';
import { hostOf, readUrl } from './guarded-url.ts';
import type { OptOut } from './opt-out.ts';
import type { Politeness } from './politeness.ts';
import { asRedirectFault, type Hop, nextHop } from './redirect.ts';
import type { RobotsAnswer, RobotsCache } from './robots.ts';

export interface VisitOptions {
  /** Longest silence before the headers and between two parts of a body. */
  idleMs: number;
  /** All bodies of the visit together, on the wire and decompressed. */
  totalBytes: number;
  /** Private addresses may be reached: one's own servers. */
  allowPrivate: boolean;
  /** False for an API that is made to be read by programs. */
  obeyRobots: boolean;
  signal: AbortSignal;
}

export interface GuardedRequest {
  method?: 'GET' | 'POST' | 'DELETE';
  headers?: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
}

/** One server's share of the network: its connections, its bytes, its place in the host's queue. */
export interface Visit {
  /**
   * Follows redirects itself, each checked like the first address. The method and body are kept,
   * except after 303, because an MCP endpoint that moved is still asked by POST.
   * @throws {GuardError}, or the reason of the signal that was aborted
   */
  fetch(url: string | URL, request?: GuardedRequest): Promise<GuardedResponse>;
  /** Ends all connections and gives the place back. */
  close(): Promise<void>;
}

export interface Surroundings {
  userAgent: string;
  limits: GuardLimits;
  optOut: OptOut;
  politeness: Politeness;
  robots: RobotsCache;
  resolve: Resolve;
  dial: Dial;
  now(): Date;
}

export function openVisit(
  options: VisitOptions,
  surroundings: Surroundings,
  leave: () => void,
): Visit {
  const { limits, optOut, robots } = surroundings;
  const { idleMs, totalBytes, signal: interruption } = options;
  const ended = new AbortController();
  const interrupt = () => ended.abort(interruption.reason);
  interruption.addEventListener('abort', interrupt, { once: true });
  if (interruption.aborted) interrupt();
  const hosts = createCheckedHosts(surroundings.resolve, limits.resolveMs, ended.signal);
  const agent = new Agent({
    connect: createConnector(hosts, surroundings.dial, limits, ended.signal),
    headersTimeout: idleMs,
    bodyTimeout: idleMs,
    maxHeaderSize: limits.headerBytes,
    maxResponseSize: totalBytes,
  });
  const budget = { left: totalBytes, wireLeft: totalBytes, total: totalBytes };
  const asking = { ...surroundings, dispatcher: agent, budget, idleMs };

  /** @returns whether the host is a private one */
  async function admit(url: URL, allowPrivate: boolean, obeyRobots: boolean): Promise<boolean> {
    if (optOut.hasHost(hostOf(url))) throw new GuardError('unwelcome', 'the host has opted out');
    const isPrivate = (await hosts.check(hostOf(url), allowPrivate)) === 'private';
    if (obeyRobots && !isPrivate) await robots.check(url, readRobots);
    return isPrivate;
  }

  async function follow(first: Hop, obeyRobots: boolean): Promise<GuardedResponse> {
    let hop = first;
    let allowPrivate = options.allowPrivate;
    for (let redirects = 0; redirects <= limits.redirects; redirects += 1) {
      // A public host has no say over what is reached inside this network.
      allowPrivate = await admit(hop.url, allowPrivate, obeyRobots).catch((error: unknown) => {
        throw redirects > 0 ? asRedirectFault(error) : error;
      });
      const response = await ask(hop, asking);
      const next = nextHop(hop, response);
      if (!next) return response;
      response.cancel();
      hop = next;
    }
    throw new GuardError('redirect', `more than ${limits.redirects} redirects`);
  }

  function readRobots(url: URL): Promise<RobotsAnswer> {
    const tooLate = () =>
      new GuardError('time', `robots.txt did not come within ${limits.robotsMs / 1000} s`);
    const headers = { accept: 'text/plain, */*;q=0.1' };
    return withDeadline(limits.robotsMs, tooLate, ended.signal, async (signal) => {
      const hop: Hop = { url, method: 'GET', headers, body: undefined, signal };
      const response = await follow(hop, false);
      if (response.status === 200) return { text: await response.start(limits.robotsBytes) };
      response.cancel();
      return { status: response.status };
    });
  }

  return {
    fetch: async (url, { method = 'GET', headers = {}, body, signal } = {}) => {
      const either = signal ? AbortSignal.any([ended.signal, signal]) : ended.signal;
      const hop: Hop = { url: readUrl(url), method, headers, body, signal: either };
      return follow(hop, options.obeyRobots);
    },
    close: async () => {
      interruption.removeEventListener('abort', interrupt);
      leave();
      ended.abort(new GuardError('broken', 'the visit is over'));
      await agent.destroy();
    },
  };
}
