import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Json, JsonObject } from '../../../classifier/definition.ts';
import type { Handler } from './loopback.ts';

export interface McpServer {
  /** Which protocol eras it speaks. */
  eras: ('modern' | 'legacy')[];
  tools?: Json[];
  instructions?: string;
  /** Answers in a stream of events instead of one JSON body. */
  streams?: boolean;
  /** Replaces the answer to `tools/list`. */
  listTools?(params: JsonObject): JsonObject;
}

export const oneTool: Json = {
  name: 'read_clock',
  description: 'Returns the time.',
  inputSchema: { type: 'object', properties: {} },
};

/** A well-behaved server over streamable HTTP, as strict about headers as the specification. */
export function mcpServer(server: McpServer): Handler {
  const sessions = new Set<string>();
  return (request, response, body) => {
    if (request.method === 'DELETE') {
      const known = sessions.delete(String(request.headers['mcp-session-id']));
      response.writeHead(known ? 204 : 404).end();
      return;
    }
    if (request.method !== 'POST') {
      response.writeHead(405).end();
      return;
    }
    const message = JSON.parse(body) as JsonObject;
    const params = (message.params ?? {}) as JsonObject;
    const meta = (params._meta ?? {}) as JsonObject;
    if (meta['io.modelcontextprotocol/protocolVersion'] !== undefined) {
      answerModern(server, request.headers, message, params, response);
      return;
    }
    if (!server.eras.includes('legacy')) {
      sendJson(response, 400, rpcError(message.id, -32001, 'MCP-Protocol-Version is missing'));
      return;
    }
    answerLegacy(server, sessions, request.headers, message, params, response);
  };
}

type Headers = Record<string, string | string[] | undefined>;

function answerModern(
  server: McpServer,
  headers: Headers,
  message: JsonObject,
  params: JsonObject,
  response: ServerResponse,
): void {
  if (!server.eras.includes('modern')) {
    sendJson(response, 400, {
      jsonrpc: '2.0',
      id: null,
      error: { code: -32000, message: 'no session' },
    });
    return;
  }
  const versionMatches = headers['mcp-protocol-version'] === '2026-07-28';
  if (!versionMatches || headers['mcp-method'] !== message.method) {
    sendJson(response, 400, rpcError(message.id, -32001, 'header mismatch'));
  } else if (message.method === 'server/discover') {
    const introduction = { supportedVersions: ['2026-07-28'], ...introduce(server) };
    answer(server, response, message.id, {
      resultType: 'complete',
      ...introduction,
      ttlMs: 1000,
      cacheScope: 'public',
    });
  } else if (message.method === 'tools/list') {
    answer(server, response, message.id, {
      ttlMs: 0,
      cacheScope: 'public',
      ...toolsOf(server, params),
    });
  } else {
    sendJson(response, 404, rpcError(message.id, -32601, 'Method not found'));
  }
}

function answerLegacy(
  server: McpServer,
  sessions: Set<string>,
  headers: Headers,
  message: JsonObject,
  params: JsonObject,
  response: ServerResponse,
): void {
  if (message.method === 'initialize') {
    const session = randomUUID();
    sessions.add(session);
    response.setHeader('mcp-session-id', session);
    answer(server, response, message.id, { protocolVersion: '2025-11-25', ...introduce(server) });
  } else if (!sessions.has(String(headers['mcp-session-id']))) {
    sendJson(response, 400, rpcError(message.id, -32000, 'no valid session'));
  } else if (headers['mcp-protocol-version'] !== '2025-11-25') {
    sendJson(response, 400, rpcError(message.id, -32000, 'no protocol version'));
  } else if (message.id === undefined) {
    response.writeHead(202).end();
  } else if (message.method === 'tools/list') {
    answer(server, response, message.id, toolsOf(server, params));
  } else {
    sendJson(response, 200, rpcError(message.id, -32601, 'Method not found'));
  }
}

function introduce({ instructions }: McpServer): JsonObject {
  return {
    capabilities: { tools: {} },
    serverInfo: { name: 'fixture', version: '1.0.0' },
    ...(instructions === undefined ? {} : { instructions }),
  };
}

function toolsOf(server: McpServer, params: JsonObject): JsonObject {
  return server.listTools?.(params) ?? { tools: server.tools ?? [oneTool] };
}

function answer(
  server: McpServer,
  response: ServerResponse,
  id: Json | undefined,
  result: JsonObject,
): void {
  const message = { jsonrpc: '2.0', id: id ?? null, result };
  if (!server.streams) {
    sendJson(response, 200, message);
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.end(`event: message\ndata: ${JSON.stringify(message)}\n\n`);
}

export function rpcError(id: Json | undefined, code: number, message: string): JsonObject {
  return { jsonrpc: '2.0', id: id ?? null, error: { code, message } };
}

export function sendJson(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
