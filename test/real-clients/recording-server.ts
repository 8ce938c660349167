// An MCP server over stdio that writes each call it gets as a line of the file in CALLS. It runs by itself.
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { recordedTools } from './recorded-tools.ts';

const inputSchema = { type: 'object', properties: { amount: { type: 'number' } } };
const tools = recordedTools.map((tool) => ({
  ...tool,
  description: `Does ${tool.name}.`,
  inputSchema,
}));

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) return;
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...answer(method, params) })}\n`);
});

function answer(method: string, params: Record<string, unknown>): object {
  switch (method) {
    case 'initialize': {
      const { protocolVersion } = params;
      const serverInfo = { name: 'recording', version: '1.0.0' };
      return { result: { protocolVersion, capabilities: { tools: {} }, serverInfo } };
    }
    case 'tools/list':
      return { result: { tools } };
    case 'tools/call':
      appendFileSync(process.env.CALLS ?? '', `${JSON.stringify(params)}\n`);
      return { result: { content: [{ type: 'text', text: 'done' }] } };
    default:
      return { error: { code: -32601, message: 'no such method' } };
  }
}
