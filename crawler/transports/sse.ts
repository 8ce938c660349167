import type { JsonObject } from '../../classifier/definition.ts';
import { GuardError } from '../guard/guard-error.ts';
import type { GuardedResponse } from '../guard/guarded-response.ts';
import type { Visit } from '../guard/visit.ts';
import { legacyVersion, openSession } from '../session.ts';
import { isEventStream, mediaType, readEvents } from './event-stream.ts';
import type { HttpTarget } from './http-channel.ts';
import { asHttpEnd } from './http-ends.ts';
import { errorBytes, readLoginWall } from './http-login.ts';
import { createPeer, type JsonRpcPeer, stepOf } from './json-rpc.ts';
import { maxReplies } from './streamable-http.ts';
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
  return openSession(wire, { ...context, protocolHint: legacyVersion });
}

async function openWire(
  target: HttpTarget,
  visit: Visit,
  { limits, signal: crawlSignal }: TransportContext,
): Promise<Wire> {
  const stop = new AbortController();
  const signal = AbortSignal.any([crawlSignal, stop.signal]);
  const headers = { ...target.headers };
  const peer = createPeer(send, limits, (reason) => stop.abort(reason));
  let step: 'initialize' | 'list' = 'initialize';
  let replies = 0;

  const stream = await openStream(target, visit, signal);
  const endpoint = await new Promise<URL>((resolve, reject) => {
    readStream(stream, limits.messageBytes, peer, resolve).catch((error: unknown) => {
      const end = asHttpEnd(error, step, crawlSignal);
      reject(end);
      peer.end(end);
    });
  });

  function send(message: JsonObject): void {
    if (message.method === undefined) replies += 1;
    if (message.method !== undefined || replies <= maxReplies) void post(message);
  }

  async function post(message: JsonObject): Promise<void> {
    try {
      const response = await visit.fetch(endpoint, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(message),
        signal,
      });
      const refusal = await readRefusal(response, visit, signal);
      if (refusal === undefined || message.method === undefined || message.id === undefined) return;
      peer.receive({ jsonrpc: '2.0', id: message.id, error: { code: 0, message: refusal } });
    } catch (error) {
      peer.end(asHttpEnd(error, step, crawlSignal));
    }
  }

  return {
    request: (method, params) => {
      step = stepOf(method);
      return peer.request(method, params);
    },
    notify: async (method, params) => peer.notify(method, params),
    setProtocolVersion: (version) => {
      headers['mcp-protocol-version'] = version;
    },
    close: async () => stop.abort(),
  };
}

async function openStream(
  { url, headers }: HttpTarget,
  visit: Visit,
  signal: AbortSignal,
): Promise<GuardedResponse> {
  const accept = 'text/event-stream';
  const response = await visit.fetch(url, { headers: { ...headers, accept }, signal });
  if (response.status === 200 && isEventStream(response)) return response;
  await readRefusal(response, visit, signal);
  throw failed(`HTTP ${response.status}, ${mediaType(response)} instead of a stream`);
}

/** Reads the answers into the peer until the stream ends, which it should not do. */
async function readStream(
  stream: GuardedResponse,
  maxBytes: number,
  peer: JsonRpcPeer,
  onEndpoint: (endpoint: URL) => void,
): Promise<never> {
  await readEvents(stream, maxBytes, {
    onBytes: peer.heard,
    onEvent: ({ event, data }) => {
      if (event === 'endpoint') onEndpoint(readEndpoint(data, stream.url));
      else peer.receiveText(data);
    },
  });
  throw new GuardError('broken', 'the stream of answers ended');
}

/** Our messages go to the origin of the stream, whatever the server names. */
function readEndpoint(data: string, stream: URL): URL {
  const endpoint = URL.parse(data, stream.href);
  if (endpoint?.origin === stream.origin) return endpoint;
  throw failed('names an address of another origin for messages');
}

/**
 * The status of a message that was not accepted; undefined when it was.
 * @throws {CrawlEnded} at a login wall
 */
async function readRefusal(
  response: GuardedResponse,
  visit: Visit,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (response.status < 300) {
    response.cancel();
    return undefined;
  }
  const wall = await readLoginWall(response, await response.start(errorBytes), visit, signal);
  if (wall) throw wall;
  return `HTTP ${response.status}`;
}

function failed(message: string): CrawlEnded {
  return new CrawlEnded({ kind: 'failed', step: 'initialize', message });
}
