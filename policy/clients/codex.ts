import type { JsonObject, ToolDefinition } from '../../classifier/definition.ts';
import type { Client, ConfiguredServer, ExportOptions, PolicyFiles, Today } from '../client.ts';
import { serversAt, stringsAt, valueAt } from '../configured-servers.ts';
import { type Abilities, lower, plainAbilities } from '../lower.ts';
import type { Policy } from '../policy.ts';
import { pointerOf } from '../position.ts';
import { readToml } from '../read-toml.ts';
import { tomlKey, tomlString } from '../toml-text.ts';
import { homeAndProject } from './paths.ts';

const abilities: Abilities = {
  decisions: ['allow', 'ask', 'deny', 'hide'],
  defaults: ['ask', 'deny'],
  ...plainAbilities,
};

/** `approval_mode` of each tool, `disabled_tools`, and `enabled_tools` where the default is `deny`. */
export const codex: Client = {
  id: 'codex',
  name: 'OpenAI Codex',
  kind: 'client',
  docs: 'https://developers.openai.com/codex/mcp',
  checkedOn: '2026-11-25',
  checkedBy: 'client',
  configPaths: homeAndProject('.codex/config.toml'),
  permissionPaths: homeAndProject('.codex/config.toml'),
  readServers,
  writePolicy,
  today,
};

function readServers(text: string): ConfiguredServer[] {
  return serversAt(readToml(text), '/mcp_servers', { headers: 'http_headers' });
}

function writePolicy(policy: Policy, alias: string, options: ExportOptions = {}): PolicyFiles {
  const { rules, default: fallback, losses } = lower(policy, abilities, options);
  const open = rules.filter(({ decision }) => decision === 'allow' || decision === 'ask');
  const closed = rules.filter(({ decision }) => decision === 'deny' || decision === 'hide');
  const table = `mcp_servers.${tomlKey(alias)}`;
  const list = (names: { tool: string }[]) => names.map(({ tool }) => tomlString(tool)).join(', ');
  const { rulesOnly } = options;
  const ofServer = [
    ...(rulesOnly ? [] : ['default_tools_approval_mode = "prompt"']),
    ...(fallback === 'deny' && !rulesOnly ? [`enabled_tools = [${list(open)}]`] : []),
    ...(closed.length > 0 || !rulesOnly ? [`disabled_tools = [${list(closed)}]`] : []),
  ];
  const lines = [
    ...(ofServer.length > 0 ? [`[${table}]`, ...ofServer] : []),
    ...open.flatMap(({ tool, decision }) => [
      '',
      `[${table}.tools.${tomlKey(tool)}]`,
      `approval_mode = "${decision === 'allow' ? 'approve' : 'prompt'}"`,
    ]),
  ];
  const contents = `${lines.join('\n').trimStart()}\n`;
  const path = '~/.codex/config.toml';
  return { files: [{ path, contents, ownership: 'merged', inEntry: true }], losses };
}

function today(texts: string[], alias: string, tool: ToolDefinition): Today {
  const files = texts.map(readToml);
  const entry = (key: string) =>
    files
      .map((file) => valueAt(file, pointerOf(['mcp_servers', alias, ...key.split('/')])))
      .findLast((value) => value !== undefined);
  if (stringsAt(entry('disabled_tools'), '').includes(tool.name)) {
    return { decision: 'deny', because: 'disabled_tools names it' };
  }
  const enabled = entry('enabled_tools');
  if (Array.isArray(enabled) && !enabled.includes(tool.name)) {
    return { decision: 'deny', because: 'enabled_tools does not name it' };
  }
  const modes = files.map((file) =>
    valueAt(file, pointerOf(['mcp_servers', alias, 'tools', tool.name, 'approval_mode'])),
  );
  const mode =
    modes.findLast((value) => value !== undefined) ?? entry('default_tools_approval_mode');
  return byMode(typeof mode === 'string' ? mode : 'auto', tool);
}

/** `auto` believes the annotations, readOnlyHint before destructiveHint: so ran 0.169.0; older versions ask about both. */
function byMode(mode: string, tool: ToolDefinition): Today {
  const hints: JsonObject = { ...tool.annotations };
  if (mode === 'approve') return { decision: 'allow', because: 'its approval mode is approve' };
  const saysRead = hints.readOnlyHint === true;
  if (mode === 'writes' && saysRead) {
    return { decision: 'allow', because: 'the mode is writes and its readOnlyHint is true' };
  }
  const harmless = hints.destructiveHint === false && hints.openWorldHint === false;
  if (mode === 'auto' && (saysRead || harmless)) {
    return {
      decision: 'allow',
      because: 'the mode is auto and its annotations say it is harmless',
    };
  }
  return { decision: 'ask', because: `its approval mode is ${mode}` };
}
