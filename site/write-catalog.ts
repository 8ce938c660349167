import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { classifierVersion } from '../classifier/version.ts';
import type { Database } from '../db/connect.ts';
import { readServers, readToolSummaries } from '../db/queries/pages.ts';
import { writePolicyJson } from '../policy/policy-json.ts';
import { builderServer } from './data/builder-server.ts';
import type { Page, Site } from './data/page.ts';
import { fileOf, paths, slug } from './data/paths.ts';
import { type RelatedTools, relatedTools } from './data/related-tools.ts';
import { serverPage } from './data/server-page.ts';
import { type ServerView, viewServer } from './data/server-view.ts';
import { toolPage } from './data/tool-page.ts';
import { serverBadge, toolBadge } from './machine/badge.ts';
import { bulkLine } from './machine/bulk.ts';
import { serverMarkdown, toolMarkdown } from './machine/markdown.ts';
import { type Manifest, outdated, writeManifest } from './manifest.ts';
import type { Output } from './output.ts';
import type { Render } from './renderer.ts';
import { writeOverviews } from './write-overviews.ts';

const serversAtOnce = 20;
const serversBetweenSaves = 1000;

/** Compressed lines of one server each: what the bulk file is put together from. */
export const bulkParts = '.bulk';

/** What the policy builder needs of one server each. */
export const builderParts = '.builder';

export interface Work {
  db: Database;
  site: Site;
  /** Of the site, ending in a slash, for files that need whole addresses. */
  address: string;
  output: Output;
  render: Render;
  /** Brought up to date with what is written. */
  manifest: Manifest;
  /** Server id to what its pages depend on in the store. */
  fingerprints: Map<string, string>;
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, all: number) => void) | undefined;
}

/** Writes the pages of the changed servers, then what is made of all. Returns how many changed. */
export async function writeCatalog(work: Work): Promise<number> {
  const tools = await readToolSummaries(work.db, classifierVersion);
  const related = relatedTools(tools);
  const wanted = withRelated(work.fingerprints, tools, related);
  const { manifest } = work;
  const changed = [...wanted.keys()].filter((id) => manifest.servers[id] !== wanted.get(id));
  const derivedBefore = manifest.derived;
  // Until the end the manifest on disk claims only what stays true.
  const stillTrue = Object.entries(manifest.servers).filter(([id, was]) => wanted.get(id) === was);
  Object.assign(manifest, {
    store: '',
    servers: Object.fromEntries(stillTrue),
    derived: outdated(derivedBefore),
  });
  writeManifest(work.output, manifest);
  await writeServers(work, changed, wanted, related);
  removeStrangers(work);
  await writeOverviews(work, tools, derivedBefore);
  return changed.length;
}

/** The fingerprint of each server with the tools its pages point to on other servers. */
function withRelated(
  fingerprints: Map<string, string>,
  tools: { serverId: string; name: string }[],
  related: RelatedTools,
): Map<string, string> {
  const hashes = new Map<string, ReturnType<typeof createHash>>();
  for (const { serverId, name } of tools) {
    const hash = hashes.get(serverId) ?? createHash('sha256');
    hashes.set(serverId, hash);
    for (const other of related(serverId, name)) {
      hash.update(JSON.stringify([name, other.serverId, other.name, other.definitionHash]));
    }
  }
  return new Map(
    [...fingerprints].map(([id, own]) => [
      id,
      `${own} ${hashes.get(id)?.digest('hex').slice(0, 16) ?? ''}`,
    ]),
  );
}

async function writeServers(
  work: Work,
  changed: string[],
  wanted: Map<string, string>,
  related: RelatedTools,
): Promise<void> {
  let done = 0;
  for (let start = 0; start < changed.length; start += serversAtOnce) {
    const ids = changed.slice(start, start + serversAtOnce);
    for (const record of await readServers(work.db, ids, classifierVersion)) {
      work.signal?.throwIfAborted();
      await writeServer(work, viewServer(record), related);
      work.manifest.servers[record.server.id] = wanted.get(record.server.id) ?? '';
      work.onProgress?.(++done, changed.length);
      if (done % serversBetweenSaves === 0) writeManifest(work.output, work.manifest);
    }
  }
}

async function writeServer(work: Work, view: ServerView, related: RelatedTools): Promise<void> {
  const { id } = view.record.server;
  const { output, site } = work;
  const own = slug(id);
  const names = [...view.current, ...view.removed].map((tool) => slug(tool.name));
  const lines: string[] = [];
  for (const tool of [...view.current, ...view.removed]) {
    const page = toolPage(view, tool, related(id, tool.name), site);
    await writePage(work, page);
    output.write(page.twins.json, json(page.document));
    output.write(page.twins.markdown, toolMarkdown(page));
    output.write(page.twins.badge, toolBadge(page));
    if (page.document.offered) lines.push(bulkLine(page.document));
  }
  output.keepOnly(
    `tools/${own}`,
    new Set(names.flatMap((name) => [name, `${name}.json`, `${name}.md`])),
  );
  output.keepOnly(`badges/${own}`, new Set(names.map((name) => `${name}.svg`)));
  const page = serverPage(view);
  await writePage(work, page);
  output.write(paths.serverTwin(id, 'json'), json(page.document));
  output.write(paths.serverTwin(id, 'md'), serverMarkdown(page));
  output.write(paths.serverBadge(id), serverBadge(page));
  output.write(`${bulkParts}/${own}.gz`, gzipSync(lines.join('')));
  const builderPart = `${builderParts}/${own}.json`;
  if (page.policyPath === null) {
    // Of no tools there is no rule; a file without rules would say that all is known.
    output.remove(paths.policy(id));
    output.remove(builderPart);
    return;
  }
  output.write(page.policyPath, writePolicyJson(view.policies.balanced).text);
  output.write(builderPart, JSON.stringify(builderServer(view)));
}

/** Removes the pages of servers that left the store. */
function removeStrangers({ fingerprints, output }: Work): void {
  const slugs = [...fingerprints.keys()].map(slug);
  const ending = (...ends: string[]) =>
    new Set(slugs.flatMap((name) => ends.map((end) => name + end)));
  output.keepOnly('tools', ending(''));
  output.keepOnly('badges', ending('', '.svg'));
  output.keepOnly('policies', ending('.policy.json'));
  output.keepOnly('servers', ending('', '.json', '.md').add('index.html'));
  output.keepOnly(bulkParts, ending('.gz'));
  output.keepOnly(builderParts, ending('.json'));
}

async function writePage({ render, output, site }: Work, page: Page): Promise<void> {
  output.write(fileOf(page.path), await render(page, site));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
