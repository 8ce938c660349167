import { risks, worstRisk } from '../classifier/taxonomy.ts';
import { classifierVersion } from '../classifier/version.ts';
import type { Database } from '../db/connect.ts';
import {
  readServerSummaries,
  readServers,
  readToolSummaries,
  type ServerSummary,
  type ToolSummary,
} from '../db/queries/pages.ts';
import { homePage } from './data/home-page.ts';
import { notFoundPage } from './data/not-found-page.ts';
import type { Page, Site } from './data/page.ts';
import { fileOf, paths, slug } from './data/paths.ts';
import { headersFile } from './data/security.ts';
import { type ServerRow, serverListPages } from './data/server-list-page.ts';
import { serverPage } from './data/server-page.ts';
import { type ServerView, viewServer } from './data/server-view.ts';
import { toolPage } from './data/tool-page.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import type { Output } from './output.ts';
import type { Render } from './renderer.ts';

const serversAtOnce = 20;
const serversBetweenSaves = 1000;

export interface Work {
  db: Database;
  site: Site;
  output: Output;
  render: Render;
  manifest: Manifest;
  /** Ids of the servers whose pages are made anew. */
  changed: string[];
  fingerprints: Map<string, string>;
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, all: number) => void) | undefined;
}

/** Writes the pages of the changed servers, then what is made of all of them. */
export async function writeCatalog(work: Work): Promise<void> {
  await writeServers(work);
  await writeOverviews(work);
  removeStrangers(work);
}

async function writeServers(work: Work): Promise<void> {
  const { db, changed, manifest, fingerprints } = work;
  for (let start = 0; start < changed.length; start += serversAtOnce) {
    work.signal?.throwIfAborted();
    const ids = changed.slice(start, start + serversAtOnce);
    for (const record of await readServers(db, ids, classifierVersion)) {
      await writeServer(work, viewServer(record));
      manifest.servers[record.server.id] = fingerprints.get(record.server.id) ?? '';
    }
    work.onProgress?.(Math.min(start + serversAtOnce, changed.length), changed.length);
    if ((start + serversAtOnce) % serversBetweenSaves === 0) writeManifest(work.output, manifest);
  }
}

async function writeServer(work: Work, view: ServerView): Promise<void> {
  const { id } = view.record.server;
  const { output } = work;
  const kept = new Set<string>();
  for (const tool of [...view.current, ...view.removed]) {
    const page = toolPage(view, tool);
    await writePage(work, page);
    output.write(paths.toolTwin(id, tool.name, 'json'), json(page.document));
    const own = slug(tool.name);
    kept.add(own).add(`${own}.json`);
  }
  output.keepOnly(`tools/${slug(id)}`, kept);
  const page = serverPage(view);
  await writePage(work, page);
  output.write(paths.serverTwin(id, 'json'), json(page.document));
  output.write(paths.policy(id), json(view.policies.balanced));
}

async function writeOverviews(work: Work): Promise<void> {
  const tools = await readToolSummaries(work.db, classifierVersion);
  const servers = serverRows(await readServerSummaries(work.db), tools);
  await writePage(work, homePage(tools, servers));
  await writePage(work, notFoundPage);
  work.output.write('_headers', headersFile);
  for (const page of serverListPages(servers)) await writePage(work, page);
}

function serverRows(servers: ServerSummary[], tools: ToolSummary[]): ServerRow[] {
  const toolsOf = Map.groupBy(tools, (tool) => tool.serverId);
  return servers.map((server) => {
    const own = toolsOf.get(server.id) ?? [];
    const known = own.flatMap((tool) => (tool.risk ? [tool.risk] : []));
    return {
      ...server,
      path: paths.server(server.id),
      tools: own.length,
      risk: known.length > 0 ? known.reduce(worstRisk, risks[0]) : null,
    };
  });
}

/** Removes the pages of servers that left the store. */
function removeStrangers({ fingerprints, output }: Work): void {
  const slugs = [...fingerprints.keys()].map(slug);
  output.keepOnly('tools', new Set(slugs));
  output.keepOnly('policies', new Set(slugs.map((name) => `${name}.policy.json`)));
  output.keepOnly(
    'servers',
    new Set(['index.html', ...slugs.flatMap((name) => [name, `${name}.json`])]),
  );
}

async function writePage({ render, output, site }: Work, page: Page): Promise<void> {
  output.write(fileOf(page.path), await render(page, site));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
