import type { Warning } from '../../classifier/classification.ts';
import { findExfiltrationPaths } from '../../classifier/combinations.ts';
import type { JsonObject } from '../../classifier/definition.ts';
import { rollUp } from '../../classifier/server-level.ts';
import { findInstructionWarnings } from '../../classifier/server-warnings.ts';
import type { Capability, Operation, Risk } from '../../classifier/taxonomy.ts';
import type { CrawlRecord } from '../../db/queries/pages.ts';
import type { Posture } from '../../policy/policy.ts';
import type { PageBase } from './page.ts';
import { paths } from './paths.ts';
import { type PolicyPanel, policyPanels } from './policy-panels.ts';
import { type ProvenanceView, viewProvenance } from './provenance.ts';
import type { ServerView } from './server-view.ts';
import { policyDocuments } from './tool-document.ts';
import { type ShownRow, type ToolRow, toolRow } from './tool-row.ts';
import { isPoisoned } from './warned.ts';
import { plural, shorten } from './words.ts';

export interface ServerDocument {
  /** 1.0 promises policies. */
  schemaVersion: '1.0' | '1.1';
  server: string;
  title: string | null;
  description: string | null;
  repository: string | null;
  status: 'active' | 'deprecated' | 'deleted';
  provenance: ProvenanceView;
  /** The worst of its tools; null: never listed, or nothing judged yet. */
  operation: Operation | null;
  risk: Risk | null;
  capabilities: Capability[];
  /** `policy.json` for the whole server, for each posture; null, since 1.1: never listed, so that no rule is known. */
  policies: Record<Posture, JsonObject> | null;
  tools: ToolRow[];
  /** The newest first. */
  crawls: Omit<CrawlRecord, 'serverId'>[];
}

export interface ServerPage extends PageBase {
  kind: 'server';
  document: ServerDocument;
  /** Null where its tools were never listed. */
  policyPath: string | null;
  /** Why there are no tools to show, or why they may be old; null where all is well. */
  notice: string | null;
  /** Ways on which data could leave through its tools alone. */
  leaks: { reads: ToolRow; ingests: ToolRow; sends: ToolRow }[];
  rows: ShownRow[];
  /** How many of its tools have a poisoning warning, and how many nobody judged. */
  poisoned: number;
  unjudged: number;
  /** What its instructions to the model show. */
  warnings: Warning[];
  /** Names of tools it offered once. */
  removed: { name: string; path: string }[];
  panels: PolicyPanel[];
  twins: { json: string; markdown: string; badge: string };
}

export function serverPage(view: ServerView): ServerPage {
  const { server, crawls } = view.record;
  const rows = view.current.map((tool) => toolRow(server.id, tool));
  const tools = rows.map(({ warned: _, ...row }) => row);
  const worst = rollUp(view.current.flatMap(({ now }) => now.classification ?? []));
  const notice = noticeOf(view);
  const isListed = server.lastListedAt !== null;
  const count = isListed ? plural(tools.length, 'tool') : 'its tools are unknown';
  return {
    kind: 'server',
    path: paths.server(server.id),
    title: `${shorten(server.id, 80)}: its tools and their risks`,
    description: shorten(
      `${server.id}: ${count}${worst ? `, risk up to ${worst.risk}` : ''}. ${notice ?? ''}`,
      240,
    ),
    document: {
      schemaVersion: isListed ? '1.0' : '1.1',
      server: server.id,
      title: server.title,
      description: server.description,
      repository: server.repository,
      status: server.status,
      provenance: viewProvenance(view.record),
      operation: worst?.operation ?? null,
      risk: worst?.risk ?? null,
      capabilities: worst?.capabilities ?? [],
      policies: isListed ? policyDocuments(view.policies) : null,
      tools,
      crawls: crawls.map(({ serverId: _, ...crawl }) => crawl),
    },
    policyPath: isListed ? paths.policy(server.id) : null,
    notice,
    warnings: findInstructionWarnings(server.instructions ?? undefined),
    leaks: leaksOf(view, tools),
    rows,
    poisoned: view.current.filter(({ now }) => isPoisoned(now.classification?.warnings)).length,
    unjudged: tools.filter(({ label }) => label === null).length,
    removed: view.removed.map(({ name }) => ({ name, path: paths.tool(server.id, name) })),
    twins: {
      json: paths.serverTwin(server.id, 'json'),
      markdown: paths.serverTwin(server.id, 'md'),
      badge: paths.serverBadge(server.id),
    },
    panels: tools.length > 0 ? policyPanels(view.policies, ['client', 'api', 'gateway']) : [],
  };
}

function leaksOf({ record, current }: ServerView, rows: ToolRow[]): ServerPage['leaks'] {
  const reachable = current.flatMap(({ name, now: { classification } }) =>
    classification ? [{ server: record.server.id, tool: name, classification }] : [],
  );
  const rowOf = new Map(rows.map((row) => [row.name, row]));
  return findExfiltrationPaths(reachable).flatMap((path) => {
    const reads = rowOf.get(path.reads.tool);
    const ingests = rowOf.get(path.ingests.tool);
    const sends = rowOf.get(path.sends.tool);
    return reads && ingests && sends ? [{ reads, ingests, sends }] : [];
  });
}

/** What a reader must know before trusting the list of tools. */
function noticeOf({ record: { server, crawls }, current }: ServerView): string | null {
  if (server.removedAt) return 'Its registry does not list it any more.';
  const last = crawls[0];
  const old = current.length > 0 ? ' The tools below are from the last listing that worked.' : '';
  if (!last) return 'Not crawled yet: nothing is known of its tools.';
  const reason = last.reason ? `: ${shorten(last.reason, 200)}` : '';
  switch (last.kind) {
    case 'auth-required':
      return `It wants a login before it lists its tools${reason}.${old}`;
    case 'failed':
      return `It could not be read (step${reason}). That says nothing about its tools.${old}`;
    case 'skipped':
      return `We did not look${reason}.${old}`;
    case 'listed':
      return current.length === 0 ? 'It answered, and it lists no tools.' : null;
  }
}
