import type { JsonObject, ToolDefinition } from '../classifier/definition.ts';
import type { Limits } from './limits.ts';
import type { Listed } from './outcome.ts';
import { readTool } from './read-tool.ts';
import { refusal } from './refusal.ts';
import { modernVersion } from './session.ts';
import { CrawlEnded, RpcError, type Session } from './transports/transport.ts';

const methodNotFound = -32601;
/** Prompts and resources are only counted, so a few pages are enough. */
const countedPages = 20;

export type ToolList = Pick<
  Listed,
  'tools' | 'malformed' | 'promptCount' | 'resourceCount' | 'ttlMs'
>;

/**
 * Reads the whole tool list. An item that is no definition is reported in `malformed` and the rest
 * is kept; a list that does not end within the limits is no list at all, because a part of it would
 * make the missing tools look removed.
 * @throws {CrawlEnded} step `list`
 */
export async function listTools(session: Session, limits: Limits): Promise<ToolList> {
  const tools: ToolDefinition[] = [];
  const malformed: Listed['malformed'] = [];
  const names = new Set<string>();
  let index = 0;
  let ttlMs = Number.POSITIVE_INFINITY;
  // Page by page, so that what is no definition is not kept: as objects it is many times its text.
  for await (const page of pagesOf(session, limits)) {
    ttlMs = Math.min(ttlMs, session.protocolVersion === modernVersion ? readTtl(page.ttlMs) : 0);
    for (const item of page.tools) {
      const read = readTool(item, limits);
      if (typeof read === 'string') malformed.push({ index, reason: read });
      else if (names.has(read.name)) malformed.push({ index, reason: 'duplicate name' });
      else {
        names.add(read.name);
        tools.push(read);
      }
      index += 1;
    }
  }
  const promptCount = await countItems(session, 'prompts', limits);
  const resourceCount = await countItems(session, 'resources', limits);
  return {
    tools,
    malformed,
    ...(promptCount === undefined ? {} : { promptCount }),
    ...(resourceCount === undefined ? {} : { resourceCount }),
    ...(ttlMs > 0 ? { ttlMs } : {}),
  };
}

/** Milliseconds; what is no time counts as none (https://modelcontextprotocol.io/specification/2026-07-28/server/utilities/caching). */
function readTtl(sent: unknown): number {
  return Number.isSafeInteger(sent) ? Math.max(sent as number, 0) : 0;
}

interface Page {
  tools: unknown[];
  /** As it was sent. */
  ttlMs: unknown;
}

async function* pagesOf(session: Session, limits: Limits): AsyncGenerator<Page> {
  let count = 0;
  const cursors = new Set<string>();
  let cursor: string | undefined;
  for (let page = 1; page <= limits.pages; page += 1) {
    const answer = await askForTools(session, cursor);
    if (!Array.isArray(answer.tools)) throw failed('the answer to tools/list has no tools array');
    count += answer.tools.length;
    if (count > limits.tools) {
      throw failed(`more than ${limits.tools} tools`);
    }
    yield { tools: answer.tools, ttlMs: answer.ttlMs };
    if (answer.nextCursor === undefined || answer.nextCursor === null) return;
    if (typeof answer.nextCursor !== 'string') throw failed('nextCursor is no string');
    cursor = answer.nextCursor;
    if (cursors.has(cursor)) throw failed('the cursor of the tool list repeats');
    cursors.add(cursor);
  }
  throw failed(`more than ${limits.pages} pages of tools`);
}

async function askForTools(session: Session, cursor: string | undefined): Promise<JsonObject> {
  try {
    return await session.request('tools/list', cursor === undefined ? {} : { cursor });
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
    const hasTools = session.capabilities.tools !== undefined;
    if (error.code === methodNotFound && !hasTools && cursor === undefined) return { tools: [] };
    throw refusal('list', 'tools/list', error);
  }
}

/** Undefined when the server does not declare the capability or does not answer as it should. */
async function countItems(
  session: Session,
  kind: 'prompts' | 'resources',
  limits: Limits,
): Promise<number | undefined> {
  if (session.capabilities[kind] === undefined) return undefined;
  let count = 0;
  let cursor: unknown;
  try {
    for (let page = 0; page < countedPages; page += 1) {
      const params = typeof cursor === 'string' ? { cursor } : {};
      const answer = await session.request(`${kind}/list`, params);
      const items = answer[kind];
      if (!Array.isArray(items)) return undefined;
      count = Math.min(count + items.length, limits.tools);
      cursor = answer.nextCursor;
      if (typeof cursor !== 'string') break;
    }
    return count;
  } catch (error) {
    // The tools are in hand; a server that breaks over its prompts must not lose them.
    if (error instanceof RpcError || error instanceof CrawlEnded) return undefined;
    throw error;
  }
}

function failed(message: string): CrawlEnded {
  return new CrawlEnded({ kind: 'failed', step: 'list', message });
}
