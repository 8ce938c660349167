import { existsSync, readFileSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

export interface PortOptions {
  /** Wished port; the next free one is taken where it is in use. 0: any free one. */
  port?: number | undefined;
  /** Loopback only, unless another address is asked for. */
  host?: string | undefined;
}

export interface ServeOptions extends PortOptions {
  /** A built site. */
  dir: string;
}

export interface Serving {
  /** Ends in a slash. */
  url: string;
  close(): Promise<void>;
}

/** An address that is held; until a site is shown it answers that there is none yet. */
export interface OpenPort extends Serving {
  /** Serves a built site with the headers of its `_headers`; its 404 page answers what is not there. */
  show(dir: string): void;
}

const portsTried = 50;
/** A path with a part that begins with a dot: what the build keeps for itself. */
const hidden = /(?:\/|%2f)(?:\.|%2e)/i;

/** Takes a port, so that what is built afterwards can name the address. */
export async function openPort({
  port = 4310,
  host = '127.0.0.1',
}: PortOptions): Promise<OpenPort> {
  let answer: RequestListener = answerTooEarly;
  const server = createServer((request, response) => answer(request, response));
  const bound = await listen(server, port, host);
  const name = host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${name}:${bound}/`,
    show(dir) {
      answer = siteListener(dir);
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Serves a built site, see `OpenPort.show`. */
export async function serve({ dir, ...options }: ServeOptions): Promise<Serving> {
  const opened = await openPort(options);
  opened.show(dir);
  return opened;
}

function answerTooEarly(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '10' });
  response.end('The catalog is being made.\n');
}

function siteListener(dir: string): RequestListener {
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
  return (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    const answerMissing = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(request.method === 'HEAD' ? undefined : notFound);
    };
    if (hidden.test(request.url ?? '')) answerMissing();
    else files(request, response, answerMissing);
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
