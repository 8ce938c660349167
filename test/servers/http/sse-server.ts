import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { JsonObject } from '../../../classifier/definition.ts';
import type { Handler } from './loopback.ts';
import { oneTool, rpcError } from './mcp-server.ts';

export interface SseServer {
  /** What the first event names as the address for messages; undefined: no such event comes. */
  endpoint?(session: string): string | undefined;
  /** Status that messages are refused with. */
  refuses?: number;
  /** Before the stream answers with its tools. */
  beforeTools?(stream: ServerResponse): void;
}

/** A server of the older HTTP+SSE transport at `/sse` and `/messages`. */
export function sseServer(server: SseServer = {}): Handler {
  const streams = new Map<string, ServerResponse>();
  const endpoint = server.endpoint ?? ((session) => `/messages?session=${session}`);
  return (request, response, body) => {
    const url = new URL(request.url ?? '', 'http://fixture.test');
    if (request.method === 'GET' && url.pathname === '/sse') {
      const session = randomUUID();
      streams.set(session, response);
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      const address = endpoint(session);
      response.write(
        address === undefined ? ': hello\n\n' : `event: endpoint\ndata: ${address}\n\n`,
      );
      return;
    }
    const stream = streams.get(url.searchParams.get('session') ?? '');
    if (request.method !== 'POST' || !stream) {
      response.writeHead(request.method === 'GET' ? 404 : 405).end();
    } else if (server.refuses !== undefined) {
      response.writeHead(server.refuses).end();
    } else {
      response.writeHead(202).end('Accepted');
      answer(server, stream, JSON.parse(body));
    }
  };
}

function answer(server: SseServer, stream: ServerResponse, message: JsonObject): void {
  const { id, method } = message;
  if (id === undefined || typeof method !== 'string') return;
  function send(answer: JsonObject): void {
    if (!stream.writableEnded) stream.write(`event: message\ndata: ${JSON.stringify(answer)}\n\n`);
  }
  if (method === 'initialize') {
    const serverInfo = { name: 'older', version: '0.1.0' };
    const result = { protocolVersion: '2024-11-05', capabilities: { tools: {} }, serverInfo };
    send({ jsonrpc: '2.0', id, result });
  } else if (method === 'tools/list') {
    server.beforeTools?.(stream);
    send({ jsonrpc: '2.0', id, result: { tools: [oneTool] } });
  } else {
    send(rpcError(id, -32601, 'Method not found'));
  }
}
