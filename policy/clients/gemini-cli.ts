import type { Json, ToolDefinition } from '../../classifier/definition.ts';
import type { Client, ConfiguredServer, ExportOptions, PolicyFiles, Today } from '../client.ts';
import { serversAt, stringsAt, valueAt } from '../configured-servers.ts';
import { isObject } from '../json.ts';
import { type Abilities, lower } from '../lower.ts';
import type { Decision, Policy, Rule } from '../policy.ts';
import { pointerOf } from '../position.ts';
import { readJson } from '../read-json.ts';
import { readToml } from '../read-toml.ts';
import { tomlString } from '../toml-text.ts';
import { argsPattern, canBePatterns } from './gemini-args-pattern.ts';
import { homeAndProject } from './paths.ts';

const settings = homeAndProject('.gemini/settings.json');

/** Rules of the policy engine, in a file of their own; the highest priority that fits counts. */
export const geminiCli: Client = {
  id: 'gemini-cli',
  name: 'Gemini CLI',
  kind: 'client',
  docs: 'https://geminicli.com/docs/reference/policy-engine',
  checkedOn: '2026-11-25',
  checkedBy: 'client',
  configPaths: settings,
  permissionPaths: (platform, home) => [...settings(platform, home), `${home}/.gemini/policies/`],
  readServers,
  writePolicy,
  today,
};

/** `httpUrl` is streamable HTTP, `url` is server-sent events. */
function readServers(text: string): ConfiguredServer[] {
  const config = readJson(text);
  return serversAt(config, '/mcpServers', { urls: ['httpUrl', 'url'] }).map((server) => {
    const isSse = valueAt(config, `${server.pointer}/httpUrl`) === undefined;
    if (server.target.type !== 'http' || !isSse) return server;
    return { ...server, target: { ...server.target, type: 'sse' } };
  });
}

const words: Record<Decision, string> = {
  allow: 'allow',
  ask: 'ask_user',
  deny: 'deny',
  hide: 'deny',
};

function writePolicy(policy: Policy, alias: string, options: ExportOptions = {}): PolicyFiles {
  const aliasProblem = problemOf(alias);
  const abilities: Abilities = {
    decisions: ['allow', 'ask', 'deny', 'hide'],
    defaults: ['allow', 'ask', 'deny', 'hide'],
    conditions: canBePatterns,
    limits: false,
    approval: false,
    hash: false,
    refuses: (tool) => aliasProblem ?? refusal(alias, tool),
  };
  const { rules, default: fallback, losses } = lower(policy, abilities, options);
  if (aliasProblem !== undefined) return { files: [], losses };
  const tables = rules.flatMap(({ rule, decision }) => [
    ...(canBePatterns(rule) ? denials(alias, rule) : []),
    table(alias, rule.tool, words[decision], 500, rule.because),
  ]);
  if (!options.rulesOnly) tables.push(table(alias, '*', words[fallback], defaultPriority));
  const path = `~/.gemini/policies/mcp-risk-${alias}.toml`;
  const ownership = options.rulesOnly ? 'merged' : 'owned';
  return { files: [{ path, contents: tables.join('\n'), ownership }], losses };
}

/** Gemini CLI splits `mcp_<server>_<tool>` at the first underscore: a rule for such a server never fits. */
function problemOf(alias: string): string | undefined {
  if (/^[A-Za-z0-9.-]+$/.test(alias) && !alias.startsWith('.')) return undefined;
  return `rename the server "${alias.replace(/[^\w .-]/g, '?')}": Gemini CLI needs a name of letters, digits and "-"`;
}

/** Other characters, and more than 63 of them in `mcp_<server>_<tool>`, are changed before rules are compared. */
function refusal(alias: string, tool: string): string | undefined {
  if (tool.startsWith('mcp_')) return 'its name starts with "mcp_"';
  if (!/^[A-Za-z0-9_.-]+$/.test(tool)) return 'its name has special characters';
  return `mcp_${alias}_${tool}`.length > 63 ? 'its name is too long' : undefined;
}

function denials(alias: string, rule: Rule): string[] {
  return rule.denyIf.map((group) =>
    table(alias, rule.tool, 'deny', 900, group.message, argsPattern(group)),
  );
}

/** Over `trust` (200) and `mcp.allowed` (100) of the settings, which let every tool run. */
const defaultPriority = 220;

