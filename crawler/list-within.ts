import type { JsonObject } from '../classifier/definition.ts';
import type { CrawlContext } from './crawl-context.ts';
import type { Limits } from './limits.ts';
import { listTools } from './list-tools.ts';
import type { Listed } from './outcome.ts';
import { CrawlEnded, type Session, type TransportContext } from './transports/transport.ts';

/** A listed outcome, but for what only the whole crawl knows. */
export type ListedTarget = Omit<Listed, 'serverId' | 'at' | 'durationMs' | 'provenance'>;

/**
 * Connects, lists and closes within the total time.
 * @throws {CrawlEnded}
 */
export async function listWithin(
  context: CrawlContext,
  protocolHint: string | undefined,
  connect: (transport: TransportContext) => Promise<Session>,
): Promise<ListedTarget> {
  const { limits, allowPrivate, now, signal } = context;
  const ending = new AbortController();
  const interrupt = () => ending.abort(signal?.reason);
  let step: 'initialize' | 'list' = 'initialize';
  const timer = setTimeout(() => {
    const message = `not done within ${limits.totalMs / 1000} s`;
    ending.abort(new CrawlEnded({ kind: 'failed', step, message }));
  }, limits.totalMs);
  signal?.addEventListener('abort', interrupt, { once: true });
  if (signal?.aborted) interrupt();
  try {
    const session = await connect({
      limits,
      allowPrivate,
      now,
      signal: ending.signal,
      ...(protocolHint === undefined ? {} : { protocolHint }),
    });
    step = 'list';
    try {
      return { ...introduction(session, limits), ...(await listTools(session, limits)) };
    } finally {
      await session.close();
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', interrupt);
  }
}

function introduction(
  session: Session,
  limits: Limits,
): Pick<ListedTarget, 'kind' | 'protocolVersion' | 'serverInfo' | 'instructions'> {
  const { instructions } = session;
  return {
    kind: 'listed',
    protocolVersion: session.protocolVersion,
    serverInfo: readServerInfo(session.serverInfo),
    ...(instructions === undefined
      ? {}
      : { instructions: storable(instructions, limits.instructionsChars) }),
  };
}

function readServerInfo(sent: JsonObject): JsonObject {
  const info: JsonObject = {};
  for (const key of ['name', 'title', 'version', 'description', 'websiteUrl']) {
    const value = sent[key];
    if (typeof value === 'string') info[key] = storable(value, 1_000);
  }
  return info;
}

/** Kept as it was sent, but for half surrogate pairs, which no UTF-8 has. */
function storable(text: string, maxChars: number): string {
  return text.slice(0, maxChars).toWellFormed();
}
