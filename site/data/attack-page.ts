import { type AttackPattern, attackPatterns } from '../../classifier/attacks.ts';
import type { ToolSummary } from '../../db/queries/pages.ts';
import type { PageBase } from './page.ts';
import { type ShownRow, summaryRow } from './tool-row.ts';
import { sentenceList } from './words.ts';

export interface AttackPage extends PageBase {
  kind: 'attack';
  pattern: AttackPattern;
  /** Tools whose definition shows a signal of the attack. */
  found: ShownRow[];
  /** Tools that can do what it needs, the riskiest first. */
  means: ShownRow[];
}

export interface AttackIndexPage extends PageBase {
  kind: 'attack-index';
  attacks: { path: string; pattern: AttackPattern }[];
}

const mostShown = 30;

function pathOf({ id }: AttackPattern): string {
  return `attacks/${id}/`;
}

export const attackIndexPage: AttackIndexPage = {
  kind: 'attack-index',
  path: 'attacks/',
  title: 'Attacks',
  description:
    'How tool definitions and sets of tools are turned against their users, and the rule that stops each.',
  attacks: attackPatterns.map((pattern) => ({ path: pathOf(pattern), pattern })),
};

/** One page a pattern. `tools` are sorted by danger already. */
export function attackPages(tools: ToolSummary[]): AttackPage[] {
  return attackPatterns.map((pattern) => {
    const isFound = (tool: ToolSummary) => pattern.signals.some((id) => tool.warnings.includes(id));
    const hasMeans = (tool: ToolSummary) =>
      pattern.needs.some((need) => tool.capabilities.includes(need));
    const needs = pattern.needs.length > 0 ? ` Needs ${sentenceList(pattern.needs)}.` : '';
    return {
      kind: 'attack',
      path: pathOf(pattern),
      title: pattern.title,
      description: `${pattern.how}${needs}`,
      pattern,
      found: tools.filter(isFound).slice(0, mostShown).map(summaryRow),
      means: tools
        .filter((tool) => hasMeans(tool) && !isFound(tool))
        .slice(0, mostShown)
        .map(summaryRow),
    };
  });
}
