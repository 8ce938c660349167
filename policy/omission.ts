import type { LoweredRule } from './lower.ts';
import type { Decision } from './policy.ts';

/** Rules that a client keeps because its files name their tools nowhere. */
export interface Omission {
  tools: string[];
  decision: Decision;
  /** What the client does with a tool that is not named, to stand behind its name: `asks about …`. */
  because: string;
}

/** The rules that say `ask` to a client that asks about whatever its lists do not name. */
export function askedUnnamed(rules: LoweredRule[], because: string): { omitted?: Omission } {
  const tools = rules.filter(({ decision }) => decision === 'ask').map(({ tool }) => tool);
  return tools.length === 0 ? {} : { omitted: { tools, decision: 'ask', because } };
}
