import type { Classification } from './classification.ts';
import {
  type Capability,
  capabilities,
  type Operation,
  type Risk,
  worstOperation,
  worstRisk,
} from './taxonomy.ts';

/** What a server can do through any of its tools. */
export interface RollUp {
  operation: Operation;
  risk: Risk;
  /** In the order of the taxonomy. */
  capabilities: Capability[];
}

/** The worst of each scale over a server's tools; undefined for none, because no tool is not "safe". */
export function rollUp(tools: readonly Classification[]): RollUp | undefined {
  const [first] = tools;
  if (!first) return undefined;
  const can = new Set(tools.flatMap((tool) => tool.capabilities));
  return {
    operation: tools.reduce(
      (worst, tool) => worstOperation(worst, tool.operation),
      first.operation,
    ),
    risk: tools.reduce((worst, tool) => worstRisk(worst, tool.risk), first.risk),
    capabilities: capabilities.filter((capability) => can.has(capability)),
  };
}
