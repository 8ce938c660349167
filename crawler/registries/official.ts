import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Guard } from '../guard/guard.ts';
import { GuardError } from '../guard/guard-error.ts';
import type { Visit } from '../guard/visit.ts';
import { mostValues } from '../json-values.ts';
import type { ServerEntry } from '../server-entry.ts';
import {
  type MalformedEntry,
  type Registry,
  RegistryError,
  type RegistryPage,
  type SyncOptions,
} from './registry.ts';
import { readServerJson } from './server-json.ts';

export const officialRegistryUrl = 'https://registry.modelcontextprotocol.io';

const pageSize = 100;
const pageBytes = 16 * 1024 * 1024;
/** Hundreds of times what a page of today has. See `Limits.values`. */
const pageValues = 1_000_000;
/** A hundred times the servers of today. */
const maxPages = 25_000;
const maxEmptyPages = 10;
/** Waits before a page is asked for again. */
const patienceMs = [1_000, 5_000, 15_000];
const visitBytes = 2 ** 36;

/**
 * The API that the official registry and its mirrors speak
 * (https://github.com/modelcontextprotocol/registry/blob/main/docs/reference/api/openapi.yaml).
 */
const ServerList = z.object({
  servers: z.array(z.unknown()),
  metadata: z.object({ nextCursor: z.string().max(4_096).nullish() }).optional(),
});

const ServerResponse = z.object({
  server: z.unknown(),
  _meta: z
    .object({
      'io.modelcontextprotocol.registry/official': z.object({
        status: z.enum(['active', 'deprecated', 'deleted']).catch('active'),
        isLatest: z.boolean().optional().catch(undefined),
      }),
    })
    .optional()
    .catch(undefined),
});

export interface OfficialRegistryOptions {
  guard: Guard;
  /** Of the official registry or one that speaks its API. The user names it, so it may be private. */
  baseUrl?: string;
  patienceMs?: readonly number[];
}

/** Reads the newest version of every server, page by page. */
export function officialRegistry(options: OfficialRegistryOptions): Registry {
  const baseUrl = new URL(options.baseUrl ?? officialRegistryUrl);
  const id = baseUrl.href === new URL(officialRegistryUrl).href ? 'official' : baseUrl.host;
  const waits = options.patienceMs ?? patienceMs;

  async function* sync({
    cursor,
    updatedSince,
    signal,
  }: SyncOptions): AsyncGenerator<RegistryPage> {
    const visit = await options.guard.visit(baseUrl.href, {
      idleMs: 30_000,
      totalBytes: visitBytes,
      allowPrivate: true,
      obeyRobots: false,
      signal,
    });
    try {
      yield* readOn(visit, signal, cursor, updatedSince);
    } finally {
      await visit.close();
    }
  }

  /** From a cursor that the registry no longer takes the reading starts over: kept, it would end every sync. */
  async function* readOn(
    visit: Visit,
    signal: AbortSignal,
    from: string | undefined,
    updatedSince: string | undefined,
  ): AsyncGenerator<RegistryPage> {
    let pages = 0;
    try {
      for await (const page of readPages(visit, signal, from, updatedSince)) {
        pages += 1;
        yield page;
      }
    } catch (error) {
      if (from === undefined || pages > 0 || !isFinal(error)) throw error;
      yield* readPages(visit, signal, undefined, updatedSince);
    }
  }

  async function* readPages(
    visit: Visit,
    signal: AbortSignal,
    from: string | undefined,
    updatedSince: string | undefined,
  ): AsyncGenerator<RegistryPage> {
    const seen = new Set<string>();
    let cursor = from;
    let emptyPages = 0;
    for (let pages = 0; pages < maxPages; pages += 1) {
      const page = await readPatiently(visit, signal, pageUrl(baseUrl, cursor, updatedSince));
      if (page.cursor !== undefined && (seen.has(page.cursor) || page.cursor === from)) {
        throw new RegistryError(`${baseUrl.host}: its cursor repeats`);
      }
      emptyPages = page.entries.length + page.malformed.length === 0 ? emptyPages + 1 : 0;
      if (emptyPages > maxEmptyPages) {
        throw new RegistryError(`${baseUrl.host}: page after page is empty`);
      }
      yield page;
      if (page.cursor === undefined) return;
      seen.add(page.cursor);
      cursor = page.cursor;
    }
    throw new RegistryError(`${baseUrl.host}: more than ${maxPages} pages`);
  }

  async function readPatiently(visit: Visit, signal: AbortSignal, url: URL): Promise<RegistryPage> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return readPage(await fetchPage(visit, url), id);
      } catch (error) {
        if (!(error instanceof GuardError) && !(error instanceof RegistryError)) throw error;
        const wait = isPassing(error) ? waits[attempt] : undefined;
        if (wait === undefined) {
          throw new RegistryError(`${baseUrl.host}: ${error.message}`, { cause: error });
        }
        await sleep(wait, undefined, { signal });
      }
    }
  }

  return { id, sync };
}

/** What asking again later would not mend. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof RegistryError)) return false;
  const { cause } = error;
  return !(cause instanceof RegistryError && cause.isPassing) && !(cause instanceof GuardError);
}

const passingFaults = new Set(['connect', 'time', 'broken']);

function isPassing(error: GuardError | RegistryError): boolean {
  return error instanceof RegistryError ? error.isPassing : passingFaults.has(error.fault);
}

function pageUrl(baseUrl: URL, cursor: string | undefined, updatedSince: string | undefined): URL {
  const url = new URL(`${baseUrl.href.replace(/\/+$/, '')}/v0.1/servers`);
  url.searchParams.set('limit', String(pageSize));
  url.searchParams.set('version', 'latest');
  url.searchParams.set('include_deleted', 'true');
  if (updatedSince !== undefined) url.searchParams.set('updated_since', updatedSince);
  if (cursor !== undefined) url.searchParams.set('cursor', cursor);
  return url;
}

async function fetchPage(visit: Visit, url: URL): Promise<unknown> {
  const response = await visit.fetch(url, { headers: { accept: 'application/json' } });
  if (response.status !== 200) {
    response.cancel();
    throw new RegistryError(`HTTP ${response.status}`, { isPassing: response.status >= 500 });
  }
  const text = await response.text(pageBytes);
  if (mostValues(text, pageValues) > pageValues) {
    throw new RegistryError(`its answer has more than ${pageValues} values`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new RegistryError('its answer is no JSON', { cause: error, isPassing: true });
  }
}

function readPage(answer: unknown, registry: string): RegistryPage {
  const list = ServerList.safeParse(answer);
  if (!list.success) throw new RegistryError('its answer is no list of servers');
  const entries: ServerEntry[] = [];
  const malformed: MalformedEntry[] = [];
  for (const [index, item] of list.data.servers.entries()) {
    const read = readItem(item, registry);
    if (typeof read === 'string') malformed.push({ where: `/servers/${index}`, reason: read });
    else if (read !== undefined) entries.push(read);
  }
  return { entries, malformed, cursor: list.data.metadata?.nextCursor || undefined };
}

/** Undefined for an older version, which a registry may list although only the newest was asked for. */
function readItem(item: unknown, registry: string): ServerEntry | string | undefined {
  const parsed = ServerResponse.safeParse(item);
  if (!parsed.success) return 'is no object';
  const meta = parsed.data._meta?.['io.modelcontextprotocol.registry/official'];
  if (meta?.isLatest === false) return undefined;
  return readServerJson(parsed.data.server, registry, meta?.status);
}
