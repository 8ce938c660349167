import { asCrawlEnded, atStep } from './at-step.ts';
import type { CrawlContext } from './crawl-context.ts';
import { type ListedTarget, listWithin } from './list-within.ts';
import type { Provenance } from './outcome.ts';
import { mcpbProgram } from './packages/mcpb-program.ts';
import { npmProgram } from './packages/npm-program.ts';
import { ociImage } from './packages/oci-image.ts';
import { pypiProgram } from './packages/pypi-program.ts';
import type { Launch, Sandbox } from './sandbox/sandbox.ts';
import { commandLaunch, unconfined } from './sandbox/unconfined.ts';
import type { RemoteTarget, Target } from './server-entry.ts';
import { isLegacy, legacyVersion } from './session.ts';
import { asHttpEnd } from './transports/http-ends.ts';
import { connectRemote } from './transports/remote.ts';
import { connectStdio } from './transports/stdio.ts';
import { CrawlEnded } from './transports/transport.ts';

const prepare = { npm: npmProgram, pypi: pypiProgram, mcpb: mcpbProgram };

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
    case 'npm':
    case 'pypi':
    case 'mcpb': {
      const sandbox = requireSandbox(context);
      const install = prepare[target.type];
      const program = await atStep('install', () => install(target, context, provenance));
      return listLaunch(() => sandbox.confine(program, context.limits.sandbox), context);
    }
    case 'oci': {
      const image = await atStep('install', () => ociImage(target, context, provenance));
      try {
        return await listLaunch(image.launch, context);
      } finally {
        await image.remove();
      }
    }
    case 'command': {
      return listLaunch(async () => commandLaunch(target, context), context);
    }
    case 'streamable-http':
    case 'sse':
      return listRemote(target, context);
  }
}

function requireSandbox({ sandbox, allowUnsandboxed }: CrawlContext): Sandbox {
  if (sandbox) return sandbox;
  if (allowUnsandboxed) return unconfined;
  throw new CrawlEnded({ kind: 'skipped', reason: 'no sandbox' });
}

/** A server that stops at the first word of one protocol era is started again with the other one. */
async function listLaunch(
  launch: () => Promise<Launch>,
  context: CrawlContext,
): Promise<ListedTarget> {
  const listOnce = async (protocolHint: string | undefined) => {
    const started = await atStep('start', launch);
    return listWithin(context, protocolHint, (transport) => connectStdio(started, transport));
  };
  try {
    return await listOnce(context.protocolHint);
  } catch (error) {
    const stopped =
      error instanceof CrawlEnded && error.end.kind === 'failed' && error.end.step === 'start';
    if (!stopped) throw error;
    return listOnce(isLegacy(context.protocolHint) ? undefined : legacyVersion);
  }
}

/** The wait for a place at the host is not part of the server's time. */
async function listRemote(target: RemoteTarget, context: CrawlContext): Promise<ListedTarget> {
  const { guard, limits, allowPrivate, obeyRobots, protocolHint } = context;
  requireWholeUrl(target);
  const signal = context.signal ?? new AbortController().signal;
  const { idleMs, totalBytes } = limits;
  const options = { idleMs, totalBytes, allowPrivate, obeyRobots, signal };
  const visit = await guard.visit(target.url, options).catch((error: unknown) => {
    throw asCrawlEnded(asHttpEnd(error, 'connect', signal), 'connect');
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
