import type { CrawlContext } from './crawl-context.ts';
import { type ListedTarget, listWithin } from './list-within.ts';
import type { Provenance } from './outcome.ts';
import { npmProgram } from './packages/npm-program.ts';
import { installNpmPackage } from './packages/npm-store.ts';
import type { Program, Sandbox } from './sandbox/sandbox.ts';
import { unconfined } from './sandbox/unconfined.ts';
import type { PackageTarget, RemoteTarget, Target } from './server-entry.ts';
import { legacyVersion } from './session.ts';
import { asHttpEnd } from './transports/http-ends.ts';
import { connectRemote } from './transports/remote.ts';
import { connectStdio } from './transports/stdio.ts';
import { CrawlEnded } from './transports/transport.ts';

/**
 * Reaches one target and lists its tools; what is learnt of the code that answers is written into
 * `provenance` on the way, so that a failure has it too.
 * @throws {CrawlEnded} when there is no list
 */
export async function listTarget(
  target: Target,
  context: CrawlContext,
  provenance: Provenance,
): Promise<ListedTarget> {
  switch (target.type) {
    case 'npm': {
      const sandbox = requireSandbox(context);
      const program = await installNpm(target, context, provenance);
      return listProgram(program, sandbox, context);
    }
    case 'streamable-http':
    case 'sse':
      return listRemote(target, context);
    default:
      throw new CrawlEnded({ kind: 'skipped', reason: `no transport for ${target.type}` });
  }
}

function requireSandbox({ sandbox, allowUnsandboxed }: CrawlContext): Sandbox {
  if (sandbox) return sandbox;
  if (allowUnsandboxed) return unconfined;
  throw new CrawlEnded({ kind: 'skipped', reason: 'no sandbox' });
}

async function installNpm(
  target: PackageTarget,
  context: CrawlContext,
  provenance: Provenance,
): Promise<Program> {
  provenance.package = target.identifier;
  if (target.version !== undefined) provenance.version = target.version;
  context.log?.('installing', { package: target.identifier });
  const installed = await installNpmPackage(target.identifier, target.version, {
    cacheDir: context.cacheDir,
    limits: context.limits,
    signal: context.signal ?? new AbortController().signal,
    ...(target.integrity === undefined ? {} : { integrity: target.integrity }),
  });
  provenance.version = installed.version;
  if (installed.integrity !== undefined) provenance.integrity = installed.integrity;
  return npmProgram(installed, target);
}

/** A server that stops at the first word of the newer protocol is started again with the older one. */
async function listProgram(
  program: Program,
  sandbox: Sandbox,
  context: CrawlContext,
): Promise<ListedTarget> {
  try {
    return await listConfined(program, sandbox, context, context.protocolHint);
  } catch (error) {
    const stopped =
      error instanceof CrawlEnded && error.end.kind === 'failed' && error.end.step === 'start';
    if (!stopped || context.protocolHint !== undefined) throw error;
    return listConfined(program, sandbox, context, legacyVersion);
  }
}

async function listConfined(
  program: Program,
  sandbox: Sandbox,
  context: CrawlContext,
  protocolHint: string | undefined,
): Promise<ListedTarget> {
  const launch = await sandbox.confine(program, context.limits.sandbox);
  return listWithin(context, protocolHint, (transport) => connectStdio(launch, transport));
}

/** The wait for a place at the host is not part of the server's time. */
async function listRemote(target: RemoteTarget, context: CrawlContext): Promise<ListedTarget> {
  const { guard, limits, allowPrivate, obeyRobots, protocolHint } = context;
  requireWholeUrl(target);
  const signal = context.signal ?? new AbortController().signal;
  const { idleMs, totalBytes } = limits;
  const options = { idleMs, totalBytes, allowPrivate, obeyRobots, signal };
  const visit = await guard.visit(target.url, options).catch((error: unknown) => {
    throw asHttpEnd(error, 'connect', signal);
  });
  try {
    return await listWithin(context, protocolHint, (transport) =>
      connectRemote(target, visit, transport),
    );
  } finally {
    await visit.close();
  }
}

function requireWholeUrl({ unset = [] }: RemoteTarget): void {
  const secret = unset.find((setting) => setting.secret);
  if (secret) throw new CrawlEnded({ kind: 'auth-required', how: `${secret.name} in its URL` });
  const [setting] = unset;
  if (setting)
    throw new CrawlEnded({ kind: 'skipped', reason: `needs ${setting.name} in its URL` });
}
