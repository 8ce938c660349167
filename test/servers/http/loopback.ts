import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { type Dial, type DialRequest, dialAddress } from '../../../crawler/guard/dialler.ts';

export type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
) => void | Promise<void>;

/** Stands for every public address: nothing is ever sent to it. */
export const publicAddress = '93.184.215.14';

export interface Loopback {
  port: number;
  close(): Promise<void>;
}

/** One server on 127.0.0.1 that answers for many host names; over TLS when it has a key. */
export async function startLoopback(
  hosts: (hostname: string) => Handler | undefined,
  tls?: { key: string; cert: string },
): Promise<Loopback> {
  function answer(request: IncomingMessage, response: ServerResponse): void {
    const hostname = (request.headers.host ?? '').replace(/:\d+$/, '');
    const handler = hosts(hostname) ?? notFound;
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => void handler(request, response, Buffer.concat(parts).toString('utf8')));
  }
  const server = tls ? createTlsServer(tls, answer) : createServer(answer);
  server.keepAliveTimeout = 1_000;
  server.on('clientError', (_error, socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
}

/** Adds a robots.txt to a server; without one it answers 404. */
export function withRobots(handler: Handler, text?: string): Handler {
  return (request, response, body) => {
    if (request.url !== '/robots.txt') return handler(request, response, body);
    if (text === undefined) return notFound(request, response, body);
    response.writeHead(200, { 'content-type': 'text/plain' }).end(text);
  };
}

/** Connects every address to 127.0.0.1, and remembers which were asked for. */
export function loopbackDial(port: number, ca?: string): Dial & { dialled: string[] } {
  const dialled: string[] = [];
  function dial(request: DialRequest): Promise<Socket> {
    dialled.push(request.address);
    return dialAddress({ ...request, address: '127.0.0.1', port }, ca);
  }
  return Object.assign(dial, { dialled });
}

function notFound(_request: IncomingMessage, response: ServerResponse, _body: string): void {
  response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
