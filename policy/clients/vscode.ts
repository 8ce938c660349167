import type { ToolDefinition } from '../../classifier/definition.ts';
import type { Client, ExportOptions, PolicyFiles, Today } from '../client.ts';
import { serversAt, valueAt } from '../configured-servers.ts';
import { jsonText, objectOf } from '../json.ts';
import { lower, plainAbilities } from '../lower.ts';
import type { Policy } from '../policy.ts';
import { pointerOf } from '../position.ts';
import { readJson } from '../read-json.ts';
import { vscodeUserFolder } from './server-lists.ts';

const setting = 'chat.tools.eligibleForAutoApproval';

/** A tool that the setting marks `false` is always asked about; no file allows or denies one. */
export const vscode: Client = {
  id: 'vscode',
  name: 'VS Code (GitHub Copilot)',
  kind: 'client',
  docs: 'https://code.visualstudio.com/docs/agents/approvals',
  checkedOn: '2026-11-25',
  checkedBy: 'parser',
  configPaths: (platform, home) => [
    `${vscodeUserFolder(platform, home)}/mcp.json`,
    '.vscode/mcp.json',
  ],
  permissionPaths: (platform, home) => [
    `${vscodeUserFolder(platform, home)}/settings.json`,
    '.vscode/settings.json',
  ],
  readServers: (text) => {
    const config = readJson(text);
    return [...serversAt(config, '/servers'), ...serversAt(config, '/mcp/servers')];
  },
  writePolicy,
  today,
};

function writePolicy(policy: Policy, _alias: string, options: ExportOptions = {}): PolicyFiles {
  const abilities = { ...plainAbilities, decisions: ['allow', 'ask'], defaults: ['ask'] } as const;
  const { rules, losses } = lower(policy, abilities, options);
  const marks = rules
    .filter(({ decision }) => decision === 'ask')
    .map(({ tool }) => [referenceName(tool), false] as const);
  const contents = jsonText({ [setting]: objectOf(marks) });
  const unmarked = rules.filter(({ decision }) => decision === 'allow');
  return {
    files: [{ path: '.vscode/settings.json', contents, ownership: 'merged', namesNoServer: true }],
    losses: [
      ...losses,
      {
        tool: '*',
        wanted: 'rules for this server only',
        instead: 'a tool of the same name of another server is asked about too',
      },
      ...unmarked.map(({ tool }) => ({
        tool,
        wanted: 'allow',
        instead: 'asked about until a person chooses "always allow"',
      })),
    ],
  };
}

/** The setting is read with a tool's own name, without its server: `isToolEligibleForAutoApproval` in microsoft/vscode. */
function referenceName(tool: string): string {
  return tool.replaceAll('.', '_');
}

function today(texts: string[], _alias: string, tool: ToolDefinition): Today {
  const files = texts.map(readJson);
  const pointer = pointerOf([setting, referenceName(tool.name)]);
  const marks = files.map((file) => valueAt(file, pointer));
  if (marks.includes(false)) return { decision: 'ask', because: `${setting} says false` };
  const auto = files.map((file) => valueAt(file, '/chat.tools.global.autoApprove'));
  if (auto.findLast((value) => value !== undefined) === true) {
    return { decision: 'allow', because: 'chat.tools.global.autoApprove is on' };
  }
  if (tool.annotations?.readOnlyHint === true) {
    return { decision: 'allow', because: 'its readOnlyHint is true, which VS Code believes' };
  }
  return { decision: 'ask', because: 'no setting names it' };
}
