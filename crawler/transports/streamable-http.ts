import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '../../classifier/definition.ts';
import type { GuardedResponse } from '../guard/guarded-response.ts';
import type { Visit } from '../guard/visit.ts';
import { openSession } from '../session.ts';
import { isEventStream, mediaType, readEvents } from './event-stream.ts';
import { asHttpEnd } from './http-ends.ts';
import { errorBytes, readLoginWall } from './http-login.ts';
import { createPeer, type JsonRpcPeer, readAnswer, stepOf } from './json-rpc.ts';
import {
  type CrawlEnd,
  CrawlEnded,
  type Session,
  type TransportContext,
  type Wire,
} from './transport.ts';

export interface HttpTarget {
  url: string;
  headers: Record<string, string>;
}

/** The server answered in HTTP only. */
export class HttpRefused extends CrawlEnded {
  override name = 'HttpRefused';
  readonly status: number;

  constructor(end: CrawlEnd, status: number) {
    super(end);
    this.status = status;
  }
}

const versionKey = 'io.modelcontextprotocol/protocolVersion';
/** A stream that ends right after its answer leaves its connection for the next request. */
const streamEndMs = 50;
const goodbyeMs = 2_000;
/** Requests of the server that get an answer; a server that asks for more waits in vain. */
export const maxReplies = 10;

/**
 * Opens a session over streamable HTTP, both with the sessions of the protocol up to 2025-11-25 and
 * without, as since 2026-07-28
 * (https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http).
 * The visit stays open when the session is closed.
 * @throws {CrawlEnded}
 */
export async function connectStreamableHttp(
  target: HttpTarget,
  visit: Visit,
  context: TransportContext,
): Promise<Session> {
  return openSession(openWire(target, visit, context), context);
}

function openWire({ url, headers }: HttpTarget, visit: Visit, context: TransportContext): Wire {
  const { limits, signal } = context;
  let lastId = 0;
  let replies = 0;
  let sessionId: string | undefined;
  let negotiated: string | undefined;

  function post(message: JsonObject, ended: AbortSignal): Promise<GuardedResponse> {
    return visit.fetch(url, {
      method: 'POST',
      headers: {
        ...headers,
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        ...protocolHeaders(message, sessionId, negotiated),
      },
      body: JSON.stringify(message),
      signal: ended,
    });
  }

  /** Reads what comes back for one request into its peer. */
  async function exchange(message: JsonObject, peer: JsonRpcPeer, ended: AbortSignal) {
    const response = await post(message, ended);
    if (message.method === 'initialize') sessionId = readSessionId(response) ?? sessionId;
    if (response.status < 200 || response.status > 299) throw await refusal(response, message);
    if (isEventStream(response)) await readStream(response, peer);
    else peer.receiveText(await response.text(limits.messageBytes));
    peer.end(noAnswer(response, message));
  }

  /** Which error an error status is: a login wall, a JSON-RPC error (with whatever id) or neither. */
  async function refusal(response: GuardedResponse, message: JsonObject): Promise<Error> {
    const body = await response.start(errorBytes);
    const wall = await readLoginWall(response, body, visit, signal);
    if (wall) return wall;
    const parsed = parseJson(body);
    const answer = isObject(parsed) && isObject(parsed.error) ? readAnswer(parsed) : undefined;
    return answer instanceof Error ? answer : noAnswer(response, message);
  }

  async function readStream(response: GuardedResponse, peer: JsonRpcPeer): Promise<void> {
    await readEvents(response, limits.messageBytes, {
      onBytes: peer.heard,
      onEvent: ({ data }) => peer.receiveText(data),
    });
  }

  async function request(method: string, params: JsonObject): Promise<JsonObject> {
    lastId += 1;
    const stop = new AbortController();
    const ended = AbortSignal.any([signal, stop.signal]);
    let done: Promise<void> | undefined;
    function send(message: JsonObject): void {
      if (message.method === undefined) reply(message);
      else done = exchange(message, peer, ended).catch(end);
    }
    function end(error: unknown): void {
      peer.end(asHttpEnd(error, stepOf(method), signal));
    }
    const peer = createPeer(send, limits, (reason) => stop.abort(reason), lastId);
    try {
      return await peer.request(method, params);
    } finally {
      await Promise.race([done, sleep(streamEndMs)]);
      stop.abort();
    }
  }

  /** Answers a request of the server, so that it goes on; what comes back is of no interest. */
  function reply(message: JsonObject): void {
    replies += 1;
    if (replies <= maxReplies) void post(message, signal).then(cancel, () => {});
  }

  async function notify(method: string, params: JsonObject): Promise<void> {
    await post({ jsonrpc: '2.0', method, params }, signal).then(cancel, (error: unknown) => {
      const end = asHttpEnd(error, stepOf(method), signal);
      if (!(end instanceof CrawlEnded)) throw end;
    });
  }

  async function close(): Promise<void> {
    if (sessionId === undefined || signal.aborted) return;
    const goodbye = visit.fetch(url, {
      method: 'DELETE',
      headers: { ...headers, ...protocolHeaders({}, sessionId, negotiated) },
      signal: AbortSignal.any([signal, AbortSignal.timeout(goodbyeMs)]),
    });
    sessionId = undefined;
    await goodbye.then(cancel, () => {});
  }

  function setProtocolVersion(version: string): void {
    negotiated = version;
  }

  return { request, notify, setProtocolVersion, close };
}

/** A message of the newer era says its version itself; an older one goes by what was negotiated. */
function protocolHeaders(
  { method, params }: JsonObject,
  sessionId: string | undefined,
  negotiated: string | undefined,
): Record<string, string> {
  const meta = isObject(params) && isObject(params._meta) ? params._meta : {};
  const version = meta[versionKey];
  if (typeof version === 'string' && typeof method === 'string') {
    // `Mcp-Name` belongs to calls and reads, which are never sent.
    return { 'mcp-protocol-version': version, 'mcp-method': method };
  }
  return {
    ...(sessionId === undefined ? {} : { 'mcp-session-id': sessionId }),
    ...(negotiated === undefined || method === 'initialize'
      ? {}
      : { 'mcp-protocol-version': negotiated }),
  };
}

/** Only what the specification allows in one: it is sent back as a header. */
function readSessionId(response: GuardedResponse): string | undefined {
  const id = response.header('mcp-session-id');
  return id !== null && /^[\x21-\x7e]{1,1024}$/.test(id) ? id : undefined;
}

function noAnswer(response: GuardedResponse, { method }: JsonObject): HttpRefused {
  const message = `HTTP ${response.status}, ${mediaType(response)}, and no answer in it`;
  const end = { kind: 'failed', step: stepOf(String(method)), message } as const;
  return new HttpRefused(end, response.status);
}

function cancel(response: GuardedResponse): void {
  response.cancel();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
