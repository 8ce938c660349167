import type { JsonObject } from '../classifier/definition.ts';
import { identity } from './identity.ts';
import { refusal } from './refusal.ts';
import {
  CrawlEnded,
  RpcError,
  type Session,
  type TransportContext,
  type Wire,
} from './transports/transport.ts';

/** The stateless era: `server/discover`, then `_meta` in every request. */
export const modernVersion = '2026-07-28';
/** Asked for in `initialize`; older ones are accepted. */
export const legacyVersion = '2025-11-25';

const legacyVersions = [legacyVersion, '2025-06-18', '2025-03-26', '2024-11-05', '2024-10-07'];
/** Whether it is a version of the era that begins with `initialize`. */
export function isLegacy(version: string | undefined): boolean {
  return version !== undefined && legacyVersions.includes(version);
}

const clientInfo: JsonObject = { ...identity };
const serverInfoKey = 'io.modelcontextprotocol/serverInfo';

/**
 * Finds out which protocol era the server speaks and introduces us to it. The newer era is probed
 * first (https://modelcontextprotocol.io/specification/2026-07-28/server/discover): any answer but
 * a useful one, or `probeMs` of silence, is followed by `initialize`. A hint of an older version
 * saves the probe, unless `initialize` is refused. Without a session the wire is closed.
 * @throws {CrawlEnded} when the server introduces itself in neither era
 */
export async function openSession(
  wire: Wire,
  { limits, protocolHint }: Pick<TransportContext, 'limits' | 'protocolHint'>,
): Promise<Session> {
  try {
    return await introduce(wire, limits.probeMs, protocolHint);
  } catch (error) {
    await wire.close();
    throw error;
  }
}

async function introduce(
  wire: Wire,
  probeMs: number,
  protocolHint: string | undefined,
): Promise<Session> {
  const isFirst = firstOnly();
  if (isLegacy(protocolHint)) return reintroduce(wire, isFirst);
  const probe = discover(wire, isFirst);
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<'silent'>((resolve) => {
    timer = setTimeout(resolve, probeMs, 'silent');
  });
  const first = await Promise.race([probe, silence]).finally(() => clearTimeout(timer));
  if (first === 'silent') return firstSession([probe, initialize(wire, isFirst)]);
  return first ?? initialize(wire, isFirst);
}

/** A server that spoke the older era when it was last listed may have left it; else its refusal says most. */
async function reintroduce(wire: Wire, isFirst: () => boolean): Promise<Session> {
  try {
    return await initialize(wire, isFirst);
  } catch (error) {
    if (!(error instanceof CrawlEnded && isRefusal(error))) throw error;
    const session = await discover(wire, isFirst).catch((later: unknown) => {
      throw later instanceof CrawlEnded && isPlainFailure(later) ? error : later;
    });
    if (session === undefined) throw error;
    return session;
  }
}

/** True once: what the wire says of the version belongs to the session that opens first. */
function firstOnly(): () => boolean {
  let isTaken = false;
  return () => {
    const isFirst = !isTaken;
    isTaken = true;
    return isFirst;
  };
}

/** The session that opens first; the error of the last one that could not. */
async function firstSession(attempts: Promise<Session | undefined>[]): Promise<Session> {
  try {
    return await Promise.any(attempts.map(async (attempt) => (await attempt) ?? Promise.reject()));
  } catch (error) {
    const [, ofInitialize] = (error as AggregateError).errors;
    throw ofInitialize;
  }
}

/** Undefined when the server does not know the newer era. */
async function discover(wire: Wire, isFirst: () => boolean): Promise<Session | undefined> {
  let answer: JsonObject;
  try {
    answer = await wire.request('server/discover', { _meta: modernMeta() });
  } catch (error) {
    if (error instanceof RpcError) return undefined;
    if (error instanceof CrawlEnded && isRefusal(error)) return undefined;
    throw error;
  }
  const versions = answer.supportedVersions;
  if (!Array.isArray(versions)) return undefined;
  if (!versions.includes(modernVersion)) {
    const named = versions.filter((version) => typeof version === 'string');
    if (named.some((version) => legacyVersions.includes(version))) return undefined;
    throw new CrawlEnded({
      kind: 'failed',
      step: 'initialize',
      message: `speaks only protocol versions ${named.slice(0, 5).join(', ') || 'without a name'}`,
    });
  }
  if (!isFirst()) return undefined;
  wire.setProtocolVersion?.(modernVersion);
  const serverInfo = objectOr(answer.serverInfo, objectOr(answer._meta, {})[serverInfoKey]);
  return {
    protocolVersion: modernVersion,
    serverInfo,
    capabilities: objectOr(answer.capabilities),
    ...instructionsOf(answer),
    request: (method, params) => wire.request(method, { ...params, _meta: modernMeta() }),
    close: () => wire.close(),
  };
}

/** The server is there and answered, only not to this question. */
function isRefusal(ended: CrawlEnded): boolean {
  return isPlainFailure(ended) && ended.end.step === 'initialize';
}

/** Neither a login wall nor a wish to be left alone. */
function isPlainFailure(ended: CrawlEnded): ended is CrawlEnded & { end: { kind: 'failed' } } {
  return ended.end.kind === 'failed' && ended.end.retryAt === undefined;
}

async function initialize(wire: Wire, isFirst: () => boolean): Promise<Session> {
  let answer: JsonObject;
  try {
    answer = await wire.request('initialize', {
      protocolVersion: legacyVersion,
      capabilities: {},
      clientInfo,
    });
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    throw refusal('initialize', 'initialize', error);
  }
  const version = answer.protocolVersion;
  if (typeof version !== 'string' || !legacyVersions.includes(version)) {
    const named = typeof version === 'string' ? JSON.stringify(version) : 'of no text';
    const message = `answered initialize with protocol version ${named}`;
    throw new CrawlEnded({ kind: 'failed', step: 'initialize', message });
  }
  if (!isFirst()) {
    const message = 'the newer protocol answered first';
    throw new CrawlEnded({ kind: 'failed', step: 'initialize', message });
  }
  wire.setProtocolVersion?.(version);
  await wire.notify('notifications/initialized', {});
  return {
    protocolVersion: version,
    serverInfo: objectOr(answer.serverInfo),
    capabilities: objectOr(answer.capabilities),
    ...instructionsOf(answer),
    request: (method, params) => wire.request(method, params),
    close: () => wire.close(),
  };
}

function modernMeta(): JsonObject {
  return {
    'io.modelcontextprotocol/protocolVersion': modernVersion,
    'io.modelcontextprotocol/clientInfo': clientInfo,
    'io.modelcontextprotocol/clientCapabilities': {},
  };
}

function instructionsOf(answer: JsonObject): { instructions?: string } {
  return typeof answer.instructions === 'string' ? { instructions: answer.instructions } : {};
}

function objectOr(...values: unknown[]): JsonObject {
  for (const value of values) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as JsonObject;
    }
  }
  return {};
}
