import type { JsonObject } from '../classifier/definition.ts';
import { asCrawlEnded } from './at-step.ts';
import type { CrawlContext } from './crawl-context.ts';
import type { Limits } from './limits.ts';
import { listTools } from './list-tools.ts';
import type { Listed } from './outcome.ts';
import type { Session, TransportContext } from './transports/transport.ts';
import { within } from './within.ts';

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
  const { limits } = context;
  let step: 'initialize' | 'list' = 'initialize';
  const message = `not done within ${limits.totalMs / 1000} s`;
  const tooLate = () => ({ kind: 'failed', step, message }) as const;
  async function list(signal: AbortSignal): Promise<ListedTarget> {
    const hint = protocolHint === undefined ? {} : { protocolHint };
    const session = await connect({ limits, signal, ...hint });
    step = 'list';
    try {
      return { ...introduction(session, limits), ...(await listTools(session, limits)) };
    } finally {
      await session.close();
    }
  }
  try {
    return await within(limits.totalMs, tooLate, context.signal, list);
  } catch (error) {
    throw asCrawlEnded(error, step);
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
