import type { Json, ToolDefinition } from '../../classifier/definition.ts';
import type {
  Client,
  ConfiguredServer,
  ExportOptions,
  Platform,
  PolicyFiles,
  Today,
} from '../client.ts';
import { serversAt, valueAt } from '../configured-servers.ts';
import { isObject, jsonText, objectOf } from '../json.ts';
import { type Abilities, type Lowered, lower, plainAbilities } from '../lower.ts';
import { type Decision, type Policy, stricter } from '../policy.ts';
import { readJson } from '../read-json.ts';
import { fitsWildcard } from '../wildcard.ts';

const abilities: Abilities = {
  ...plainAbilities,
  decisions: ['allow', 'ask', 'deny', 'hide'],
  defaults: ['allow', 'ask', 'deny', 'hide'],
};

const paths = (_platform: Platform, home: string) => [
  `${home}/.config/opencode/opencode.json`,
  `${home}/.config/opencode/opencode.jsonc`,
  'opencode.json',
  'opencode.jsonc',
];

/** `permission`, an object in which the last key that fits counts; a tool is `<server>_<tool>`. */
export const opencode: Client = {
  id: 'opencode',
  name: 'opencode',
  kind: 'client',
  docs: 'https://opencode.ai/docs/permissions',
  checkedOn: '2026-11-25',
  checkedBy: 'client',
  configPaths: paths,
  permissionPaths: paths,
  readServers,
  writePolicy: (policy, alias, options) => {
    const { entries, losses } = keyed(policy, alias, options);
    return outputOf('permission', objectOf(entries), losses);
  },
  today: (texts, alias, tool) => todayByRules(texts.flatMap(rulesOfObject), alias, tool, 'allow'),
};

/** `permissions`, a list in which the last rule that fits counts. */
export const opencodeV2: Client = {
  ...opencode,
  id: 'opencode-v2',
  name: 'opencode 2',
  docs: 'https://opencode.ai/v2/docs/permissions',
  checkedBy: 'parser',
  writePolicy: (policy, alias, options) => {
    const { entries, losses } = keyed(policy, alias, options);
    const permissions = entries.map(([action, effect]) => ({ action, resource: '*', effect }));
    return outputOf('permissions', permissions, losses);
  },
  today: (texts, alias, tool) => todayByRules(texts.flatMap(rulesOfList), alias, tool, 'ask'),
};

function outputOf(key: string, value: Json, losses: Lowered['losses']): PolicyFiles {
  const path = '~/.config/opencode/opencode.json';
  const contents = jsonText({ [key]: value });
  return { files: [{ path, contents, ownership: 'merged', ordered: [key] }], losses };
}

function readServers(text: string): ConfiguredServer[] {
  return serversAt(readJson(text), '/mcp', { env: 'environment' });
}

/** The whole server first, then its tools: the later entry counts. */
function keyed(
  policy: Policy,
  alias: string,
  options: ExportOptions = {},
): { entries: [string, string][]; losses: Lowered['losses'] } {
  const { rules, default: fallback, losses } = lower(policy, abilities, options);
  const decided = new Map<string, Decision>();
  if (!options.rulesOnly) decided.set(key(alias, '*'), fallback);
  for (const { tool, decision } of rules) {
    const name = key(alias, normalized(tool));
    decided.set(name, stricter(decision, decided.get(name) ?? 'allow'));
  }
  const entries = [...decided].map(([name, decision]): [string, string] => [
    name,
    effectOf(decision),
  ]);
  return { entries, losses };
}

/** opencode turns every character of a name that is no ASCII letter, digit, `_` or `-` into `_`. */
function normalized(name: string): string {
  return name.replace(/[^a-zA-Z0-9_-]/g, '_');
}

function key(alias: string, tool: string): string {
  return `${normalized(alias)}_${tool}`;
}

function effectOf(decision: Decision): string {
  return decision === 'hide' ? 'deny' : decision;
}

interface EffectRule {
  pattern: string;
  effect: string;
}

function rulesOfObject(text: string): EffectRule[] {
  const config = readJson(text);
  const permission = valueAt(config, '/permission');
  const tools = valueAt(config, '/tools');
  const legacy = isObject(tools) ? Object.entries(tools) : [];
  const entries = isObject(permission) ? Object.entries(permission) : [];
  return [
    ...legacy.flatMap(([pattern, on]) => (on === false ? [{ pattern, effect: 'deny' }] : [])),
    ...(typeof permission === 'string' ? [{ pattern: '*', effect: permission }] : []),
    ...entries.flatMap(([pattern, effect]) =>
      typeof effect === 'string' ? [{ pattern, effect }] : [],
    ),
  ];
}

function rulesOfList(text: string): EffectRule[] {
  const rules = valueAt(readJson(text), '/permissions');
  if (!Array.isArray(rules)) return [];
  return rules.flatMap((rule: Json) => {
    if (!isObject(rule) || rule.resource !== '*') return [];
    const { action, effect } = rule;
    return typeof action === 'string' && typeof effect === 'string'
      ? [{ pattern: action, effect }]
      : [];
  });
}

function todayByRules(
  rules: EffectRule[],
  alias: string,
  tool: ToolDefinition,
  unnamed: 'allow' | 'ask',
): Today {
  const name = key(alias, normalized(tool.name));
  const rule = rules.findLast(({ pattern }) => fitsWildcard(pattern, name, '*?'));
  if (!rule) return { decision: unnamed, because: 'no rule fits it' };
  const because = `the last rule that fits it is ${rule.pattern}`;
  if (rule.effect === 'allow' || rule.effect === 'deny') return { decision: rule.effect, because };
  return { decision: 'ask', because };
}
