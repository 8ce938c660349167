import type { Json, ToolDefinition } from '../../classifier/definition.ts';
import type { Client, ExportOptions, PolicyFiles, Today } from '../client.ts';
import { valueAt } from '../configured-servers.ts';
import { jsonText, objectOf } from '../json.ts';
import { type Abilities, lower, plainAbilities } from '../lower.ts';
import type { Policy } from '../policy.ts';
import { pointerOf } from '../position.ts';
import { readJson } from '../read-json.ts';
import { inServerFolder } from './server-folder.ts';
import { withoutFiles } from './without-files.ts';

const abilities: Abilities = {
  ...plainAbilities,
  decisions: ['allow', 'hide'],
  defaults: ['hide'],
};

/** An `mcp_toolset` of the Messages API (beta `mcp-client-2025-11-20`): a tool is on or off. */
export const claudeApi: Client = {
  id: 'claude-api',
  name: 'Claude API (MCP connector)',
  kind: 'api',
  docs: 'https://platform.claude.com/docs/en/agents-and-tools/mcp-connector',
  checkedOn: '2026-11-25',
  checkedBy: 'documentation',
  ...withoutFiles,
  writePolicy,
  today,
};

function writePolicy(policy: Policy, alias: string, options: ExportOptions = {}): PolicyFiles {
  const { rules, losses } = lower(policy, abilities, options);
  const enabled = rules.filter(({ decision }) => decision === 'allow');
  const toolset = {
    type: 'mcp_toolset',
    mcp_server_name: alias,
    default_config: { enabled: false },
    configs: objectOf(enabled.map(({ tool }) => [tool, { enabled: true }])),
  };
  return {
    files: [
      {
        path: inServerFolder(alias, 'claude-mcp-toolset.json'),
        contents: jsonText(toolset),
        ownership: 'owned',
      },
    ],
    losses,
  };
}

function today(texts: string[], alias: string, tool: ToolDefinition): Today {
  const toolset = texts
    .map(readJson)
    .findLast((file) => valueAt(file, '/mcp_server_name') === alias);
  if (!toolset) return { decision: 'hide', because: 'no toolset of the server' };
  const own: Json | undefined = valueAt(toolset, pointerOf(['configs', tool.name, 'enabled']));
  const enabled = own ?? valueAt(toolset, '/default_config/enabled') ?? true;
  return enabled === true
    ? { decision: 'allow', because: 'it is enabled' }
    : { decision: 'hide', because: 'it is not enabled' };
}
