import type { JsonObject } from '../../classifier/definition.ts';
import type { GuardedResponse } from '../guard/guarded-response.ts';
import type { Visit } from '../guard/visit.ts';
import { legacyVersion, openSession } from '../session.ts';
import { isEventStream, mediaType, readEvents } from './event-stream.ts';
import { asHttpEnd } from './http-ends.ts';
import { errorBytes, readLoginWall } from './http-login.ts';
import { createPeer } from './json-rpc.ts';
import { type HttpTarget, maxReplies } from './streamable-http.ts';
import { CrawlEnded, type Session, type TransportContext, type Wire } from './transport.ts';

/**
 * Opens a session over the older HTTP+SSE transport: one stream for all answers, whose first event
 * names the address for our messages
 * (https://modelcontextprotocol.io/specification/2024-11-05/basic/transports#http-with-sse). Only
 * servers of the older era speak it, so the newer one is not probed.
 * @throws {CrawlEnded}
 */
export async function connectSse(
  target: HttpTarget,
  visit: Visit,
  context: TransportContext,
): Promise<Session> {
  const wire = await openWire(target, visit, context).catch((error: unknown) => {
    throw asHttpEnd(error, 'initialize', context.signal);
  });
  try {
    const { limits } = context;
    return await openSession(wire, { probeMs: limits.probeMs, protocolHint: legacyVersion });
  } catch (error) {
    await wire.close();
    throw error;
  }
}

async function openWire(
  { url, headers }: HttpTarget,
  visit: Visit,
  { limits, signal: crawlSignal }: TransportContext,
): Promise<Wire> {
  const stop = new AbortController();
  const signal = AbortSignal.any([crawlSignal, stop.signal]);
  const peer = createPeer(send, limits, (reason) => stop.abort(reason));
  let version: string | undefined;
  let replies = 0;

  const stream = await visit.fetch(url, {
    headers: { ...headers, accept: 'text/event-stream' },
    signal,
  });
  if (stream.status !== 200 || !isEventStream(stream)) throw await noStream(stream);

  const endpoint = await new Promise<URL>((resolve, reject) => {
    function onEvent({ event, data }: { event?: string | undefined; data: string }): void {
      if (event === 'endpoint') readEndpoint(data, stream.url, resolve, reject);
      else receive(data);
    }
    readEvents(stream, limits.messageBytes, { onEvent, onBytes: peer.heard })
      .then(() => {
        throw failed('the stream of answers ended');
      })
      .catch((error: unknown) => {
        const end = asHttpEnd(error, 'list', crawlSignal);
        reject(end);
        peer.end(end);
      });
  });

  function receive(data: string): void {
    let message: unknown;
    try {
      message = JSON.parse(data);
    } catch {
      peer.receiveNoise();
      return;
    }
    peer.receive(message);
  }

  async function noStream(response: GuardedResponse): Promise<CrawlEnded> {
    const body = await response.text(errorBytes);
    const wall = await readLoginWall(response, body, visit, signal);
    const got = `HTTP ${response.status}, ${mediaType(response)}`;
    return wall ?? failed(`${got} instead of a stream of events`);
  }

  function send(message: JsonObject): void {
    if (message.method === undefined) replies += 1;
    if (replies <= maxReplies || message.method !== undefined) void post(message);
  }

  async function post(message: JsonObject): Promise<void> {
    try {
      const response = await visit.fetch(endpoint, {
        method: 'POST',
        headers: {
          ...headers,
          'content-type': 'application/json',
          ...(version === undefined ? {} : { 'mcp-protocol-version': version }),
        },
        body: JSON.stringify(message),
        signal,
      });
      if (response.status < 300) return await response.cancel();
      const wall = await readLoginWall(response, await response.text(errorBytes), visit, signal);
      if (wall) throw wall;
      if (message.method === undefined || message.id === undefined) return;
      const error = { code: 0, message: `HTTP ${response.status}` };
      peer.receive({ jsonrpc: '2.0', id: message.id, error });
    } catch (error) {
      peer.end(asHttpEnd(error, 'initialize', crawlSignal));
    }
  }

  return {
    request: (method, params) => peer.request(method, params),
    notify: async (method, params) => peer.notify(method, params),
    setProtocolVersion: (negotiated) => {
      version = negotiated;
    },
    close: async () => stop.abort(),
  };
}

/** Our messages go to the origin of the stream, whatever the server names. */
function readEndpoint(
  data: string,
  base: URL,
  resolve: (endpoint: URL) => void,
  reject: (error: CrawlEnded) => void,
): void {
  const endpoint = URL.parse(data, base.href);
  if (endpoint?.origin === base.origin) resolve(endpoint);
  else reject(failed('names an address of another origin for messages'));
}

function failed(message: string): CrawlEnded {
  return new CrawlEnded({ kind: 'failed', step: 'initialize', message });
}
