import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { create } from 'tar';

export interface FakePackage {
  name: string;
  version: string;
  /** Keys of its package.json besides name and version. */
  manifest?: Record<string, unknown>;
  files?: Record<string, string>;
}

export interface FakeRegistry {
  url: string;
  /** Headers of every request it got. */
  requests: { path: string; headers: IncomingHttpHeaders }[];
  /** Awaited before a tarball is sent. */
  beforeTarball: () => Promise<void>;
  integrityOf(name: string): string;
  close(): Promise<void>;
}

/** An npm registry on loopback that has these packages and no others. */
export async function startFakeRegistry(packages: FakePackage[]): Promise<FakeRegistry> {
  const tarballs = new Map<string, Buffer>();
  for (const source of packages) tarballs.set(source.name, await pack(source));
  const registry: FakeRegistry = {
    url: '',
    requests: [],
    beforeTarball: async () => {},
    integrityOf: (name) => integrity(tarballs.get(name) ?? Buffer.alloc(0)),
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url ?? '/').slice(1);
    registry.requests.push({ path, headers: request.headers });
    const source = packages.find(({ name }) => path === name || path.startsWith(`${name}/`));
    const tarball = tarballs.get(source?.name ?? '');
    if (path.includes('/-/') && tarball) {
      await registry.beforeTarball();
      response.end(tarball);
    } else if (source && tarball) {
      const version = versionDocument(source, tarball, registry.url);
      const one = path.endsWith('/latest') || path.endsWith(`/${source.version}`);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(one ? version : packument(source, version)));
    } else {
      response.statusCode = 404;
      response.end('{"error":"not found"}');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  registry.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return registry;
}

async function pack({ name, version, manifest, files = {} }: FakePackage): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'mcp-risk-pack-'));
  const all = { ...files, 'package.json': JSON.stringify({ name, version, ...manifest }) };
  for (const [path, text] of Object.entries(all)) {
    const file = join(folder, 'package', path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const chunks = await Array.fromAsync(create({ cwd: folder, gzip: true }, ['package']));
  await rm(folder, { recursive: true });
  return Buffer.concat(chunks as Buffer[]);
}

function versionDocument({ name, version, manifest }: FakePackage, tarball: Buffer, url: string) {
  const file = `${name.split('/').at(-1)}-${version}.tgz`;
  const dist = { tarball: `${url}${name}/-/${file}`, integrity: integrity(tarball) };
  return { name, version, ...manifest, dist };
}

function packument({ name, version }: FakePackage, document: object) {
  const time = { modified: '2026-01-01T00:00:00.000Z', [version]: '2026-01-01T00:00:00.000Z' };
  return { name, 'dist-tags': { latest: version }, versions: { [version]: document }, time };
}

function integrity(bytes: Buffer): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}
