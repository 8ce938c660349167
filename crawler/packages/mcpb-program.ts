import { createHash } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { z } from 'zod';
import type { CrawlContext } from '../crawl-context.ts';
import { dummyValue } from '../dummies.ts';
import type { Provenance } from '../outcome.ts';
import type { Program } from '../sandbox/sandbox.ts';
import type { PackageTarget } from '../server-entry.ts';
import { asHttpEnd } from '../transports/http-ends.ts';
import { CrawlEnded } from '../transports/transport.ts';
import { findPython } from './find-python.ts';
import { nodeInterpreter } from './node-interpreter.ts';
import { readSmallFile } from './read-small-file.ts';
import { fillStore, readRecord, type StoreRecord } from './store-folder.ts';
import { unzip } from './unzip.ts';

/** The fields used of https://github.com/modelcontextprotocol/mcpb/blob/main/MANIFEST.md */
const Manifest = z.object({
  version: z.string().max(100).catch('unknown'),
  server: z.object({
    type: z.enum(['node', 'python', 'binary']),
    entry_point: z.string().min(1).max(1_000),
    mcp_config: z
      .object({
        args: z.array(z.string()).max(100).catch([]),
        env: z.record(z.string(), z.string()).catch({}),
      })
      .catch({ args: [], env: {} }),
  }),
  user_config: z.record(z.string(), z.object({ type: z.string().optional() })).catch({}),
});
type Manifest = z.infer<typeof Manifest>;

/** Apart from our own record of it, because a bundle may hold a file of any name. */
const unpackedName = 'bundle';

/**
 * Downloads a bundle through the guard, checks its SHA-256 when the entry names one, unpacks it into
 * the store and says how to run its server.
 * @throws {CrawlEnded}
 */
export async function mcpbProgram(
  target: PackageTarget,
  context: CrawlContext,
  provenance: Provenance,
): Promise<Program> {
  const installed = await findOrUnpack(target, context);
  if (installed.integrity !== undefined) provenance.integrity = installed.integrity;
  const folder = join(installed.folder, unpackedName);
  const manifest = readManifest(folder);
  provenance.version = target.version ?? manifest.version;
  return toProgram(folder, manifest, target);
}

async function findOrUnpack(
  target: PackageTarget,
  context: CrawlContext,
): Promise<StoreRecord & { folder: string }> {
  const root = join(context.cacheDir, 'mcpb');
  const folderOf = (digest: string) => join(root, 'bundles', digest);
  if (target.integrity !== undefined) {
    const folder = folderOf(target.integrity);
    const found = readRecord(folder);
    if (found) return { ...found, folder };
  }
  const bundle = await download(target.identifier, context);
  const digest = createHash('sha256').update(bundle).digest('hex');
  if (target.integrity !== undefined && digest !== target.integrity) {
    throw failed('install', 'the bundle is not the one its registry entry names: SHA-256 differs');
  }
  const fill = async (draft: string) => {
    await unzip(bundle, join(draft, unpackedName), context.limits);
    return { version: digest, integrity: `sha256:${digest}` };
  };
  return fillStore(join(root, 'temporary'), fill, () => folderOf(digest));
}

async function download(url: string, context: CrawlContext): Promise<Buffer> {
  const { limits, allowPrivate, obeyRobots } = context;
  const signal = AbortSignal.any([
    AbortSignal.timeout(limits.installMs),
    ...(context.signal ? [context.signal] : []),
  ]);
  try {
    const visit = await context.guard.visit(url, {
      idleMs: limits.idleMs,
      totalBytes: limits.totalBytes,
      allowPrivate,
      obeyRobots,
      signal,
    });
    try {
      const answer = await visit.fetch(url);
      if (answer.status !== 200)
        throw failed('resolve', `the bundle's host answered ${answer.status}`);
      return Buffer.concat(await Array.fromAsync(answer.chunks()));
    } finally {
      await visit.close();
    }
  } catch (error) {
    const late = signal.aborted && !context.signal?.aborted;
    if (late) throw failed('install', `took longer than ${limits.installMs / 1000} s`);
    throw asHttpEnd(error, 'install', signal);
  }
}

function readManifest(folder: string): Manifest {
  try {
    return Manifest.parse(JSON.parse(readSmallFile(join(folder, 'manifest.json'))));
  } catch (error) {
    const message = 'the bundle has no valid manifest.json';
    throw new CrawlEnded({ kind: 'failed', step: 'install', message }, { cause: error });
  }
}

async function toProgram(
  folder: string,
  { server, user_config }: Manifest,
  target: PackageTarget,
): Promise<Program> {
  const entry = posix.normalize(server.entry_point);
  if (posix.isAbsolute(entry) || entry.startsWith('..') || entry.includes('\\')) {
    throw failed('start', 'the entry point lies outside the bundle');
  }
  const fill = (text: string) =>
    text.replace(/\$\{user_config\.([\w.-]+)\}/g, (_, name: string) =>
      dummyValue({ name, ...formOf(user_config[name]?.type) }),
    );
  const entryArgument = `\${__dirname}/${entry}`;
  const args = server.mcp_config.args.filter((word) => word !== entryArgument);
  const env = Object.entries(server.mcp_config.env).filter(([name]) => /^[A-Za-z_]\w*$/.test(name));
  const program = {
    folder,
    entry,
    args: [...args.map(fill), ...target.args],
    env: { ...Object.fromEntries(env.map(([name, value]) => [name, fill(value)])), ...target.env },
  };
  if (server.type === 'node') return { ...program, ...nodeInterpreter };
  if (server.type === 'python') return { ...program, ...(await findPython()) };
  await chmod(join(folder, entry), 0o755).catch(() => {
    throw failed('start', 'the file that entry_point names is missing');
  });
  return program;
}

function formOf(type: string | undefined): { format?: string } {
  if (type === 'number' || type === 'boolean') return { format: type };
  return type === 'file' || type === 'directory' ? { format: 'filepath' } : {};
}

function failed(step: 'resolve' | 'install' | 'start', message: string): CrawlEnded {
  return new CrawlEnded({ kind: 'failed', step, message });
}
