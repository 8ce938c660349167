import { operations, risks } from '../../classifier/taxonomy.ts';
import type { ToolSummary } from '../../db/queries/pages.ts';
import { byDanger } from './danger.ts';
import type { PageBase } from './page.ts';
import { paths } from './paths.ts';
import type { ServerRow } from './server-list-page.ts';
import { type ShownRow, summaryRow } from './tool-row.ts';

export interface HomePage extends PageBase {
  kind: 'home';
  /** Into how many files the words of the search index are spread. */
  shards: number;
  servers: { all: number; listed: number };
  tools: { all: number; judged: number };
  /** How many tools have each operation and risk. */
  counts: { operation: string; byRisk: { risk: string; count: number }[] }[];
  riskiest: ShownRow[];
  changed: { row: ShownRow; on: string }[];
}

export function homePage(tools: ToolSummary[], servers: ServerRow[], shards: number): HomePage {
  const judged = tools.filter((tool) => tool.risk !== null);
  return {
    kind: 'home',
    shards,
    path: paths.home,
    title: 'What can this MCP tool do to me?',
    description:
      'Every tool of MCP servers with what it can do, how bad that can get, and the rule that should stand in front of it.',
    servers: {
      all: servers.length,
      listed: servers.filter((server) => server.lastKind === 'listed').length,
    },
    tools: { all: tools.length, judged: judged.length },
    counts: operations.map((operation) => ({
      operation,
      byRisk: risks.map((risk) => ({
        risk,
        count: judged.filter((tool) => tool.operation === operation && tool.risk === risk).length,
      })),
    })),
    riskiest: riskiest(judged).map(summaryRow),
    changed: tools
      .filter((tool) => tool.previousHash !== null)
      .toSorted((a, b) => (a.firstSeenAt < b.firstSeenAt ? 1 : -1))
      .slice(0, 8)
      .map((tool) => ({ row: summaryRow(tool), on: tool.firstSeenAt })),
  };
}

/** The gravest twelve, two of a server at most, so that one server does not fill the list. */
function riskiest(judged: ToolSummary[]): ToolSummary[] {
  const taken = new Map<string, number>();
  const isOneOfTwo = ({ serverId }: ToolSummary) => {
    const count = (taken.get(serverId) ?? 0) + 1;
    taken.set(serverId, count);
    return count <= 2;
  };
  return judged.toSorted(byDanger).filter(isOneOfTwo).slice(0, 12);
}
