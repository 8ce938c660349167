import type { JsonObject } from '../../classifier/definition.ts';
import { createValueMeter } from '../json-values.ts';
import type { Limits } from '../limits.ts';
import { createPendingRequests } from './pending-requests.ts';
import { CrawlEnded, RpcError } from './transport.ts';

const methodNotFound = -32601;

export interface JsonRpcPeer {
  /** Feeds one parsed message, or a batch of them, that the server sent. */
  receive(message: unknown): void;
  /**
   * Feeds the text of one message. What is no JSON-RPC (a log line on stdout) counts as noise. Too much
   * of it, and too many values, end the peer.
   */
  receiveText(text: string): void;
  /** Postpones the idle limit: the server is still sending. */
  heard(): void;
  request(method: string, params: JsonObject): Promise<JsonObject>;
  notify(method: string, params: JsonObject): void;
  /** Fails every request that waits, and every later one. */
  end(reason: Error): void;
}

/**
 * Our side of JSON-RPC over a pipe or an event stream: matches answers to requests, refuses every
 * request of the server except `ping`, and ends with `CrawlEnded` after too many unasked messages.
 * Peers of one server share its meter.
 */
export function createPeer(
  send: (message: JsonObject) => void,
  limits: Limits,
  onFault: (reason: CrawlEnded) => void,
  { firstId = 1, meter = createValueMeter(limits.values) } = {},
): JsonRpcPeer {
  const pending = createPendingRequests(limits.idleMs, () =>
    fail(`no answer to ${pending.oldest()} for ${limits.idleMs / 1000} s`),
  );
  let lastId = firstId - 1;
  let unasked = 0;
  let ended: Error | undefined;

  function end(reason: Error): void {
    ended ??= reason;
    pending.end(ended);
  }

  function fail(message: string): void {
    const step = stepOf(pending.oldest());
    const reason = new CrawlEnded({ kind: 'failed', step, message });
    end(reason);
    onFault(reason);
  }

  function receiveNoise(): void {
    unasked += 1;
    if (unasked <= limits.unaskedMessages || ended) return;
    fail(`more than ${limits.unaskedMessages} messages nobody asked for`);
  }

  function receiveText(text: string): void {
    if (ended) return;
    if (!meter.takes(text)) {
      fail(`sent more than ${limits.values} values`);
      return;
    }
    const message = parseJson(text);
    if (message === undefined) receiveNoise();
    else receive(message);
  }

  function receive(message: unknown): void {
    for (const item of Array.isArray(message) ? message : [message]) {
      if (ended) return;
      if (isObject(item)) receiveOne(item);
      else receiveNoise();
    }
  }

  function receiveOne(message: JsonObject): void {
    const { id, method } = message;
    if (typeof method === 'string') {
      receiveNoise();
      if (isId(id) && !ended) send(replyTo(id, method));
    } else if (!pending.settle(id, () => readAnswer(message))) receiveNoise();
  }

  async function request(method: string, params: JsonObject): Promise<JsonObject> {
    if (ended) throw ended;
    lastId += 1;
    const answer = pending.add(lastId, method);
    send({ jsonrpc: '2.0', id: lastId, method, params });
    return answer;
  }

  return {
    receive,
    receiveText,
    heard: pending.heard,
    request,
    notify: (method, params) => {
      if (!ended) send({ jsonrpc: '2.0', method, params });
    },
    end,
  };
}

/** To a request of the server: `ping` is answered, everything else refused. */
function replyTo(id: string | number, method: string): JsonObject {
  if (method === 'ping') return { jsonrpc: '2.0', id, result: {} };
  return { jsonrpc: '2.0', id, error: { code: methodNotFound, message: 'not supported' } };
}

/** Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Which step of a crawl a request belongs to. */
export function stepOf(method: string): 'initialize' | 'list' {
  return method.endsWith('/list') ? 'list' : 'initialize';
}

export function readAnswer(message: JsonObject): JsonObject | Error {
  if (isObject(message.result)) return message.result;
  if (isObject(message.error)) {
    const { code, message: text, data } = message.error;
    return new RpcError(
      typeof code === 'number' ? code : 0,
      typeof text === 'string' ? text : 'error without a message',
      data,
    );
  }
  return new RpcError(0, 'the answer has neither a result object nor an error');
}

/** An id that nests deep enough could not be written back. */
function isId(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
