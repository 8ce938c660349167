import type { ExportOptions } from './client.ts';
import {
  type Decision,
  decisions,
  type Loss,
  type Policy,
  type Rule,
  stricter,
  windowWords,
} from './policy.ts';

/** What a format has words for. */
export interface Abilities {
  decisions: readonly Decision[];
  /** What can happen to tools without a rule. */
  defaults: readonly Decision[];
  /** Whether it can check the arguments, of every rule or of this one. */
  conditions: boolean | ((rule: Rule) => boolean);
  limits: boolean;
  /** Can say how long a person's yes holds. */
  approval: boolean;
  /** Compares the definition of a tool with the one the rule was made for. */
  hash: boolean;
  /** Why the format cannot name exactly this tool, if so. */
  refuses?(tool: string): string | undefined;
}

/** Only a decision for each tool, by its exact name. */
export const plainAbilities: Omit<Abilities, 'decisions' | 'defaults'> = {
  conditions: false,
  limits: false,
  approval: false,
  hash: false,
};

export interface LoweredRule {
  tool: string;
  decision: Decision;
  rule: Rule;
}

export interface Lowered {
  rules: LoweredRule[];
  default: Decision;
  losses: Loss[];
}

/** The policy in the words that a format has, and what that loses. */
export function lower(policy: Policy, abilities: Abilities, options: ExportOptions = {}): Lowered {
  const onLoss = options.onLoss ?? 'uncounted';
  const losses: Loss[] = [];
  const fallback = sayable(policy.default, abilities.defaults, onLoss === 'looser');
  if (fallback !== policy.default && !options.rulesOnly) {
    losses.push({ tool: '*', wanted: `${policy.default} tools without a rule`, instead: fallback });
  }
  const rules: LoweredRule[] = [];
  for (const rule of policy.rules) {
    const refusal = rule.tool.isWellFormed()
      ? abilities.refuses?.(rule.tool)
      : 'its name is no valid text';
    if (refusal !== undefined) {
      const instead = `${options.rulesOnly ? 'no rule' : `the default, ${fallback}`}: ${refusal}`;
      losses.push({ tool: rule.tool, wanted: rule.decision, instead });
      continue;
    }
    const lowered = lowerRule(rule, abilities, onLoss);
    rules.push({ tool: rule.tool, decision: lowered.decision, rule });
    losses.push(...lowered.losses);
  }
  losses.push(...generalLosses(policy, rules, abilities));
  return { rules, default: fallback, losses };
}

function lowerRule(
  rule: Rule,
  abilities: Abilities,
  onLoss: NonNullable<ExportOptions['onLoss']>,
): { decision: Decision; losses: Loss[] } {
  const losses: Loss[] = [];
  const looser = onLoss === 'looser';
  const hasConditions = rule.require.length + rule.denyIf.length > 0;
  const losesConditions = hasConditions && !canCheck(abilities, rule);
  const losesLimits = !abilities.limits && rule.limits.length > 0;
  const raised = (losesConditions && !looser) || (losesLimits && onLoss === 'stricter');
  const asked = raised && rule.decision === 'allow' ? 'ask' : rule.decision;
  const wanted = losesConditions && !looser ? stricter(asked, rule.unchecked ?? asked) : asked;
  const decision = sayable(wanted, abilities.decisions, looser);
  if (losesConditions) {
    const checks = [
      ...rule.require.map(({ path, op, value }) => `${path} ${op} ${JSON.stringify(value)}`),
      ...rule.denyIf.map(({ message }) => message),
    ];
    losses.push({ tool: rule.tool, wanted: `checks: ${checks.join('; ')}`, instead: decision });
  }
  if (losesLimits) {
    const limits = rule.limits.map(
      ({ max, window }) => `at most ${max} calls ${windowWords[window]}`,
    );
    const instead = decision === 'allow' ? 'allow without a limit' : decision;
    losses.push({ tool: rule.tool, wanted: limits.join(', '), instead });
  }
  if (decision !== wanted)
    losses.push({ tool: rule.tool, wanted: rule.decision, instead: decision });
  return { decision, losses };
}

function canCheck({ conditions }: Abilities, rule: Rule): boolean {
  return typeof conditions === 'function' ? conditions(rule) : conditions;
}

/** The nearest decision that can be said, on the side that was chosen; on the other where that has none. */
function sayable(wanted: Decision, can: readonly Decision[], looser: boolean): Decision {
  if (can.includes(wanted)) return wanted;
  const at = decisions.indexOf(wanted);
  const above = decisions.slice(at + 1).find((decision) => can.includes(decision));
  const below = decisions.slice(0, at).findLast((decision) => can.includes(decision));
  const found = looser ? (below ?? above) : (above ?? below);
  if (!found) throw new Error('a format can say at least one decision');
  return found;
}

function generalLosses(policy: Policy, rules: LoweredRule[], abilities: Abilities): Loss[] {
  const losses: Loss[] = [];
  const asksOnce = rules.some(
    ({ decision, rule }) => decision === 'ask' && rule.approval === 'session',
  );
  if (!abilities.approval && asksOnce) {
    losses.push({
      tool: '*',
      wanted: 'ask once in a session for some tools',
      instead: 'the client decides how long a yes holds',
    });
  }
  if (!abilities.limits && policy.limits.length > 0) {
    losses.push({ tool: '*', wanted: 'limits over all calls of the server', instead: 'no limits' });
  }
  if (!abilities.hash && rules.some(({ rule }) => rule.definitionHash !== undefined)) {
    losses.push({
      tool: '*',
      wanted: 'notice a changed definition',
      instead: 'not compared: run `mcp-risk lock --check`',
    });
  }
  return losses;
}
