import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { mcpServer, sendJson } from './mcp-server.ts';

/** One request to a server of the village. Moments are in milliseconds of one clock. */
export interface Call {
  server: string;
  host: string;
  /** Who asked: the contact in its User-Agent. */
  caller: string;
  begin: number;
  end: number;
}

export interface Village {
  /** server.json objects, one for each server. */
  entries: object[];
  calls: Call[];
  close(): Promise<void>;
}

/** Of ten servers one is no MCP server. */
export const isBroken = (number: number) => number % 10 === 9;

/**
 * Small MCP servers over streamable HTTP that take their time, five on each of many loopback
 * addresses (all of 127.0.0.0/8 is this machine on Linux), in one process.
 */
export async function startVillage(size: number): Promise<Village> {
  const calls: Call[] = [];
  const listeners: Server[] = [];
  const entries: object[] = [];
  for (let first = 0; first < size; first += 5) {
    const host = `127.0.1.${1 + first / 5}`;
    const listener = createServer((request, response) => answer(request, response, host, calls));
    listener.listen(0, host);
    await once(listener, 'listening');
    listeners.push(listener);
    const { port } = listener.address() as AddressInfo;
    for (let number = first; number < Math.min(first + 5, size); number += 1) {
      const url = `http://${host}:${port}/${number}`;
      const remotes = [{ type: 'streamable-http', url }];
      entries.push({
        name: `village.test/s${number}`,
        description: 'x',
        version: '1.0.0',
        remotes,
      });
    }
  }
  return {
    entries,
    calls,
    async close() {
      for (const listener of listeners) {
        listener.closeAllConnections();
        listener.close();
      }
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  host: string,
  calls: Call[],
): Promise<void> {
  const number = Number(request.url?.slice(1));
  const [, caller = ''] = /; ([^;)]+)\)/.exec(request.headers['user-agent'] ?? '') ?? [];
  const call = { server: `village.test/s${number}`, host, caller, begin: Date.now(), end: 0 };
  calls.push(call);
  response.once('close', () => {
    call.end = Date.now();
  });
  const body = Buffer.concat(await Array.fromAsync(request)).toString('utf8');
  await sleep(50 + Math.random() * 150);
  if (isBroken(number)) {
    sendJson(response, 200, { hello: 'world' });
    return;
  }
  const tools = [
    { name: 'shared', description: 'Reads the time.', inputSchema: { type: 'object' } },
    { name: `own_${number}`, description: 'Writes a file.', inputSchema: { type: 'object' } },
  ];
  await mcpServer({ eras: ['modern'], tools })(request, response, body);
}
