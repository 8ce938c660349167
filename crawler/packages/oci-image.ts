import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { CrawlContext } from '../crawl-context.ts';
import type { Provenance } from '../outcome.ts';
import {
  type ContainerEngine,
  containerLaunch,
  findContainerEngine,
} from '../sandbox/container.ts';
import type { Launch } from '../sandbox/sandbox.ts';
import type { PackageTarget } from '../server-entry.ts';
import { CrawlEnded } from '../transports/transport.ts';
import { packageNames } from './package-names.ts';
import { runInstaller } from './run-installer.ts';

const run = promisify(execFile);
const commandMs = 30_000;

const imageTag = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

/** The engine pulls past our guard, so only public registries are named to it: no address of a network of ours. */
const publicRegistries =
  /^(docker\.io|registry-1\.docker\.io|ghcr\.io|quay\.io|gcr\.io|[a-z0-9-]+\.gcr\.io|[a-z0-9-]+-docker\.pkg\.dev|mcr\.microsoft\.com|public\.ecr\.aws|registry\.gitlab\.com)$/;

export interface OciImage {
  /** A new container each time, in the engine's own isolation, without network. */
  launch(): Promise<Launch>;
  /** Takes the image away again, unless it was here before. Never throws. */
  remove(): Promise<void>;
}

/**
 * Pulls an image. What is larger than a package may be is refused, and does not stay.
 * @throws {CrawlEnded} `skipped` without docker or podman; steps `resolve` and `install`
 */
export async function ociImage(
  target: PackageTarget,
  context: CrawlContext,
  provenance: Provenance,
): Promise<OciImage> {
  const { limits, cacheDir } = context;
  const image = imageReference(target);
  const engine = await findContainerEngine(cacheDir);
  if (!engine) throw new CrawlEnded({ kind: 'skipped', reason: 'needs docker or podman' });
  const wasHere = (await inspectImage(engine, image)) !== undefined;
  async function remove(): Promise<void> {
    if (wasHere || !engine) return;
    // Without force: a container of another crawl may still need it.
    await run(engine.name, ['image', 'rm', image], { env: engine.env, timeout: commandMs }).catch(
      () => {},
    );
  }
  await runInstaller({
    command: engine.name,
    args: ['pull', '--quiet', image],
    cwd: '/',
    env: engine.env,
    timeoutMs: limits.installMs,
    signal: context.signal ?? new AbortController().signal,
    secrets: [cacheDir],
    unknown: /manifest unknown|not found|does not exist|no such image/i,
  });
  const found = await inspectImage(engine, image);
  if (found?.digest !== undefined) provenance.integrity = found.digest;
  if (found !== undefined && found.bytes > limits.installBytes) {
    await remove();
    const message = `the image has more than ${limits.installBytes} bytes`;
    throw new CrawlEnded({ kind: 'failed', step: 'install', message });
  }
  const container = { image, args: target.args, env: target.env };
  return { launch: async () => containerLaunch(engine, container, limits.sandbox), remove };
}

function imageReference({ identifier, version }: PackageTarget): string {
  const named = packageNames.oci.test(identifier);
  if (!named || (version !== undefined && !imageTag.test(version))) {
    throw new CrawlEnded({
      kind: 'failed',
      step: 'resolve',
      message: 'the identifier is no image name',
    });
  }
  const host = registryHost(identifier);
  if (host !== undefined && !publicRegistries.test(host)) {
    throw new CrawlEnded({ kind: 'skipped', reason: 'its image is in no known public registry' });
  }
  const hasTag = identifier.includes('@') || /:[^/]+$/.test(identifier);
  return hasTag || version === undefined ? identifier : `${identifier}:${version}`;
}

/** By docker's rule: a first part with a dot or a port, or `localhost`, is a registry; else it is Docker Hub's. */
function registryHost(identifier: string): string | undefined {
  const [first = '', ...rest] = identifier.split('/');
  return rest.length > 0 && (/[.:]/.test(first) || first === 'localhost') ? first : undefined;
}

/** The fields used of what both engines print of an image. */
const Inspected = z
  .array(z.object({ Size: z.number(), RepoDigests: z.array(z.string()).nullish() }))
  .min(1);

/** Undefined for an image that is not on this machine. One that was never pushed has no digest. */
async function inspectImage(
  engine: ContainerEngine,
  image: string,
): Promise<{ bytes: number; digest: string | undefined } | undefined> {
  try {
    const { stdout } = await run(engine.name, ['image', 'inspect', image], {
      env: engine.env,
      timeout: commandMs,
      maxBuffer: 16 * 1024 * 1024,
    });
    const [found] = Inspected.parse(JSON.parse(stdout));
    if (!found) return undefined;
    const [named = ''] = found.RepoDigests ?? [];
    return { bytes: found.Size, digest: /sha256:[a-f0-9]{64}/.exec(named)?.[0] };
  } catch {
    return undefined;
  }
}
