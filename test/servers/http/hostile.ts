import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Json, JsonObject } from '../../../classifier/definition.ts';
import type { Handler } from './loopback.ts';
import { mcpServer, oneTool, rpcError, sendJson } from './mcp-server.ts';

type Misbehave = (response: ServerResponse, message: JsonObject, request: IncomingMessage) => void;

const modern = { eras: ['modern' as const] };
const megabyte = 'x'.repeat(1_000_000);

/** Honest until it is asked for its tools. */
function overTools(misbehave: Misbehave): Handler {
  const honest = mcpServer(modern);
  return (request, response, body) => {
    const message = request.method === 'POST' ? (JSON.parse(body) as JsonObject) : {};
    if (message.method === 'tools/list') misbehave(response, message, request);
    else return honest(request, response, body);
  };
}

/** Answers every message alike. */
function always(misbehave: Misbehave): Handler {
  return (request, response, body) => {
    misbehave(response, body === '' ? {} : (JSON.parse(body) as JsonObject), request);
  };
}

function listing(listTools: (params: JsonObject, page: number) => JsonObject): Handler {
  let page = 0;
  return mcpServer({ ...modern, listTools: (params) => listTools(params, page++) });
}

function tools(...items: Json[]): Handler {
  return listing(() => ({ tools: items }));
}

function raw(body: string | Buffer, headers: Record<string, string> = {}): Misbehave {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body);
  };
}

function refuse(status: number, headers: Record<string, string> = {}, body = ''): Handler {
  return always((response) => {
    response.writeHead(status, headers).end(body);
  });
}

function sendEvents(response: ServerResponse, ...messages: Json[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const message of messages) response.write(`data: ${JSON.stringify(message)}\n\n`);
}

function listAnswer({ id }: JsonObject, ...items: Json[]): JsonObject {
  return { jsonrpc: '2.0', id: id ?? null, result: { tools: items } };
}

/** Writes as fast as it is read, until the other side hangs up. */
function flood(response: ServerResponse, part: string): void {
  function pump(): void {
    while (!response.destroyed && response.write(part));
    if (!response.destroyed) response.once('drain', pump);
  }
  pump();
}

function everyTick(response: ServerResponse, milliseconds: number, write: () => void): void {
  const timer = setInterval(write, milliseconds);
  response.on('close', () => clearInterval(timer));
}

/** `{"a":{"a":…{}…}}`, as text because not every serializer goes so deep. */
function nested(depth: number): string {
  return `${'{"a":'.repeat(depth)}{}${'}'.repeat(depth)}`;
}

function rawTools(list: string): Misbehave {
  return (response, { id }) => {
    raw(`{"jsonrpc":"2.0","id":${JSON.stringify(id ?? null)},"result":{"tools":${list}}}`)(
      response,
      {},
      {} as never,
    );
  };
}