/** A user's rule overrules what plan mode forbids: there, ours only deny. */
const otherModes = 'modes = ["default", "autoEdit", "yolo"]';

function table(
  alias: string,
  tool: string,
  decision: string,
  priority: number,
  because?: string,
  pattern?: string,
): string {
  const lines = [
    '[[rule]]',
    `mcpName = ${tomlString(alias)}`,
    `toolName = ${tomlString(tool)}`,
    ...(pattern === undefined ? [] : [`argsPattern = ${tomlString(pattern)}`]),
    `decision = ${tomlString(decision)}`,
    `priority = ${priority}`,
    ...(decision === 'deny' ? [] : [otherModes]),
    ...(decision === 'deny' && because !== undefined
      ? [`denyMessage = ${tomlString(because)}`]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Policy files (TOML) and settings (JSON) together, without arguments; settings only hide or trust. */
function today(texts: string[], alias: string, tool: ToolDefinition): Today {
  const settings = texts.filter(isJson).map(readJson);
  const entry = (key: string) =>
    settings.map((file) => valueAt(file, pointerOf(['mcpServers', alias, key])));
  if (entry('excludeTools').some((list) => stringsAt(list, '').includes(tool.name))) {
    return { decision: 'hide', because: 'excludeTools names it' };
  }
  const includes = entry('includeTools').filter(Array.isArray);
  if (includes.some((list) => !list.includes(tool.name))) {
    return { decision: 'hide', because: 'includeTools does not name it' };
  }
  const rules = [
    ...settings.flatMap((file) => rulesOfSettings(file, alias)),
    ...texts.filter((text) => !isJson(text)).flatMap(rulesIn),
  ];
  const [rule] = rules
    .filter((one) => fits(one, alias, tool))
    .toSorted((a, b) => Number(b.priority) - Number(a.priority));
  if (!rule) return { decision: 'ask', because: 'no rule names it' };
  const source = typeof rule.source === 'string' ? rule.source : 'the rule';
  const because = `${source} of priority ${rule.priority} says ${rule.decision}`;
  if (rule.decision === 'allow') return { decision: 'allow', because };
  return { decision: rule.decision === 'deny' ? 'deny' : 'ask', because };
}

/** The rules that Gemini CLI 0.61.0 makes of its settings, in the same tier as the user's files (policy/config.ts). */
function rulesOfSettings(settings: Json, alias: string): Record<string, Json>[] {
  const ofServers = (key: string, decision: string, priority: number) =>
    stringsAt(settings, `/mcp/${key}`).map((mcpName) => {
      return { mcpName, toolName: '*', decision, priority, source: `mcp.${key}` };
    });
  const isTrusted = valueAt(settings, pointerOf(['mcpServers', alias, 'trust'])) === true;
  const trust = {
    mcpName: alias,
    toolName: '*',
    decision: 'allow',
    priority: 200,
    source: 'trust',
  };
  return [
    ...ofServers('excluded', 'deny', 900),
    ...(isTrusted ? [trust] : []),
    ...ofServers('allowed', 'allow', 100),
  ];
}

function isJson(text: string): boolean {
  return text.trimStart().startsWith('{');
}

function rulesIn(text: string): Record<string, Json>[] {
  const rules = valueAt(readToml(text), '/rule');
  return Array.isArray(rules) ? rules.filter(isObject) : [];
}

/** Of a call in the default mode, by the agent itself, with a person there. */
function fits(rule: Record<string, Json>, alias: string, tool: ToolDefinition): boolean {
  if (rule.argsPattern !== undefined || rule.commandPrefix !== undefined) return false;
  if (Array.isArray(rule.modes) && !rule.modes.includes('default')) return false;
  if (rule.subagent !== undefined || rule.interactive === false) return false;
  if (rule.mcpName !== undefined && rule.mcpName !== '*' && rule.mcpName !== alias) return false;
  const hints = isObject(rule.toolAnnotations) ? Object.entries(rule.toolAnnotations) : [];
  const said: Record<string, unknown> = { ...tool.annotations };
  if (hints.some(([key, value]) => said[key] !== value)) return false;
  const names = Array.isArray(rule.toolName) ? rule.toolName : [rule.toolName ?? '*'];
  const own = rule.mcpName === undefined ? [] : ['*', tool.name];
  return [...own, '*', 'mcp_*', `mcp_${alias}_*`, `mcp_${alias}_${tool.name}`].some((name) =>
    names.includes(name),
  );
}
