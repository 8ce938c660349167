import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
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
import { runInstaller } from './run-installer.ts';

const run = promisify(execFile);

// https://github.com/distribution/reference: host, path, tag and digest in their characters.
const imageName = /^[a-z0-9][a-z0-9._:/-]*(?:@sha256:[a-f0-9]{64})?$/;
const imageTag = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

/** The engine pulls past our guard, so only public registries are named to it: no address of a network of ours. */
const publicRegistries =
  /^(docker\.io|registry-1\.docker\.io|ghcr\.io|quay\.io|gcr\.io|[a-z0-9-]+\.gcr\.io|[a-z0-9-]+-docker\.pkg\.dev|mcr\.microsoft\.com|public\.ecr\.aws|registry\.gitlab\.com)$/;

/**
 * Pulls an image and returns what makes a new container of it for each start: in the engine's own isolation, without network.
 * @throws {CrawlEnded} `skipped` without docker or podman; steps `resolve` and `install`
 */
export async function ociLaunch(
  target: PackageTarget,
  context: CrawlContext,
  provenance: Provenance,
): Promise<() => Promise<Launch>> {
  const image = imageReference(target);
  const engine = await findContainerEngine(context.cacheDir);
  if (!engine) throw new CrawlEnded({ kind: 'skipped', reason: 'needs docker or podman' });
  await runInstaller({
    command: engine.name,
    args: ['pull', '--quiet', image],
    cwd: '/',
    env: engine.env,
    timeoutMs: context.limits.installMs,
    signal: context.signal ?? new AbortController().signal,
    secrets: [context.cacheDir],
    unknown: /manifest unknown|not found|does not exist|no such image/i,
  });
  const digest = await repositoryDigest(engine, image);
  if (digest !== undefined) provenance.integrity = digest;
  const container = { image, args: target.args, env: target.env };
  return async () => containerLaunch(engine, container, context.limits.sandbox);
}

function imageReference({ identifier, version }: PackageTarget): string {
  const named = identifier.length <= 500 && imageName.test(identifier);
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

async function repositoryDigest(
  engine: ContainerEngine,
  image: string,
): Promise<string | undefined> {
  const format = ['--format', '{{index .RepoDigests 0}}'];
  try {
    const { stdout } = await run(engine.name, ['image', 'inspect', ...format, image], {
      env: engine.env,
      timeout: 30_000,
    });
    return /sha256:[a-f0-9]{64}/.exec(stdout)?.[0];
  } catch {
    // An image that was built here and never pushed has none.
    return undefined;
  }
}
