import type { ToolDefinition } from '../../classifier/definition.ts';
import type { Client, ExportOptions, PolicyFiles, Today } from '../client.ts';
import { stringsAt } from '../configured-servers.ts';
import { jsonText } from '../json.ts';
import { lower, plainAbilities } from '../lower.ts';
import { askedUnnamed } from '../omission.ts';
import type { Decision, Policy } from '../policy.ts';
import { readJson } from '../read-json.ts';
import { cursorIde, cursorMatches, cursorRefusal } from './cursor-ide.ts';

/** `Mcp(server:tool)` in allow and deny lists; deny wins, anything else is asked about. */
export const cursorCli: Client = {
  id: 'cursor-cli',
  name: 'Cursor (command line)',
  kind: 'client',
  docs: 'https://cursor.com/docs/cli/reference/permissions',
  checkedOn: '2026-11-25',
  checkedBy: 'parser',
  configPaths: cursorIde.configPaths,
  permissionPaths: (_platform, home) => [`${home}/.cursor/cli-config.json`, '.cursor/cli.json'],
  readServers: cursorIde.readServers,
  writePolicy,
  today,
};

function writePolicy(policy: Policy, alias: string, options: ExportOptions = {}): PolicyFiles {
  const { rules, losses } = lower(
    policy,
    {
      ...plainAbilities,
      decisions: ['allow', 'ask', 'deny', 'hide'],
      defaults: ['ask'],
      refuses: cursorRefusal(alias),
    },
    options,
  );
  const tokens = (...wanted: Decision[]) =>
    rules
      .filter(({ decision }) => wanted.includes(decision))
      .map(({ tool }) => `Mcp(${alias}:${tool})`);
  const permissions = { allow: tokens('allow'), deny: tokens('deny', 'hide') };
  const omission = askedUnnamed(rules, 'asks about every tool that neither allow nor deny names');
  const isEmpty = permissions.allow.length + permissions.deny.length === 0;
  if (options.rulesOnly && isEmpty) return { files: [], losses, ...omission };
  const contents = jsonText({ permissions });
  return {
    files: [{ path: '~/.cursor/cli-config.json', contents, ownership: 'merged' }],
    losses,
    ...omission,
  };
}

function today(texts: string[], alias: string, tool: ToolDefinition): Today {
  const files = texts.map(readJson);
  for (const decision of ['deny', 'allow'] as const) {
    const token = files
      .flatMap((file) => stringsAt(file, `/permissions/${decision}`))
      .find((one) => cursorMatches(/^Mcp\((.*)\)$/s.exec(one)?.[1] ?? '', alias, tool.name));
    if (token !== undefined) return { decision, because: `permissions.${decision} has ${token}` };
  }
  return { decision: 'ask', because: 'no token names it' };
}
