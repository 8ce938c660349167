import { existsSync, readFileSync } from 'node:fs';
import {
  createServer,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

export interface ServeOptions {
  /** A built site. */
  dir: string;
  /** Wished port; the next free one is taken where it is in use. 0: any free one. */
  port?: number | undefined;
  /** Loopback only, unless another address is asked for. */
  host?: string | undefined;
}

export interface Serving {
  /** Ends in a slash. */
  url: string;
  close(): Promise<void>;
}

const portsTried = 50;
/** A path with a part that begins with a dot: what the build keeps for itself. */
const hidden = /(?:\/|%2f)(?:\.|%2e)/i;

/** Serves a built site with the headers of its `_headers`; its 404 page answers what is not there. */
export async function serve({
  dir,
  port = 4310,
  host = '127.0.0.1',
}: ServeOptions): Promise<Serving> {
  const headers = readHeaders(dir);
  const notFound = orEmpty(join(dir, '404.html'));
  const files = sirv(dir, {
    dev: true,
    etag: true,
    extensions: ['html'],
    setHeaders(response, path) {
      if (path.endsWith('.gz')) sendCompressedAsFile(response);
    },
  });
  const server = createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    const answerMissing = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(request.method === 'HEAD' ? undefined : notFound);
    };
    if (hidden.test(request.url ?? '')) answerMissing();
    else files(request, response, answerMissing);
  });
  const bound = await listen(server, port, host);
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${bound}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** To sirv a `.gz` is another file encoded for the way; a client would unpack it and find another checksum. */
function sendCompressedAsFile(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  response.setHeader('Content-Type', 'application/gzip');
  Object.assign(response, {
    writeHead: (code: number, { 'Content-Encoding': _, ...headers }: OutgoingHttpHeaders = {}) =>
      writeHead(code, headers),
  });
}

async function listen(server: Server, wished: number, host: string): Promise<number> {
  for (let tried = 0; ; tried++) {
    const port = wished === 0 ? 0 : wished + tried;
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || tried >= portsTried) throw error;
    }
  }
}

/** The headers for all paths: the indented lines below `/*`. */
function readHeaders(dir: string): [string, string][] {
  const lines = orEmpty(join(dir, '_headers')).split('\n');
  return lines.flatMap((line) => {
    const header = /^\s+([\w-]+):\s*(.+)$/.exec(line);
    return header?.[1] && header[2] ? [[header[1], header[2]] as [string, string]] : [];
  });
}

function orEmpty(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
