import type { ToolSummary } from '../../db/queries/pages.ts';
import { nameWords } from './name-words.ts';

const mostRelated = 4;

/** Server id and tool name to the tools of other servers that a reader may compare it with. */
export type RelatedTools = (server: string, tool: string) => ToolSummary[];

/**
 * Tools of other servers with the same words in the name and the same operation: the next ones in the
 * order of servers, so that a new server changes the pages of its neighbours only.
 */
export function relatedTools(tools: ToolSummary[]): RelatedTools {
  const groups = Map.groupBy(tools, groupOf);
  const position = new Map<ToolSummary, number>();
  const byName = new Map<string, ToolSummary>();
  for (const group of groups.values()) {
    for (const [index, tool] of group.entries()) position.set(tool, index);
  }
  for (const tool of tools) byName.set(`${tool.serverId}\0${tool.name}`, tool);
  return (server, name) => {
    const own = byName.get(`${server}\0${name}`);
    if (!own || own.operation === null) return [];
    const group = groups.get(groupOf(own)) ?? [];
    const start = position.get(own) ?? 0;
    const found = new Map<string, ToolSummary>();
    for (let step = 1; step < group.length && found.size < mostRelated; step++) {
      const other = group[(start + step) % group.length];
      if (other && other.serverId !== server && !found.has(other.serverId)) {
        found.set(other.serverId, other);
      }
    }
    return [...found.values()];
  };
}

function groupOf({ name, operation }: ToolSummary): string {
  return `${operation} ${[...new Set(nameWords(name))].sort().join(' ')}`;
}
