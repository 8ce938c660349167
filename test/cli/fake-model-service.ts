import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { TestContext } from 'node:test';
import type { ToolDefinition } from '../../classifier/definition.ts';

/** What the service does with one request: a label to answer with, or any misbehaviour. */
export type Behaviour =
  | { answer: unknown }
  | { content: string; finish?: string }
  | { refusal: string }
  | { status: number; headers?: Record<string, string> }
  | { raw: string }
  /** White space without end behind an answer of this status. */
  | { endless: number }
  | 'hang'
  | 'hang-in-body'
  | 'hang-up';

export interface SeenRequest {
  model: string;
  system: string;
  tool: ToolDefinition;
  body: Record<string, unknown>;
  authorization: string | undefined;
}

export interface FakeModelService {
  url: string;
  seen: SeenRequest[];
  /** Batches that were started, and the lines of each. */
  batches: { lines: string[]; polls: number }[];
}

/** How its files and batches are. */
export interface ServiceState {
  pollsUntilEnd?: number;
  batchStatus?: string;
  filesStatus?: number;
  /** Null where the service has nothing but errors to tell. */
  outputFile?: string | null;
}

export const usage = { prompt_tokens: 900, completion_tokens: 100, total_tokens: 1000 };

/** A local server that speaks chat completions, files and batches, and misbehaves as it is told. */
export async function startModelService(
  t: TestContext,
  behave: (request: SeenRequest, count: number) => Behaviour,
  {
    pollsUntilEnd = 1,
    batchStatus = 'completed',
    filesStatus = 200,
    outputFile = 'out',
  }: ServiceState = {},
): Promise<FakeModelService> {
  const seen: SeenRequest[] = [];
  const batches: FakeModelService['batches'] = [];
  const server = createServer(async (request, response) => {
    const body = await readBody(request);
    const path = new URL(request.url ?? '/', 'http://local').pathname;
    if (path === '/v1/chat/completions') {
      const asked = toSeen(JSON.parse(body), request.headers.authorization);
      seen.push(asked);
      return misbehave(response, behave(asked, seen.length));
    }
    if (path === '/v1/files' && filesStatus !== 200) {
      return json(response, filesStatus, { error: { message: 'no' } });
    }
    if (path === '/v1/files') {
      batches.push({ lines: body.match(/^\{"custom_id".*$/gm) ?? [], polls: 0 });
      return json(response, 200, { id: `file-${batches.length}`, object: 'file' });
    }
    const batch = batches.at(-1);
    if (batch && path === '/v1/batches') return json(response, 200, batchState('validating', null));
    if (batch && path.startsWith('/v1/batches/')) {
      batch.polls += 1;
      const running = batch.polls < pollsUntilEnd;
      return json(
        response,
        200,
        running ? batchState('in_progress', null) : batchState(batchStatus, outputFile),
      );
    }
    if (batch && path === '/v1/files/out/content') {
      const replies = batch.lines.map((line, index) => {
        const { custom_id, body: asked } = JSON.parse(line);
        return batchReply(custom_id, behave(toSeen(asked, undefined), index + 1));
      });
      // The Batch API answers in any order.
      return response.end(replies.reverse().join('\n'));
    }
    return json(response, 404, { error: { message: 'no such path' } });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, seen, batches };
}

function toSeen(
  body: { model: string; messages: { role: string; content: string }[] },
  authorization: string | undefined,
): SeenRequest {
  const [system, user] = body.messages;
  const data = user?.content.replace(/^<definition>\n/, '').replace(/\n<\/definition>$/, '');
  const tool = JSON.parse(data ?? '');
  return { model: body.model, system: system?.content ?? '', tool, body, authorization };
}

function misbehave(response: ServerResponse, behaviour: Behaviour): void {
  if (behaviour === 'hang') return;
  if (behaviour === 'hang-up') {
    response.socket?.destroy();
    return;
  }
  if (behaviour === 'hang-in-body') {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"id": "x", "choices": [');
    return;
  }
  if ('status' in behaviour) {
    json(response, behaviour.status, { error: { message: 'no' } }, behaviour.headers);
    return;
  }
  if ('endless' in behaviour) {
    response.writeHead(behaviour.endless, { 'content-type': 'application/json' });
    Readable.from(endless(JSON.stringify(completion({ answer: {} })))).pipe(response);
    return;
  }
  if ('raw' in behaviour) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(behaviour.raw);
    return;
  }
  json(response, 200, completion(behaviour));
}

function* endless(start: string) {
  yield start;
  for (;;) yield ' '.repeat(64 * 1024);
}

type Completed = Exclude<
  Behaviour,
  string | { status: number } | { raw: string } | { endless: number }
>;

function completion(behaviour: Completed) {
  const content =
    'answer' in behaviour
      ? JSON.stringify(behaviour.answer)
      : 'content' in behaviour
        ? behaviour.content
        : null;
  const refusal = 'refusal' in behaviour ? behaviour.refusal : null;
  const finish_reason = ('finish' in behaviour && behaviour.finish) || 'stop';
  return {
    id: 'x',
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason, message: { role: 'assistant', content, refusal } }],
    usage,
  };
}

function batchReply(custom_id: string, behaviour: Behaviour): string {
  if (typeof behaviour === 'object' && 'raw' in behaviour) return behaviour.raw;
  if (typeof behaviour === 'object' && 'endless' in behaviour) return ' '.repeat(8 * 1024 * 1024);
  if (typeof behaviour === 'string' || 'status' in behaviour) {
    const status_code = typeof behaviour === 'string' ? 500 : behaviour.status;
    return JSON.stringify({ custom_id, response: { status_code, body: {} }, error: null });
  }
  const response = { status_code: 200, body: completion(behaviour) };
  return JSON.stringify({ custom_id, response, error: null });
}

function batchState(status: string, output_file_id: string | null) {
  return { id: 'batch_1', object: 'batch', status, output_file_id };
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) body += chunk;
  return body;
}
