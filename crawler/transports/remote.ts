import type { Visit } from '../guard/visit.ts';
import type { HttpTarget } from './http-channel.ts';
import { connectSse } from './sse.ts';
import { connectStreamableHttp, HttpRefused } from './streamable-http.ts';
import { CrawlEnded, type Session, type TransportContext } from './transport.ts';

/** A server of the older transport refuses our POST with one of these. */
const olderTransport = [400, 404, 405];

/**
 * Opens a session over HTTP. An address that does not know streamable HTTP is tried with the older
 * transport, as the specification asks; when that fails too, the first refusal is what counts.
 * @throws {CrawlEnded}
 */
export async function connectRemote(
  target: HttpTarget & { type: 'streamable-http' | 'sse' },
  visit: Visit,
  context: TransportContext,
): Promise<Session> {
  if (target.type === 'sse') return connectSse(target, visit, context);
  try {
    return await connectStreamableHttp(target, visit, context);
  } catch (refusal) {
    if (!(refusal instanceof HttpRefused) || !olderTransport.includes(refusal.status)) {
      throw refusal;
    }
    try {
      return await connectSse(target, visit, context);
    } catch (error) {
      if (!(error instanceof CrawlEnded)) throw error;
      throw error.end.kind === 'auth-required' ? error : refusal;
    }
  }
}
