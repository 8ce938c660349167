import { GuardError } from './guard-error.ts';
import type { GuardedResponse } from './guarded-response.ts';
import { readUrl } from './guarded-url.ts';

/** One request of a chain of redirects. */
export interface Hop {
  url: URL;
  method: 'GET' | 'POST' | 'DELETE';
  headers: Record<string, string>;
  body: string | undefined;
  signal: AbortSignal;
}

/**
 * The request that an answer sends us on to; undefined when it is no redirect.
 * @throws {GuardError} `redirect` when it leads where we do not go
 */
export function nextHop(hop: Hop, response: GuardedResponse): Hop | undefined {
  const { status } = response;
  const location = response.header('location');
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return undefined;
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

/** What is refused behind a redirect is a fault of the server that sent us there. */
export function asRedirectFault(error: unknown): unknown {
  if (!(error instanceof GuardError) || error.fault !== 'refused') return error;
  return new GuardError('redirect', `redirects to ${error.message}`, { cause: error });
}
