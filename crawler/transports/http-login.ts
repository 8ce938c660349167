import { z } from 'zod';
import { GuardError } from '../guard/guard-error.ts';
import type { GuardedResponse } from '../guard/guarded-response.ts';
import type { Visit } from '../guard/visit.ts';
import { findLoginWall } from '../login-wall.ts';
import { CrawlEnded } from './transport.ts';

/** RFC 9728. */
const ProtectedResource = z.object({ authorization_servers: z.array(z.url()).min(1) });

/** More of an error's body is not read. */
export const errorBytes = 64 * 1024;

/**
 * Recognises a login wall and reads which login it wants; undefined when the status is no wall. A
 * bare 403 is as often a firewall, so it counts only with a challenge or words to that effect.
 */
export async function readLoginWall(
  response: GuardedResponse,
  body: string,
  visit: Visit,
  signal: AbortSignal,
): Promise<CrawlEnded | undefined> {
  const { status, url } = response;
  if (status !== 401 && status !== 403) return undefined;
  const challenge = response.header('www-authenticate');
  const words = findLoginWall(body);
  if (status === 403 && challenge === null && words === undefined) return undefined;
  const issuer = await readIssuer(url, challenge ?? '', visit, signal);
  const scheme = /^[A-Za-z][\w-]{0,30}/.exec(challenge ?? '')?.[0];
  const wanted = issuer ? `OAuth by ${issuer}` : (scheme ?? words);
  const how = wanted ? `HTTP ${status}, ${wanted}` : `HTTP ${status}`;
  return new CrawlEnded({ kind: 'auth-required', how });
}

/** Host of the authorization server, out of the protected-resource metadata of the same origin. */
async function readIssuer(
  endpoint: URL,
  challenge: string,
  visit: Visit,
  signal: AbortSignal,
): Promise<string | undefined> {
  const named = /resource_metadata="([^"]{1,2000})"/i.exec(challenge)?.[1];
  const path = endpoint.pathname === '/' ? '' : endpoint.pathname;
  const url = URL.parse(named ?? `/.well-known/oauth-protected-resource${path}`, endpoint.href);
  // Whoever wants a login may not send us to other hosts.
  if (url?.origin !== endpoint.origin) return undefined;
  try {
    const response = await visit.fetch(url, { headers: { accept: 'application/json' }, signal });
    if (response.status !== 200) {
      response.cancel();
      return undefined;
    }
    const metadata = ProtectedResource.safeParse(JSON.parse(await response.text(errorBytes)));
    const [issuer = ''] = metadata.data?.authorization_servers ?? [];
    return URL.parse(issuer)?.host || undefined;
  } catch (error) {
    if (error instanceof GuardError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
