import type { Json, JsonObject } from '../classifier/definition.ts';
import { isObject, jsonText, objectOf, own } from './json.ts';
import type { Condition, Decision, Denial, Limit, Loss, Policy, Posture, Rule } from './policy.ts';

/** The key of `policy.json` that holds what version 1 of the format has no word for. */
export const extensionKey = 'x-mcp-risk';

export interface PolicyJsonOptions {
  /** What a reader that knows only version 1 does with `ask`: `stricter` (default) denies, `looser` allows. */
  onLoss?: 'stricter' | 'looser';
}

/**
 * `policy.json`, version 1 of the format at https://policylayer.com/docs/writing-policies (read 2026-11-25),
 * and what a reader that ignores `x-mcp-risk` loses.
 */
export function writePolicyJson(
  policy: Policy,
  options: PolicyJsonOptions = {},
): { text: string; losses: Loss[] } {
  const looser = options.onLoss === 'looser';
  const listed = policy.rules.filter((rule) => isListed(rule, looser));
  const hidden = policy.rules.filter((rule) => rule.decision === 'hide' && rule.tool !== '*');
  const document = {
    version: '1',
    default: policy.default === 'allow' ? 'allow' : 'deny',
    ...(hidden.length > 0 ? { hide: hidden.map((rule) => rule.tool) } : {}),
    ...(policy.limits.length > 0 ? { all_tools: { limits: policy.limits.map(limitJson) } } : {}),
    tools: objectOf(listed.map((rule) => [rule.tool, checksJson(rule)])),
    [extensionKey]: {
      schemaVersion: policy.schemaVersion,
      server: policy.server,
      posture: policy.posture,
      default: policy.default,
      classifierVersion: policy.classifierVersion,
      tools: objectOf(policy.rules.map((rule) => [rule.tool, extensionJson(rule, looser)])),
    },
  };
  return { text: jsonText(document), losses: lossesOf(policy, looser) };
}

/** A tool named `*` could be read as a wildcard: never listed, so denied by default. */
function isListed(rule: Rule, looser: boolean): boolean {
  if (rule.tool === '*') return false;
  return rule.decision === 'allow' || (looser && rule.decision === 'ask');
}

function checksJson({ require, denyIf, limits }: Pick<Rule, 'require' | 'denyIf' | 'limits'>) {
  return {
    ...(require.length > 0 ? { require } : {}),
    ...(denyIf.length > 0
      ? { deny_if: denyIf.map(({ conditions, message }) => ({ conditions, on_deny: message })) }
      : {}),
    ...(limits.length > 0 ? { limits: limits.map(limitJson) } : {}),
  };
}

function limitJson({ counter, window, max }: Limit) {
  return { counter, window, max, scope: 'grant' };
}

function extensionJson(rule: Rule, looser: boolean) {
  return {
    decision: rule.decision,
    because: rule.because,
    ...(rule.definitionHash === undefined ? {} : { definitionHash: rule.definitionHash }),
    ...(rule.decision === 'ask' ? { approval: rule.approval } : {}),
    ...(isListed(rule, looser) ? {} : checksJson(rule)),
  };
}

function lossesOf(policy: Policy, looser: boolean): Loss[] {
  const losses: Loss[] = policy.rules.flatMap((rule) => {
    if (rule.tool === '*' && (rule.decision === 'allow' || rule.decision === 'ask')) {
      return [{ tool: '*', wanted: `${rule.decision} the tool named "*"`, instead: 'deny' }];
    }
    if (rule.decision !== 'ask') return [];
    const instead = `a reader of version 1 ${looser ? 'allows' : 'denies'} it`;
    return [{ tool: rule.tool, wanted: 'ask a person', instead }];
  });
  if (policy.default === 'ask') {
    losses.push({
      tool: '*',
      wanted: 'ask about a tool without a rule',
      instead: 'a reader of version 1 denies it',
    });
  }
  if (policy.rules.some((rule) => rule.definitionHash !== undefined && rule.decision === 'allow')) {
    losses.push({
      tool: '*',
      wanted: 'no longer allow a tool whose definition changed',
      instead: 'a reader of version 1 does not compare definitions',
    });
  }
  return losses;
}

/** The policy in a document that `validatePolicy` found no error in. */
export function policyFromJson(document: JsonObject): Policy {
  const extension = objectAt(document, extensionKey);
  const tools = objectAt(document, 'tools');
  const noted = objectAt(extension, 'tools');
  const hidden = new Set(listAt(document, 'hide'));
  const hidesAll = hidden.has('*');
  const names = new Set([...Object.keys(tools), ...Object.keys(noted), ...hidden] as string[]);
  if (hidesAll) names.delete('*');
  const fallback = (own(document, 'default') === 'allow' ? 'allow' : 'deny') satisfies Decision;
  return {
    schemaVersion: '1.0',
    server: stringAt(extension, 'server') ?? '',
    posture: (stringAt(extension, 'posture') ?? 'strict') as Posture,
    default: hidesAll ? 'hide' : ((stringAt(extension, 'default') ?? fallback) as Decision),
    classifierVersion: stringAt(extension, 'classifierVersion') ?? '',
    rules: [...names].map((name) =>
      ruleFromJson(name, own(tools, name), own(noted, name), hidesAll || hidden.has(name)),
    ),
    limits: listAt(objectAt(document, 'all_tools'), 'limits').map(limitFromJson),
  };
}

function ruleFromJson(
  tool: string,
  listed: Json | undefined,
  noted: Json | undefined,
  hidden: boolean,
): Rule {
  const note = isObject(noted) ? noted : {};
  const checks = isObject(listed) ? listed : note;
  const hash = stringAt(note, 'definitionHash');
  const decision = stringAt(note, 'decision') ?? (isObject(listed) ? 'allow' : 'deny');
  return {
    tool,
    decision: hidden ? 'hide' : (decision as Decision),
    because: stringAt(note, 'because') ?? '',
    ...(hash === undefined ? {} : { definitionHash: hash }),
    approval: stringAt(note, 'approval') === 'session' ? 'session' : 'call',
    require: listAt(checks, 'require').map(conditionFromJson),
    denyIf: listAt(checks, 'deny_if').map(denialFromJson),
    limits: listAt(checks, 'limits').map(limitFromJson),
  };
}

function denialFromJson(denial: Json): Denial {
  const group = isObject(denial) ? denial : {};
  const conditions = listAt(group, 'conditions').map(conditionFromJson);
  return { conditions, message: stringAt(group, 'on_deny') ?? '' };
}

function conditionFromJson(condition: Json): Condition {
  const { path, op, value } = condition as unknown as Condition;
  return { path, op, value };
}

function limitFromJson(limit: Json): Limit {
  const { counter, window, max } = limit as unknown as Limit;
  return { counter, window, max };
}

function objectAt(object: JsonObject, key: string): JsonObject {
  const value = own(object, key);
  return isObject(value) ? value : {};
}

function listAt(object: JsonObject, key: string): Json[] {
  const value = own(object, key);
  return Array.isArray(value) ? value : [];
}

function stringAt(object: JsonObject, key: string): string | undefined {
  const value = own(object, key);
  return typeof value === 'string' ? value : undefined;
}
