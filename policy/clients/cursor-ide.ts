import type { ToolDefinition } from '../../classifier/definition.ts';
import type { Client, ExportOptions, PolicyFiles, Today } from '../client.ts';
import { serversAt, stringsAt, valueAt } from '../configured-servers.ts';
import { jsonText } from '../json.ts';
import { type Abilities, lower, plainAbilities } from '../lower.ts';
import { askedUnnamed } from '../omission.ts';
import type { Policy } from '../policy.ts';
import { readJson } from '../read-json.ts';
import { fitsWildcard } from '../wildcard.ts';
import { homeAndProject } from './paths.ts';

/** An allow list, of the user's file and the project's together; it replaces the list kept in the app. Anything else is asked about. */
export const cursorIde: Client = {
  id: 'cursor-ide',
  name: 'Cursor (editor)',
  kind: 'client',
  docs: 'https://cursor.com/docs/reference/permissions',
  checkedOn: '2026-11-25',
  checkedBy: 'parser',
  configPaths: homeAndProject('.cursor/mcp.json'),
  permissionPaths: homeAndProject('.cursor/permissions.json'),
  readServers: (text) => serversAt(readJson(text), '/mcpServers'),
  writePolicy,
  today,
};

const replacesList = {
  tool: '*',
  wanted: 'keep the allow list that is set in the application',
  instead: 'a list in this file takes its place',
};

/** `*` is a wildcard and `:` ends the server's name in Cursor's patterns; neither can be escaped. */
export function cursorRefusal(alias: string): (tool: string) => string | undefined {
  return (tool) => {
    if (/[*:]/.test(alias)) return `the server's name holds "*" or ":"`;
    return /[*:()]/.test(tool) ? 'its name holds "*", ":" or a bracket' : undefined;
  };
}

/** Whether a pattern `server:tool` with `*` fits. */
export function cursorMatches(pattern: string, alias: string, tool: string): boolean {
  return fitsWildcard(pattern, `${alias}:${tool}`);
}

function writePolicy(policy: Policy, alias: string, options: ExportOptions = {}): PolicyFiles {
  const abilities: Abilities = {
    decisions: ['allow', 'ask'],
    defaults: ['ask'],
    ...plainAbilities,
    refuses: cursorRefusal(alias),
  };
  const { rules, losses } = lower(policy, abilities, options);
  const allowed = rules.filter(({ decision }) => decision === 'allow');
  const permissions = { mcpAllowlist: allowed.map(({ tool }) => `${alias}:${tool}`) };
  const omission = askedUnnamed(rules, 'asks about every tool that mcpAllowlist does not name');
  if (options.rulesOnly && allowed.length === 0) return { files: [], losses, ...omission };
  return {
    files: [
      { path: '~/.cursor/permissions.json', contents: jsonText(permissions), ownership: 'merged' },
    ],
    losses: [...losses, replacesList],
    ...omission,
  };
}

function today(texts: string[], alias: string, tool: ToolDefinition): Today {
  const lists = texts.map(readJson).filter((file) => Array.isArray(valueAt(file, '/mcpAllowlist')));
  const pattern = lists
    .flatMap((file) => stringsAt(file, '/mcpAllowlist'))
    .find((one) => cursorMatches(one, alias, tool.name));
  if (pattern !== undefined) return { decision: 'allow', because: `mcpAllowlist has ${pattern}` };
  const because = lists.length > 0 ? 'mcpAllowlist does not name it' : 'no mcpAllowlist';
  return { decision: 'ask', because };
}
