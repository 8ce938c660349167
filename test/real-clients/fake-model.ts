import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { argumentSets } from './example.ts';
import { alias, toolNames } from './recorded-tools.ts';

export interface FakeModel {
  url: string;
  /** Names of the recording server's tools that the client offered. */
  offered: Set<string>;
  close(): void;
}

interface OfferedTool {
  name?: string;
  type?: string;
  tools?: OfferedTool[];
  function?: { name: string };
}

/** A tool as the client offers it; OpenAI's Responses API may put the server into a namespace of its own. */
interface Offer {
  name: string;
  namespace?: string;
}

/** One model behind three APIs: it calls every tool of the recording server once with each set of arguments. */
export async function startFakeModel(): Promise<FakeModel> {
  const offered = new Set<string>();
  let hasCalled = false;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const answer = Object.entries(answers).find(([path]) => request.url?.includes(path))?.[1];
      if (!answer || request.url?.includes('count_tokens')) {
        response.setHeader('content-type', 'application/json');
        response.end('{"input_tokens": 1, "data": []}');
        return;
      }
      const offers = offersIn(JSON.parse(body).tools ?? []);
      for (const { name } of offers) offered.add(toolOf(name) ?? '');
      const calls = hasCalled
        ? []
        : offers.flatMap((offer) => argumentSets.map((args) => ({ ...offer, args })));
      hasCalled ||= calls.length > 0;
      response.setHeader('content-type', 'text/event-stream');
      answer(response, calls);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, offered, close: () => server.close() };
}

function offersIn(tools: OfferedTool[]): Offer[] {
  const offers = tools.flatMap((tool): Offer[] => {
    if (tool.type === 'namespace') {
      const namespace = tool.name ?? '';
      return namespace.includes(alias)
        ? (tool.tools ?? []).map(({ name = '' }) => ({ name, namespace }))
        : [];
    }
    const name = tool.function?.name ?? tool.name ?? '';
    return name.includes(alias) ? [{ name }] : [];
  });
  return offers.filter(({ name }) => toolOf(name) !== undefined);
}

function toolOf(name: string): string | undefined {
  return toolNames.find((tool) => name.endsWith(tool.replaceAll('.', '_')) || name.endsWith(tool));
}

type Call = Offer & { args: object };

const answers: Record<string, (response: ServerResponse, calls: Call[]) => void> = {
  '/v1/messages': answerMessages,
  '/v1/responses': answerResponses,
  '/v1/chat/completions': answerChat,
};

function answerMessages(response: ServerResponse, calls: Call[]): void {
  const send = (type: string, data: object) =>
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
  const usage = { input_tokens: 1, output_tokens: 1 };
  const message = { id: 'msg', type: 'message', role: 'assistant', model: 'fake', content: [] };
  send('message_start', { message: { ...message, stop_reason: null, usage } });
  calls.forEach(({ name, args }, index) => {
    const block = { type: 'tool_use', id: `toolu_${index}`, name, input: {} };
    const delta = { type: 'input_json_delta', partial_json: JSON.stringify(args) };
    send('content_block_start', { index, content_block: block });
    send('content_block_delta', { index, delta });
    send('content_block_stop', { index });
  });
  if (calls.length === 0) {
    send('content_block_start', { index: 0, content_block: { type: 'text', text: '' } });
    send('content_block_delta', { index: 0, delta: { type: 'text_delta', text: 'finished' } });
    send('content_block_stop', { index: 0 });
  }
  const stop = calls.length === 0 ? 'end_turn' : 'tool_use';
  send('message_delta', { delta: { stop_reason: stop, stop_sequence: null }, usage });
  send('message_stop', {});
  response.end();
}

function answerResponses(response: ServerResponse, calls: Call[]): void {
  const send = (type: string, data: object) =>
    response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`);
  const text = { type: 'output_text', text: 'finished', annotations: [] };
  const output =
    calls.length === 0
      ? [{ type: 'message', id: 'msg', role: 'assistant', content: [text] }]
      : calls.map(({ args, ...offer }, index) => ({
          type: 'function_call',
          id: `item_${index}`,
          call_id: `call_${index}`,
          arguments: JSON.stringify(args),
          ...offer,
        }));
  send('response.created', { response: { id: 'response', output: [] } });
  output.forEach((item, index) => {
    send('response.output_item.done', { output_index: index, item });
  });
  const usage = { input_tokens: 1, output_tokens: 1, total_tokens: 2 };
  send('response.completed', { response: { id: 'response', output, usage } });
  response.end();
}

function answerChat(response: ServerResponse, calls: Call[]): void {
  const send = (delta: object, finish: string | null) =>
    response.write(
      `data: ${JSON.stringify({
        id: 'chat',
        object: 'chat.completion.chunk',
        created: 1,
        model: 'fake',
        choices: [{ index: 0, delta, finish_reason: finish }],
      })}\n\n`,
    );
  calls.forEach(({ name, args }, index) => {
    const called = { name, arguments: JSON.stringify(args) };
    const call = { index, id: `call_${index}`, type: 'function', function: called };
    send({ role: 'assistant', tool_calls: [call] }, null);
  });
  if (calls.length === 0) send({ role: 'assistant', content: 'finished' }, null);
  send({}, calls.length === 0 ? 'stop' : 'tool_calls');
  response.end('data: [DONE]\n\n');
}
