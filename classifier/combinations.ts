import type { Classification } from './classification.ts';
import { type Capability, risks } from './taxonomy.ts';

/** A tool within the reach of one agent. `server`: whatever tells the servers of the set apart. */
export interface ReachableTool {
  server: string;
  tool: string;
  classification: Pick<Classification, 'capabilities' | 'risk' | 'confidence'>;
}

export type ToolName = Pick<ReachableTool, 'server' | 'tool'>;

/** Private data, text of third parties and a way out: text that `ingests` returns can make the agent hand what `reads` returns to `sends`. */
export interface ExfiltrationPath {
  reads: ToolName;
  ingests: ToolName;
  sends: ToolName;
}

const reading: Capability[] = ['reads-private-data', 'reads-secrets'];
const ingesting: Capability[] = ['ingests-untrusted'];
const sending: Capability[] = ['communicates', 'reaches-network'];

/**
 * The exfiltration paths of a set of tools: one for each server that has a way out, by its riskiest tools.
 * Within the server where it can be, else over all servers. The same set gives the same paths.
 */
export function findExfiltrationPaths(tools: readonly ReachableTool[]): ExfiltrationPath[] {
  const paths: ExfiltrationPath[] = [];
  const waysOut = Map.groupBy(thatCan(tools, sending), ({ server }) => server);
  for (const server of [...waysOut.keys()].sort()) {
    const sends = riskiest(waysOut.get(server) ?? []);
    const reads = nearest(thatCan(tools, reading), server);
    const ingests = nearest(thatCan(tools, ingesting), server);
    if (sends && reads && ingests) {
      paths.push({ reads: nameOf(reads), ingests: nameOf(ingests), sends: nameOf(sends) });
    }
  }
  return paths;
}

function thatCan(tools: readonly ReachableTool[], any: Capability[]): ReachableTool[] {
  return tools.filter(({ classification }) =>
    any.some((capability) => classification.capabilities.includes(capability)),
  );
}

function nearest(tools: ReachableTool[], server: string): ReachableTool | undefined {
  return riskiest(tools.filter((tool) => tool.server === server)) ?? riskiest(tools);
}

function riskiest(tools: ReachableTool[]): ReachableTool | undefined {
  return tools.toSorted(
    (a, b) =>
      risks.indexOf(b.classification.risk) - risks.indexOf(a.classification.risk) ||
      b.classification.confidence - a.classification.confidence ||
      compare(a.server, b.server) ||
      compare(a.tool, b.tool),
  )[0];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function nameOf({ server, tool }: ReachableTool): ToolName {
  return { server, tool };
}
