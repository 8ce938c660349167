import type { Json, ToolDefinition } from '../../classifier/definition.ts';
import type {
  Client,
  ConfiguredServer,
  ExportOptions,
  OutputFile,
  PolicyFiles,
  Today,
} from '../client.ts';
import { serversAt, stringsAt, valueAt } from '../configured-servers.ts';
import { isObject, jsonText } from '../json.ts';
import { type Abilities, lower, plainAbilities } from '../lower.ts';
import { type Decision, type Loss, type Policy, stricter } from '../policy.ts';
import { writePolicyJson } from '../policy-json.ts';
import { pointerOf } from '../position.ts';
import { readJson } from '../read-json.ts';
import { fitsWildcard } from '../wildcard.ts';
import { hookScript } from './claude-code-hook.ts';

const abilities: Abilities = {
  decisions: ['allow', 'ask', 'deny', 'hide'],
  defaults: ['ask', 'deny'],
  ...plainAbilities,
  conditions: true,
};

/**
 * Rules in `settings.json`, and a PreToolUse hook for what rules cannot say: arguments, and the default.
 * Claude Code itself turns every character of a name that is no ASCII letter, digit, `_` or `-` into `_`.
 */
export const claudeCode: Client = {
  id: 'claude-code',
  name: 'Claude Code',
  kind: 'client',
  docs: 'https://code.claude.com/docs/en/permissions',
  checkedOn: '2026-11-25',
  checkedBy: 'client',
  configPaths: (_platform, home) => ['.mcp.json', `${home}/.claude.json`],
  permissionPaths: (_platform, home) => [
    `${home}/.claude/settings.json`,
    '.claude/settings.json',
    '.claude/settings.local.json',
  ],
  readServers,
  writePolicy,
  formerEntries: (alias) => hooksOf(alias, '$HOME/.claude'),
  today,
};

function readServers(text: string): ConfiguredServer[] {
  const config = readJson(text);
  const projects = valueAt(config, '/projects');
  const folders = isObject(projects) ? Object.keys(projects) : [];
  const ofProjects = folders.flatMap((project) =>
    serversAt(config, pointerOf(['projects', project, 'mcpServers'])).map((server) => ({
      ...server,
      project,
    })),
  );
  return [...serversAt(config, '/mcpServers'), ...ofProjects];
}

/** For the shell that runs a hook: `~/.claude`, or where the user has it instead. */
const folder = `\${CLAUDE_CONFIG_DIR:-$HOME/.claude}`;

function writePolicy(policy: Policy, alias: string, options: ExportOptions = {}): PolicyFiles {
  const { rulesOnly = false } = options;
  // The hook checks arguments, of every tool of the server.
  const can = { ...abilities, conditions: !rulesOnly };
  const { rules, default: fallback, losses } = lower(policy, can, options);
  const decided = new Map<string, Decision>();
  for (const { tool, decision } of rules) {
    const name = toolName(alias, tool);
    decided.set(name, stricter(decision, decided.get(name) ?? 'allow'));
  }
  const named = (...wanted: Decision[]) =>
    [...decided].filter(([, decision]) => wanted.includes(decision)).map(([name]) => name);
  const permissions = { allow: named('allow'), ask: named('ask'), deny: named('deny', 'hide') };
  const settingsFile = (settings: Json): OutputFile => ({
    path: '~/.claude/settings.json',
    contents: jsonText(settings),
    ownership: 'merged',
  });
  if (rulesOnly) {
    return {
      files: [settingsFile({ permissions })],
      losses: [...losses, ...nameLosses(policy, alias)],
    };
  }
  const settings = { permissions, ...hooksOf(alias, folder) };
  const lowered = {
    ...policy,
    default: fallback,
    rules: rules.map(({ rule, decision }) => ({ ...rule, decision })),
  };
  const policyFile = `${hookName(alias)}.policy.json`;
  return {
    files: [
      settingsFile(settings),
      {
        path: `~/.claude/hooks/${hookName(alias)}.mjs`,
        contents: hookScript(toolName(alias, ''), policyFile),
        ownership: 'owned',
      },
      {
        path: `~/.claude/hooks/${policyFile}`,
        contents: writePolicyJson(lowered).text,
        ownership: 'owned',
      },
    ],
    losses: [...losses, ...nameLosses(policy, alias), hookLoss],
  };
}

/** @param home the folder with the hooks, for the shell that runs them */
function hooksOf(alias: string, home: string) {
  const command = `node "${home}/hooks/${hookName(alias)}.mjs"`;
  const matcher = `${toolName(alias, '')}.*`;
  return { hooks: { PreToolUse: [{ matcher, hooks: [{ type: 'command', command }] }] } };
}

const hookLoss: Loss = {
  tool: '*',
  wanted: 'check arguments in any case',
  instead: 'the hook needs node; Claude Code goes on when a hook cannot start',
};

/** Two tools whose names become one share the stricter rule. */
function nameLosses(policy: Policy, alias: string): Loss[] {
  const seen = new Map<string, string>();
  return policy.rules.flatMap(({ tool, decision }) => {
    const name = toolName(alias, tool);
    const other = seen.get(name);
    seen.set(name, other ?? tool);
    if (other === undefined) return [];
    return [
      {
        tool,
        wanted: decision,
        instead: `the stricter rule of it and "${other}", which get one name`,
      },
    ];
  });
}

function normalized(name: string): string {
  return name.replace(/[^a-zA-Z0-9_-]/g, '_');
}

function toolName(alias: string, tool: string): string {
  return `mcp__${normalized(alias)}__${normalized(tool)}`;
}

function hookName(alias: string): string {
  return `mcp-risk-${normalized(alias)}`;
}

function today(texts: string[], alias: string, tool: ToolDefinition): Today {
  const files = texts.map(readJson);
  const name = toolName(alias, tool.name);
  for (const [list, decision] of [
    ['deny', 'deny'],
    ['ask', 'ask'],
    ['allow', 'allow'],
  ] as const) {
    const rule = files
      .flatMap((file) => stringsAt(file, `/permissions/${list}`))
      .find((candidate) => matches(candidate, name, list));
    if (rule !== undefined) return { decision, because: `permissions.${list} has ${rule}` };
  }
  const mode = files.map((file) => valueAt(file, '/permissions/defaultMode')).findLast(isMode);
  if (mode === 'bypassPermissions') return { decision: 'allow', because: `defaultMode is ${mode}` };
  if (mode === 'dontAsk') return { decision: 'deny', because: `defaultMode is ${mode}` };
  return { decision: 'ask', because: 'no rule names it' };
}

function isMode(value: Json | undefined): value is string {
  return typeof value === 'string';
}

/** A rule without a tool is for the whole server; `*` counts in `allow` only after a whole server's prefix. */
function matches(rule: string, name: string, list: 'allow' | 'ask' | 'deny'): boolean {
  if (!rule.startsWith('mcp__') || rule.includes('(')) return false;
  if (!rule.includes('*')) return rule === name || name.startsWith(`${rule}__`);
  if (list === 'allow' && !/^mcp__[^*]+?__/.test(rule)) return false;
  return fitsWildcard(rule, name);
}
