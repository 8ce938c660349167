import type { Json, ToolDefinition } from '../../classifier/definition.ts';
import type { Client, ExportOptions, PolicyFiles, Today } from '../client.ts';
import { stringsAt, valueAt } from '../configured-servers.ts';
import { jsonText } from '../json.ts';
import { type Abilities, lower, plainAbilities } from '../lower.ts';
import type { Decision, Policy } from '../policy.ts';
import { readJson } from '../read-json.ts';
import { inServerFolder } from './server-folder.ts';
import { withoutFiles } from './without-files.ts';

const abilities: Abilities = {
  ...plainAbilities,
  decisions: ['allow', 'ask', 'hide'],
  defaults: ['hide'],
};

/** An entry of `tools`: what `allowed_tools` does not name the model never sees. */
export const openaiResponses: Client = {
  id: 'openai-responses',
  name: 'OpenAI Responses API',
  kind: 'api',
  docs: 'https://developers.openai.com/api/docs/guides/tools-remote-mcp',
  checkedOn: '2026-11-25',
  checkedBy: 'documentation',
  ...withoutFiles,
  writePolicy,
  today,
};

function writePolicy(policy: Policy, alias: string, options: ExportOptions = {}): PolicyFiles {
  const { rules, losses } = lower(policy, abilities, options);
  const named = (...wanted: Decision[]) =>
    rules.filter(({ decision }) => wanted.includes(decision)).map(({ tool }) => tool);
  const tool = {
    type: 'mcp',
    server_label: alias,
    allowed_tools: named('allow', 'ask'),
    require_approval: {
      always: { tool_names: named('ask') },
      never: { tool_names: named('allow') },
    },
  };
  return {
    files: [
      {
        path: inServerFolder(alias, 'openai-mcp-tool.json'),
        contents: jsonText(tool),
        ownership: 'owned',
      },
    ],
    losses: [
      ...losses,
      { tool: '*', wanted: 'say where the server is', instead: 'add its server_url yourself' },
    ],
  };
}

function today(texts: string[], alias: string, tool: ToolDefinition): Today {
  const entry = texts.map(readJson).findLast((file) => valueAt(file, '/server_label') === alias);
  if (!entry) return { decision: 'hide', because: 'the server is not among the tools' };
  const allowed = valueAt(entry, '/allowed_tools');
  const names = Array.isArray(allowed) ? allowed : valueAt(allowed, '/tool_names');
  if (Array.isArray(names) && !names.includes(tool.name)) {
    return { decision: 'hide', because: 'allowed_tools does not name it' };
  }
  return byApproval(entry, tool);
}

function byApproval(entry: Json, tool: ToolDefinition): Today {
  const approval = valueAt(entry, '/require_approval');
  if (approval === 'never') return { decision: 'allow', because: 'require_approval is never' };
  const always = stringsAt(entry, '/require_approval/always/tool_names').includes(tool.name);
  if (!always && stringsAt(entry, '/require_approval/never/tool_names').includes(tool.name)) {
    return { decision: 'allow', because: 'require_approval.never names it' };
  }
  return { decision: 'ask', because: 'approval is required' };
}
