import type { JsonObject } from '../classifier/definition.ts';
import { type Answer, holds } from './condition.ts';
import {
  type Condition,
  type Decision,
  type Limit,
  type Policy,
  type Rule,
  stricter,
  windowWords,
} from './policy.ts';
import { typeMismatch } from './type-mismatch.ts';

export interface ToolCall {
  tool: string;
  arguments: JsonObject;
  /** Hash of the definition that the server offers now, where the caller knows it. */
  definitionHash?: string;
}

/** What happened before this call. */
export interface History {
  /** Calls already let through in the current window of a counter (see `counterKey`); absent means none. */
  counts?: ReadonlyMap<string, number>;
  /** Tools that a person said yes to in this session. */
  approved?: ReadonlySet<string>;
}

export interface Verdict {
  decision: Decision;
  reason: string;
  /** Counters to raise by one when the call is let through. */
  counters: string[];
}

/** What is decided about one call. Names are compared exactly; nothing is read from a prototype. */
export function evaluate(policy: Policy, call: ToolCall, history: History = {}): Verdict {
  const rule = policy.rules.find(({ tool }) => tool === call.tool);
  if (!rule) return withoutRule(policy, call, history);
  if (rule.decision === 'deny' || rule.decision === 'hide')
    return refused(rule.decision, because(rule, rule.decision));
  const refusal = refusalBy(rule, call.arguments);
  if (refusal !== undefined) return refused('deny', refusal);
  if (isChanged(rule, call)) {
    const decision = stricter(stricter(policy.default, 'ask'), rule.decision);
    const reason = 'The definition of the tool is not the one that the rule was made for.';
    return { decision, reason, counters: [] };
  }
  const decision = decisionOf(rule, history);
  return counted(decision, because(rule, decision), countersOf(policy, rule), history);
}

/** The reason of a rule that says none. */
export const ruleWords: Record<Decision, string> = {
  allow: 'Its rule allows it.',
  ask: 'Its rule asks about it.',
  deny: 'Its rule denies it.',
  hide: 'Its rule hides it.',
};

/** A policy of somebody's own may say no reason. */
function because(rule: Rule, decision: Decision): string {
  return rule.because || ruleWords[decision];
}

/** Denied where a counter is full, or where its number is none. */
function counted(
  decision: Decision,
  reason: string,
  counters: Counter[],
  { counts }: History,
): Verdict {
  const full = counters.find(({ key, limit }) => !((counts?.get(key) ?? 0) < limit.max));
  if (full) return refused('deny', limitReason(full.limit));
  return { decision, reason, counters: counters.map(({ key }) => key) };
}

/** Under the default `allow`, a name that only looks like that of a rule gets nothing milder than that rule. */
function withoutRule(policy: Policy, call: ToolCall, history: History): Verdict {
  const looks = folded(call.tool);
  const similar =
    policy.default === 'allow' ? policy.rules.filter(({ tool }) => folded(tool) === looks) : [];
  const decision = similar.reduce((worst, rule) => stricter(worst, rule.decision), policy.default);
  const reason = 'No rule of the policy names this tool.';
  if (decision === 'deny' || decision === 'hide') return refused(decision, reason);
  return counted(decision, reason, serverCounters(policy), history);
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{C}\p{M}\s_-]+/gu, '');
}

/** Why a condition refuses the call; a condition that cannot judge an argument refuses it. */
function refusalBy(rule: Rule, args: JsonObject): string | undefined {
  const missing = rule.require.find((condition) => holds(condition, args) !== 'yes');
  if (missing) {
    const mismatch = typeMismatch(missing, args);
    return `The policy requires ${describe(missing)}${mismatch ? `: ${mismatch}` : ''}.`;
  }
  const mayHold = (answer: Answer) => answer !== 'no';
  const denial = rule.denyIf.find(({ conditions }) =>
    conditions.every((condition) => mayHold(holds(condition, args))),
  );
  return denial && (denial.message || 'Its rule denies such arguments.');
}

export function describe({ path, op, value }: Condition): string {
  return `${path} ${op} ${JSON.stringify(value)}`;
}

function isChanged(rule: Rule, call: ToolCall): boolean {
  if (rule.definitionHash === undefined || call.definitionHash === undefined) return false;
  return rule.definitionHash !== call.definitionHash;
}

interface Counter {
  key: string;
  limit: Limit;
}

function countersOf(policy: Policy, rule: Rule): Counter[] {
  const own = rule.limits.map((limit) => ({ limit, key: counterKey(rule.tool, limit) }));
  return [...own, ...serverCounters(policy)];
}

function serverCounters({ limits }: Policy): Counter[] {
  return limits.map((limit) => ({ limit, key: counterKey(undefined, limit) }));
}

/** The name under which calls are counted: by tool, or for the whole server. */
export function counterKey(tool: string | undefined, { counter, window }: Limit): string {
  return JSON.stringify(tool === undefined ? [counter, window] : [tool, counter, window]);
}

function limitReason({ max, window }: Limit): string {
  return `The limit of ${max} calls ${windowWords[window]} is reached.`;
}

function decisionOf(rule: Rule, { approved }: History): Decision {
  const isApproved = rule.approval === 'session' && approved?.has(rule.tool) === true;
  return rule.decision === 'ask' && isApproved ? 'allow' : rule.decision;
}

function refused(decision: Decision, reason: string): Verdict {
  return { decision, reason, counters: [] };
}
