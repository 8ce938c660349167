import type { Client, ExportOptions, PolicyFiles } from '../client.ts';
import { type Abilities, lower, plainAbilities } from '../lower.ts';
import type { Policy } from '../policy.ts';
import { yamlList } from '../yaml-text.ts';
import { inServerFolder } from './server-folder.ts';
import { withoutFiles } from './without-files.ts';

const abilities: Abilities = {
  ...plainAbilities,
  decisions: ['allow', 'hide'],
  defaults: ['hide'],
};

/** The `tools` of one server in a profile file. Without the list all tools are on. */
export const dockerMcpGateway: Client = {
  id: 'docker-mcp-gateway',
  name: 'Docker MCP Gateway',
  kind: 'gateway',
  docs: 'https://github.com/docker/mcp-gateway/blob/main/docs/profiles.md',
  checkedOn: '2026-11-25',
  checkedBy: 'parser',
  ...withoutFiles,
  writePolicy,
};

function writePolicy(policy: Policy, alias: string, options: ExportOptions = {}): PolicyFiles {
  const { rules, losses } = lower(policy, abilities, options);
  const tools = rules.filter(({ decision }) => decision === 'allow').map(({ tool }) => tool);
  if (tools.length === 0) {
    const instead = 'an empty list may mean all tools: leave the server out of the profile';
    return { files: [], losses: [...losses, { tool: '*', wanted: 'no tool', instead }] };
  }
  const contents = `# Belongs into the entry of this server in the profile file, below "servers".
tools:${yamlList(tools, '  ')}
`;
  return {
    files: [
      {
        path: inServerFolder(alias, 'docker-mcp-profile-tools.yaml'),
        contents,
        ownership: 'owned',
      },
    ],
    losses,
  };
}
