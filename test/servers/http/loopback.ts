import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Dial } from '../../../crawler/guard/dialler.ts';

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

/** One server on 127.0.0.1 that answers for many host names. */
export async function startLoopback(
  hosts: (hostname: string) => Handler | undefined,
): Promise<Loopback> {
  const server = createServer({ keepAliveTimeout: 1_000 }, (request, response) => {
    const hostname = (request.headers.host ?? '').replace(/:\d+$/, '');
    const handler = hosts(hostname) ?? notFound;
    if (request.url === '/robots.txt' && handler !== notFound && !('robots' in handler)) {
      notFound(request, response, '');
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => void handler(request, response, Buffer.concat(parts).toString('utf8')));
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => closeServer(server) };
}

/** Connects every address to 127.0.0.1, and remembers which were asked for. */
export function loopbackDial(port: number, ca?: string): Dial & { dialled: string[] } {
  const dialled: string[] = [];
  const dial: Dial = async ({ address, servername, signal }) => {
    dialled.push(address);
    const tcp = connect({ host: '127.0.0.1', port, noDelay: true });
    if (servername === undefined) {
      await once(tcp, 'connect', { signal });
      return tcp;
    }
    const tls = connectTls({ socket: tcp, servername, ...(ca === undefined ? {} : { ca }) });
    await once(tls, 'secureConnect', { signal });
    return tls;
  };
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