/** One host each: `http://<key>.test/mcp`. */
export const hostileServers: Record<string, Handler> = {
  // Answers that do not come, or not in time.
  'never-answers': always(() => {}),
  'answers-late': overTools((response, message) => {
    setTimeout(() => sendJson(response, 200, listAnswer(message, oneTool)), 60_000).unref();
  }),
  'stalls-in-body': overTools((response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"jsonrpc":');
  }),
  'slow-drip': overTools((response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    everyTick(response, 100, () => response.write(' '));
  }),
  'cuts-the-connection': overTools((response) => {
    response.writeHead(200, { 'content-length': '1000' }).write('{');
    setImmediate(() => response.destroy());
  }),
  'hangs-up': always((response) => {
    response.destroy();
  }),
  'endless-events': overTools((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    everyTick(response, 50, () => response.write(': still here\n\n'));
  }),
  'ends-without-answer': overTools((response) => {
    sendEvents(response, { jsonrpc: '2.0', method: 'notifications/progress', params: {} });
    response.end();
  }),
  'accepts-without-answer': overTools((response) => {
    response.writeHead(202).end();
  }),

  // Too much.
  'endless-cursor': listing((_params, page) => ({ tools: [], nextCursor: `page-${page}` })),
  'repeated-cursor': listing(() => ({ tools: [oneTool], nextCursor: 'again' })),
  'many-tools': listing(() => ({
    tools: Array.from({ length: 100_000 }, (_, index) => ({ name: `t${index}`, inputSchema: {} })),
  })),
  'huge-body': overTools((response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '50000000' });
    flood(response, megabyte);
  }),
  'huge-event': overTools((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: ');
    flood(response, megabyte);
  }),
  'junk-items': overTools(rawTools(`[${'{},'.repeat(1_000_000)}0]`)),
  'junk-events': overTools((response, { id }) => {
    const items = `[${'{},'.repeat(1_000_000)}0]`;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.end(`data: {"jsonrpc":"2.0","id":${id},"result":{"tools":${items}}}\n\n`);
  }),
  'tools-of-junk': listing((_params, page) => ({
    tools: [{ name: `t${page}`, inputSchema: { enum: Array.from({ length: 150_000 }, () => []) } }],
    nextCursor: `page-${page}`,
  })),
  'gzip-bomb': overTools(
    raw(gzipSync(Buffer.alloc(100_000_000, ' ')), { 'content-encoding': 'gzip' }),
  ),
  'huge-headers': overTools((response) => {
    response.writeHead(200, { 'x-large': 'x'.repeat(60_000) }).end();
  }),
  'notification-flood': overTools((response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    flood(
      response,
      'data: {"jsonrpc":"2.0","method":"notifications/message","params":{}}\n\n'.repeat(100),
    );
  }),

  // What is no answer.
  'invalid-json': overTools(raw('{"jsonrpc": "2.0", "id": 2, "result": {"tools": [}')),
  'html-page': always(
    raw('<!doctype html><title>Welcome</title>', { 'content-type': 'text/html' }),
  ),
  'empty-body': always(raw('')),
  'json-null': always(raw('null')),
  'invalid-utf8': overTools((response, { id }) => {
    const tool = Buffer.concat([
      Buffer.from('{"name":"caf'),
      Buffer.from([0xe9, 0xff]),
      Buffer.from('","inputSchema":{}}'),
    ]);
    const head = Buffer.from(`{"jsonrpc":"2.0","id":${id},"result":{"tools":[`);
    raw(Buffer.concat([head, tool, Buffer.from(']}}')]))(response, {}, {} as never);
  }),
  'wrong-ids': overTools((response) => {
    sendJson(response, 200, { jsonrpc: '2.0', id: 'someone else', result: { tools: [oneTool] } });
  }),
  'rpc-error': overTools((response, { id }) =>
    sendJson(response, 200, rpcError(id, -32603, 'broken\u001b[31m')),
  ),
  'no-tools-array': listing(() => ({ tools: { length: 3 } })),
  'cursor-is-object': listing(() => ({ tools: [oneTool], nextCursor: { $ne: null } })),
  'batch-answer': overTools((response, message) => {
    sendJson(response, 200, [
      { jsonrpc: '2.0', method: 'notifications/message', params: {} },
      listAnswer(message, oneTool),
    ]);
  }),
  'asks-the-client': overTools((response, message) => {
    sendEvents(
      response,
      { jsonrpc: '2.0', id: 'a', method: 'sampling/createMessage', params: {} },
      { jsonrpc: '2.0', id: 'b', method: 'elicitation/create', params: {} },
      { jsonrpc: '2.0', id: 'c', method: 'roots/list', params: {} },
      listAnswer(message, oneTool),
    );
    response.end();
  }),
  'wants-input': listing(() => ({ resultType: 'input_required', inputRequests: {} })),

  // Tools that are none.
  'schema-is-text': tools(
    oneTool,
    { name: 'a', inputSchema: 'object' },
    { name: 'b', inputSchema: [] },
  ),
  'deep-schema': overTools(
    rawTools(`[{"name":"deep","inputSchema":${nested(1_000)}},${JSON.stringify(oneTool)}]`),
  ),
  'very-deep-json': overTools(rawTools(`[${'['.repeat(200_000)}${']'.repeat(200_000)}]`)),
  'prototype-keys': overTools(
    rawTools(
      '[{"name":"__proto__","inputSchema":{"__proto__":{"polluted":true},"properties":{"constructor":{"type":"string"}}}},{"name":"constructor","inputSchema":{}}]',
    ),
  ),
  'duplicate-names': tools(
    oneTool,
    oneTool,
    { name: '', inputSchema: {} },
    { name: null, inputSchema: {} },
  ),
  'path-names': tools({ name: '../../etc/passwd', inputSchema: {} }),

  // Doors.
  'login-bearer': refuse(401, { 'www-authenticate': 'Bearer realm="mcp"' }),
  'login-bare': refuse(401),
  'login-forbidden': refuse(403, {}, '{"error": "API key is required"}'),
  'login-endless': always((response) => {
    response.writeHead(401, { 'www-authenticate': 'Bearer' });
    flood(response, megabyte);
  }),
  'login-metadata': (request, response) => {
    const issuer = 'https://login.example.com/tenant';
    if (request.url === '/.well-known/oauth-protected-resource/mcp') {
      sendJson(response, 200, { resource: 'x', authorization_servers: [issuer] });
    } else {
      response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
    }
  },
  'login-points-inside': refuse(401, {
    'www-authenticate': 'Bearer resource_metadata="http://169.254.169.254/latest"',
  }),
  'login-over-tools': overTools((response, { id }) =>
    sendJson(response, 200, rpcError(id, -32001, 'Missing API key')),
  ),
  firewall: refuse(403, {}, '<title>Blocked</title>'),
  'too-busy': refuse(429, { 'retry-after': '7200' }),
  'server-error': refuse(500, {}, 'Traceback (most recent call last)'),
  'not-found': refuse(404),

  // Ways to somewhere else.
  'redirect-loop': refuse(308, { location: 'http://redirect-loop.test/mcp' }),
  'redirect-inside': refuse(307, { location: 'http://127.0.0.1:9200/_search' }),
  'redirect-metadata': refuse(302, { location: 'http://169.254.169.254/latest/meta-data/' }),
  'redirect-to-name-inside': refuse(301, { location: 'http://inside.test/' }),
  'redirect-to-file': refuse(302, { location: 'file:///etc/passwd' }),
  'redirect-to-honest': refuse(307, { location: 'http://honest.test/mcp' }),
  honest: mcpServer(modern),
  'disallows-robots': (request, response, body) => {
    if (request.url === '/robots.txt') response.end('User-agent: *\nDisallow: /');
    else return mcpServer(modern)(request, response, body);
  },
};
