// One MCP server over stdio that misbehaves in the way its first argument names.
import { fork, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { behaviours } from './behaviours.mjs';

const [name, ...rest] = process.argv.slice(2);
const behaviour = behaviours[name];
if (!behaviour) {
  console.error(`no behaviour named ${name}`);
  process.exit(64);
}

function write(text) {
  let bytes = Buffer.isBuffer(text) ? text : Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      if (error.code !== 'EAGAIN') process.exit(1);
    }
  }
}

const tools = {
  send: (message) => write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`),
  write,
  rest,
  fork,
  spawn,
  closeSync,
  openSync,
  readFileSync,
  writeFileSync,
  file: process.argv[1],
};

const introduction = {
  protocolVersion: '2025-11-25',
  capabilities: { tools: {} },
  serverInfo: { name: 'hostile', version: '1.0.0' },
};
const answers = {
  initialize: () => introduction,
  'tools/list': () => ({ tools: [{ name: 'ok', inputSchema: { type: 'object' } }] }),
  ...behaviour.answers,
};

behaviour.start?.(tools);
if (!behaviour.deaf) {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const message = JSON.parse(line);
    if (behaviour.receive?.(message, tools)) return;
    if (message.method === undefined || message.id === undefined) return;
    const answer = answers[message.method]?.(message, tools);
    if (answer === 'nothing') return;
    if (answer === undefined) {
      tools.send({ id: message.id, error: { code: -32601, message: 'Method not found' } });
    } else if (answer.error) tools.send({ id: message.id, error: answer.error });
    else tools.send({ id: message.id, result: answer });
  });
}
