import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { risks, worstRisk } from '../classifier/taxonomy.ts';
import { readServerSummaries, type ServerSummary, type ToolSummary } from '../db/queries/pages.ts';
import { attackIndexPage, attackPages } from './data/attack-page.ts';
import { type BuilderServer, shardCount, shardOfTarget } from './data/builder-catalog.ts';
import { byDanger } from './data/danger.ts';
import { homePage } from './data/home-page.ts';
import { markQuotes, shownText } from './data/marked-text.ts';
import { notFoundPage } from './data/not-found-page.ts';
import type { Page } from './data/page.ts';
import { fileOf, paths, slug } from './data/paths.ts';
import { searchPage } from './data/search-page.ts';
import { headersFile } from './data/security.ts';
import { type ServerRow, serverListPages } from './data/server-list-page.ts';
import { signalIndexPage, signalPages } from './data/signal-page.ts';
import { textPages } from './data/text-page.ts';
import { listIndexPage, listPages, toolLists } from './data/tool-list-page.ts';
import { warnedWords } from './data/warned.ts';
import { shorten } from './data/words.ts';
import { changeFeed } from './machine/feed.ts';
import { llmsText } from './machine/llms.ts';
import { schemaFiles } from './machine/schemas.ts';
import { sitemap } from './machine/sitemap.ts';
import { buildIndex, type SearchDocument } from './search/build-index.ts';
import { builderParts, bulkParts, type Work } from './write-catalog.ts';

/** A file that is made anew only where what it is made of differs. */
type Derive = (
  path: string,
  from: string | Uint8Array,
  make: () => Promise<string | Uint8Array>,
) => Promise<void>;

/** Writes what is made of many servers, and removes what was and is no more. */
export async function writeOverviews(
  work: Work,
  tools: ToolSummary[],
  before: Record<string, string>,
): Promise<void> {
  const { manifest, output } = work;
  manifest.derived = {};
  const derive: Derive = async (path, from, make) => {
    const hash = createHash('sha256').update(from).digest('hex').slice(0, 32);
    manifest.derived[path] = hash;
    if (before[path] !== hash) output.write(path, await make());
  };
  const servers = serverRows(await readServerSummaries(work.db), tools);
  await deriveSearch(work, derive, tools);
  const pages = overviewPages(tools, servers, manifest.search.shards);
  for (const page of pages) await derivePage(work, derive, page);
  await deriveBuilderCatalog(work, derive, tools.length, servers);
  await deriveMachineFiles(work, derive, tools, servers, pages);
  for (const path of Object.keys(before)) {
    if (!Object.hasOwn(manifest.derived, path)) output.remove(path);
  }
}

function overviewPages(tools: ToolSummary[], servers: ServerRow[], shards: number): Page[] {
  const groups = toolLists(tools);
  return [
    homePage(tools, servers, shards),
    searchPage(shards),
    notFoundPage,
    ...serverListPages(servers),
    listIndexPage(groups),
    attackIndexPage,
    ...attackPages(tools.toSorted(byDanger)),
    signalIndexPage(),
    ...signalPages(),
    ...textPages,
    ...groups.flatMap(({ lists }) => lists.flatMap(listPages)),
  ];
}

async function derivePage({ render, site }: Work, derive: Derive, page: Page): Promise<void> {
  await derive(fileOf(page.path), JSON.stringify(page), () => render(page, site));
}

async function deriveSearch(work: Work, derive: Derive, tools: ToolSummary[]): Promise<void> {
  const { files, state } = buildIndex(tools.map(searchDocument), work.manifest.search);
  work.manifest.search = state;
  for (const [name, contents] of files) {
    const isPlain = name.endsWith('.json');
    await derive(`search/${name}`, contents, async () =>
      isPlain ? contents : gzipSync(contents, { level: 9 }),
    );
  }
}

/** The builder's catalog: each server in the file of each of its targets. */
async function deriveBuilderCatalog(
  { output }: Work,
  derive: Derive,
  tools: number,
  servers: ServerRow[],
): Promise<void> {
  const shards = shardCount(tools);
  const parts = new Map<number, string[]>(
    Array.from({ length: shards }, (_, shard) => [shard, []]),
  );
  for (const { id } of servers) {
    const text = output.read(`${builderParts}/${slug(id)}.json`);
    if (text === null) continue;
    const { targets } = JSON.parse(text) as BuilderServer;
    for (const shard of new Set(targets.map((target) => shardOfTarget(target, shards)))) {
      parts.get(shard)?.push(text);
    }
  }
  await derive('builder/index.json', String(shards), async () => JSON.stringify({ shards }));
  for (const [shard, texts] of parts) {
    const text = `[${texts.join(',')}]`;
    await derive(`builder/${shard}.bin`, text, async () => gzipSync(text, { level: 9 }));
  }
}

function searchDocument(tool: ToolSummary): SearchDocument {
  const warned = warnedWords(tool.warnings);
  return {
    server: tool.serverId,
    name: tool.name,
    path: paths.tool(tool.serverId, tool.name),
    operation: tool.operation,
    risk: tool.risk,
    ...(warned && { warned }),
    summary: shownText(markQuotes(shorten(tool.description, 120), [])),
    title: tool.title,
    description: tool.description,
    capabilities: tool.capabilities,
    registry: tool.registry,
    warnings: tool.warnings,
  };
}

async function deriveMachineFiles(
  { address, output }: Work,
  derive: Derive,
  tools: ToolSummary[],
  servers: ServerRow[],
  pages: Page[],
): Promise<void> {
  const addresses = [
    ...pages.filter((page) => page.kind !== 'not-found').map((page) => page.path),
    ...servers.map((server) => server.path),
    ...tools.map((tool) => paths.tool(tool.serverId, tool.name)),
  ];
  const texts = new Map([
    ['_headers', headersFile],
    ['robots.txt', `User-agent: *\nAllow: /\nSitemap: ${address}sitemap.xml\n`],
    ['llms.txt', llmsText(address)],
    ['changes.atom', changeFeed(tools, address)],
    ...sitemap([...new Set(addresses)], address),
    ...schemaFiles(),
  ]);
  for (const [path, text] of texts) await derive(path, text, async () => text);
  const parts = servers.map(({ id }) => `${bulkParts}/${slug(id)}.gz`);
  const digest = output.concatenate('bulk/tools.jsonl.gz', parts);
  output.write('bulk/SHA256SUMS', `${digest}  tools.jsonl.gz\n`);
}

function serverRows(servers: ServerSummary[], tools: ToolSummary[]): ServerRow[] {
  const toolsOf = Map.groupBy(tools, (tool) => tool.serverId);
  return servers.map((server) => {
    const own = toolsOf.get(server.id) ?? [];
    const known = own.flatMap((tool) => (tool.risk ? [tool.risk] : []));
    return {
      ...server,
      path: paths.server(server.id),
      tools: server.lastListedAt === null ? null : own.length,
      risk: known.length > 0 ? known.reduce(worstRisk, risks[0]) : null,
    };
  });
}
