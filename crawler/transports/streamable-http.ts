import { setTimeout as sleep } from 'node:timers/promises';
import type { JsonObject } from '../../classifier/definition.ts';
import type { GuardedResponse } from '../guard/guarded-response.ts';
import type { Visit } from '../guard/visit.ts';
import { createValueMeter } from '../json-values.ts';
import { openSession } from '../session.ts';
import { isEventStream, mediaType, readEvents } from './event-stream.ts';
import { type HttpTarget, openChannel } from './http-channel.ts';
import { asHttpEnd } from './http-ends.ts';
import { errorBytes, readLoginWall } from './http-login.ts';
import {
  createPeer,
  isObject,
  type JsonRpcPeer,
  parseJson,
  readAnswer,
  stepOf,
} from './json-rpc.ts';
import {
  type CrawlEnd,
  CrawlEnded,
  type Session,
  type TransportContext,
  type Wire,
} from './transport.ts';

/** The server answered in HTTP only. */
export class HttpRefused extends CrawlEnded {
  override name = 'HttpRefused';
  readonly status: number;

  constructor(end: CrawlEnd, status: number) {
    super(end);
    this.status = status;
  }
}

/** A stream that ends right after its answer leaves its connection for the next request. */
const streamEndMs = 50;
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

function openWire(target: HttpTarget, visit: Visit, context: TransportContext): Wire {
  const { limits, signal } = context;
  const channel = openChannel(target, visit, signal);
  const meter = createValueMeter(limits.values);
  let lastId = 0;
  let replies = 0;

  /** Reads what comes back for one request into its peer. */
  async function exchange(message: JsonObject, peer: JsonRpcPeer, ended: AbortSignal) {
    const response = await channel.post(message, ended);
    if (response.status < 200 || response.status > 299) {
      throw await readRefusal(response, message, visit, signal);
    }
    if (isEventStream(response)) await readStream(response, limits.messageBytes, peer);
    else peer.receiveText(await response.text(limits.messageBytes));
    peer.end(noAnswer(response, message));
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
    const onFault = (reason: CrawlEnded) => stop.abort(reason);
    const peer = createPeer(send, limits, onFault, { firstId: lastId, meter });
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
    if (replies <= maxReplies) void channel.post(message, signal).then(cancel, () => {});
  }

  async function notify(method: string, params: JsonObject): Promise<void> {
    const message = { jsonrpc: '2.0', method, params };
    await channel.post(message, signal).then(cancel, (error: unknown) => {
      const end = asHttpEnd(error, stepOf(method), signal);
      if (!(end instanceof CrawlEnded)) throw end;
    });
  }

  const { setProtocolVersion, close } = channel;
  return { request, notify, setProtocolVersion, close };
}

/** Which error an error status is: a login wall, a JSON-RPC error (with whatever id) or neither. */
async function readRefusal(
  response: GuardedResponse,
  message: JsonObject,
  visit: Visit,
  signal: AbortSignal,
): Promise<Error> {
  const body = await response.start(errorBytes);
  const wall = await readLoginWall(response, body, visit, signal);
  if (wall) return wall;
  const parsed = parseJson(body);
  const answer = isObject(parsed) && isObject(parsed.error) ? readAnswer(parsed) : undefined;
  return answer instanceof Error ? answer : noAnswer(response, message);
}

async function readStream(
  response: GuardedResponse,
  maxBytes: number,
  peer: JsonRpcPeer,
): Promise<void> {
  await readEvents(response, maxBytes, {
    onBytes: peer.heard,
    onEvent: ({ data }) => peer.receiveText(data),
  });
}

function noAnswer(response: GuardedResponse, { method }: JsonObject): HttpRefused {
  const message = `HTTP ${response.status}, ${mediaType(response)}, and no answer in it`;
  const end = { kind: 'failed', step: stepOf(String(method)), message } as const;
  return new HttpRefused(end, response.status);
}

function cancel(response: GuardedResponse): void {
  response.cancel();
}
