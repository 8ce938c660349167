import type { JsonObject } from '../../classifier/definition.ts';
import type { Limits } from '../limits.ts';
import { CrawlEnded, RpcError } from './transport.ts';

const methodNotFound = -32601;

export interface JsonRpcPeer {
  /** Feeds one parsed message, or a batch of them, that the server sent. */
  receive(message: unknown): void;
  /**
   * Feeds the text of one message. What is no JSON-RPC (a log line on stdout) counts as noise, and
   * too much of it ends the peer.
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
 */
export function createPeer(
  send: (message: JsonObject) => void,
  limits: Limits,
  onFault: (reason: CrawlEnded) => void,
  firstId = 1,
): JsonRpcPeer {
  const waiting = new Map<
    number,
    { method: string; settle: (answer: JsonObject | Error) => void }
  >();
  let lastId = firstId - 1;
  let unasked = 0;
  let ended: Error | undefined;
  let idle: NodeJS.Timeout | undefined;

  function heard(): void {
    clearTimeout(idle);
    if (waiting.size === 0 || ended) return;
    idle = setTimeout(() => {
      const method = waiting.values().next().value?.method ?? '';
      fail(stepOf(method), `no answer to ${method} for ${limits.idleMs / 1000} s`);
    }, limits.idleMs);
  }

  function end(reason: Error): void {
    ended ??= reason;
    clearTimeout(idle);
    for (const { settle } of waiting.values()) settle(ended);
    waiting.clear();
  }

  function fail(step: 'initialize' | 'list', message: string): void {
    const reason = new CrawlEnded({ kind: 'failed', step, message });
    end(reason);
    onFault(reason);
  }

  function receiveNoise(): void {
    unasked += 1;
    if (unasked <= limits.unaskedMessages || ended) return;
    const method = waiting.values().next().value?.method ?? '';
    fail(stepOf(method), `more than ${limits.unaskedMessages} messages nobody asked for`);
  }

  function receive(message: unknown): void {
    for (const item of Array.isArray(message) ? message : [message]) {
      if (ended) return;
      if (isObject(item)) receiveOne(item);
      else receiveNoise();
    }
  }

  function receiveText(text: string): void {
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      receiveNoise();
      return;
    }
    receive(message);
  }

  function receiveOne(message: JsonObject): void {
    if (typeof message.method === 'string') {
      receiveNoise();
      if (isId(message.id) && !ended) refuse(message.id, message.method);
      return;
    }
    const request = typeof message.id === 'number' ? waiting.get(message.id) : undefined;
    if (!request) {
      receiveNoise();
      return;
    }
    waiting.delete(message.id as number);
    request.settle(readAnswer(message));
    heard();
  }

  function refuse(id: string | number, method: string): void {
    if (method === 'ping') send({ jsonrpc: '2.0', id, result: {} });
    else send({ jsonrpc: '2.0', id, error: { code: methodNotFound, message: 'not supported' } });
  }

  function request(method: string, params: JsonObject): Promise<JsonObject> {
    return new Promise((resolve, reject) => {
      if (ended) {
        reject(ended);
        return;
      }
      lastId += 1;
      const settle = (answer: JsonObject | Error) =>
        answer instanceof Error ? reject(answer) : resolve(answer);
      waiting.set(lastId, { method, settle });
      heard();
      send({ jsonrpc: '2.0', id: lastId, method, params });
    });
  }

  function notify(method: string, params: JsonObject): void {
    if (!ended) send({ jsonrpc: '2.0', method, params });
  }

  return { receive, receiveText, heard, request, notify, end };
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

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
