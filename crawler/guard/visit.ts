import { Agent, request } from 'undici';
import { createCheckedHosts, createConnector } from './connector.ts';
import type { Dial, Resolve } from './dialler.ts';
import { asGuardError } from './fetch-error.ts';
import { GuardError } from './guard-error.ts';
import type { GuardLimits } from './guard-limits.ts';
import {
  acceptedEncodings,
  type ByteBudget,
  type GuardedResponse,
  guardResponse,
} from './guarded-response.ts';
import { hostOf, readUrl } from './guarded-url.ts';
import type { OptOut } from './opt-out.ts';
import { type Politeness, readRetryAfter } from './politeness.ts';
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

interface Hop {
  url: URL;
  method: 'GET' | 'POST' | 'DELETE';
  headers: Record<string, string>;
  body: string | undefined;
  signal: AbortSignal;
}

export function openVisit(
  options: VisitOptions,
  surroundings: Surroundings,
  leave: () => void,
): Visit {
  const { limits, optOut, politeness, robots, now } = surroundings;
  const closed = new AbortController();
  const hosts = createCheckedHosts(surroundings.resolve, limits.resolveMs);
  const budget: ByteBudget = { left: options.totalBytes, total: options.totalBytes };
  const agent = new Agent({
    connect: createConnector(hosts, surroundings.dial, limits, closed.signal),
    headersTimeout: options.idleMs,
    bodyTimeout: options.idleMs,
    maxHeaderSize: limits.headerBytes,
    maxResponseSize: options.totalBytes,
  });

  async function admit(url: URL, allowPrivate: boolean, obeyRobots: boolean): Promise<boolean> {
    if (optOut.hasHost(hostOf(url))) throw new GuardError('unwelcome', 'the host has opted out');
    const isPrivate = (await hosts.check(hostOf(url), allowPrivate)) === 'private';
    if (obeyRobots && !isPrivate) await robots.check(url, readRobots);
    return isPrivate;
  }

  async function follow(first: Hop, obeyRobots: boolean): Promise<GuardedResponse> {
    let hop = first;
    let allowPrivate = options.allowPrivate;
    for (let redirects = 0; ; redirects += 1) {
      // A public host has no say over what is reached inside this network.
      allowPrivate = await admit(hop.url, allowPrivate, obeyRobots).catch((error: unknown) => {
        throw redirects > 0 ? asRedirectFault(error) : error;
      });
      const response = await askPatiently(hop);
      const location = isRedirect(response.status) ? response.header('location') : null;
      if (location === null) return response;
      response.cancel();
      if (redirects === limits.redirects) {
        throw new GuardError('redirect', `more than ${limits.redirects} redirects`);
      }
      hop = nextHop(hop, response.status, location);
    }
  }

  /** One request, and a second one when the host asked for a short wait. */
  async function askPatiently(hop: Hop): Promise<GuardedResponse> {
    const host = hostOf(hop.url);
    for (let attempt = 1; ; attempt += 1) {
      await politeness.turn(host, hop.signal);
      const response = await ask(hop);
      const waitMs = askedToWait(response, limits, now());
      if (waitMs === undefined) return response;
      response.cancel();
      politeness.hold(host, waitMs);
      if (attempt > 1 || waitMs > limits.shortWaitMs) {
        const retryAt = new Date(now().getTime() + Math.min(waitMs, limits.longestWaitMs));
        throw new GuardError('wait', `HTTP ${response.status}: asked to wait`, { retryAt });
      }
    }
  }

  async function ask({ url, method, headers, body, signal }: Hop): Promise<GuardedResponse> {
    const translate = (error: unknown) => asGuardError(error, signal, options);
    try {
      const ours = { 'user-agent': surroundings.userAgent, 'accept-encoding': acceptedEncodings };
      const response = await request(url, {
        method,
        headers: { ...headers, ...ours },
        ...(body === undefined ? {} : { body }),
        signal,
        dispatcher: agent,
      });
      return guardResponse(response, url, budget, translate);
    } catch (error) {
      throw translate(error);
    }
  }

  async function readRobots(url: URL): Promise<RobotsAnswer> {
    const timeUp = AbortSignal.timeout(limits.robotsMs);
    const signal = AbortSignal.any([options.signal, closed.signal, timeUp]);
    const headers = { accept: 'text/plain, */*;q=0.1' };
    try {
      const response = await follow(
        { url, method: 'GET', headers, body: undefined, signal },
        false,
      );
      if (response.status !== 200) {
        response.cancel();
        return { status: response.status };
      }
      return { text: await readStart(response, limits.robotsBytes) };
    } catch (error) {
      if (!timeUp.aborted || options.signal.aborted || closed.signal.aborted) throw error;
      const message = `robots.txt did not come within ${limits.robotsMs / 1000} s`;
      throw new GuardError('time', message, { cause: error });
    }
  }

  return {
    fetch: (url, { method = 'GET', headers = {}, body, signal } = {}) => {
      const signals = [options.signal, closed.signal, ...(signal ? [signal] : [])];
      return follow(
        { url: readUrl(url), method, headers, body, signal: AbortSignal.any(signals) },
        options.obeyRobots,
      );
    },
    close: async () => {
      leave();
      closed.abort(new GuardError('broken', 'the visit is over'));
      await agent.destroy();
    },
  };
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function nextHop(hop: Hop, status: number, location: string): Hop {
  let url: URL;
  try {
    url = readUrl(location, hop.url);
  } catch (error) {
    throw asRedirectFault(error);
  }
  if (hop.url.protocol === 'https:' && url.protocol === 'http:') {
    throw new GuardError('redirect', 'redirects from https to http');
  }
  const seeOther = status === 303 && hop.method === 'POST';
  return { ...hop, url, ...(seeOther ? { method: 'GET', body: undefined } : {}) };
}

function asRedirectFault(error: unknown): unknown {
  if (!(error instanceof GuardError) || error.fault !== 'refused') return error;
  return new GuardError('redirect', `redirects to ${error.message}`, { cause: error });
}

/** Milliseconds the host wants to be left alone; undefined when it does not say so. */
function askedToWait(
  response: GuardedResponse,
  limits: GuardLimits,
  now: Date,
): number | undefined {
  if (response.status !== 429 && response.status !== 503) return undefined;
  const named = readRetryAfter(response.header('retry-after'), now);
  return response.status === 429 ? (named ?? limits.assumedWaitMs) : named;
}

/** What comes after the limit is as if it were not there. */
async function readStart(response: GuardedResponse, maxBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.chunks()) {
    parts.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= maxBytes) break;
  }
  return Buffer.concat(parts).subarray(0, maxBytes).toString('utf8');
}
