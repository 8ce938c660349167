import { jsonText, objectOf } from './json.ts';
import type { Condition, Limit, Loss, Policy, Rule } from './policy.ts';
import {
  type Checks,
  entryOf,
  extensionKey,
  type Note,
  type PolicyDocument,
} from './policy-document.ts';

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
  const document: PolicyDocument = {
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

function checksJson({
  require,
  denyIf,
  limits,
}: Pick<Rule, 'require' | 'denyIf' | 'limits'>): Checks {
  return {
    ...(require.length > 0 ? { require } : {}),
    ...(denyIf.length > 0
      ? { deny_if: denyIf.map(({ conditions, message }) => ({ conditions, on_deny: message })) }
      : {}),
    ...(limits.length > 0 ? { limits: limits.map(limitJson) } : {}),
  };
}

function limitJson({ counter, window, max }: Limit): Limit & { scope: 'grant' } {
  return { counter, window, max, scope: 'grant' };
}

function extensionJson(rule: Rule, looser: boolean): Note {
  return {
    decision: rule.decision,
    because: rule.because,
    ...(rule.definitionHash === undefined ? {} : { definitionHash: rule.definitionHash }),
    ...(rule.decision === 'ask' ? { approval: rule.approval } : {}),
    ...(rule.unchecked === undefined ? {} : { unchecked: rule.unchecked }),
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
export function policyFromJson(document: PolicyDocument): Policy {
  const extension = document[extensionKey];
  const hidden = new Set(document.hide);
  const hidesAll = hidden.delete('*');
  const names = [document.tools, extension?.tools].flatMap((tools) => Object.keys(tools ?? {}));
  return {
    schemaVersion: '1.0',
    server: extension?.server ?? '',
    posture: extension?.posture ?? 'strict',
    default: hidesAll ? 'hide' : (extension?.default ?? document.default),
    classifierVersion: extension?.classifierVersion ?? '',
    rules: [...new Set([...names, ...hidden])].map((name) =>
      ruleFromJson(document, name, hidesAll || hidden.has(name)),
    ),
    limits: (document.all_tools?.limits ?? []).map(limitFromJson),
  };
}

function ruleFromJson(document: PolicyDocument, tool: string, hidden: boolean): Rule {
  const listed = entryOf(document.tools, tool);
  const note = entryOf(document[extensionKey]?.tools, tool);
  const checks = listed ?? note ?? {};
  const decision = note?.decision ?? (listed ? 'allow' : 'deny');
  const hash = note?.definitionHash;
  return {
    tool,
    decision: hidden ? 'hide' : decision,
    because: note?.because ?? '',
    ...(hash === undefined ? {} : { definitionHash: hash }),
    approval: note?.approval ?? 'call',
    ...(note?.unchecked === undefined ? {} : { unchecked: note.unchecked }),
    require: (checks.require ?? []).map(conditionFromJson),
    denyIf: (checks.deny_if ?? []).map((group) => ({
      conditions: group.conditions.map(conditionFromJson),
      message: group.on_deny ?? '',
    })),
    limits: (checks.limits ?? []).map(limitFromJson),
  };
}

function conditionFromJson({ path, op, value }: Condition): Condition {
  return { path, op, value };
}

function limitFromJson({ counter, window, max }: Limit): Limit {
  return { counter, window, max };
}
