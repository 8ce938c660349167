import type { ToolDefinition } from '../../classifier/definition.ts';
import type { Client, ExportOptions, PolicyFiles, Today } from '../client.ts';
import { serversAt, stringsAt } from '../configured-servers.ts';
import { jsonText, objectOf } from '../json.ts';
import { lower, plainAbilities } from '../lower.ts';
import { askedUnnamed } from '../omission.ts';
import type { Decision, Loss, Policy } from '../policy.ts';
import { pointerOf } from '../position.ts';
import { readJson } from '../read-json.ts';

interface ListNames {
  allow: string;
  /** Absent where the format has no word for it. */
  deny?: string;
  /** What the lists never say, whatever the policy. */
  loss?: Loss;
}

/** Clients that keep lists of tool names in each entry of `mcpServers`. */
export function serverListClient(
  client: Omit<
    Client,
    'kind' | 'checkedBy' | 'permissionPaths' | 'readServers' | 'writePolicy' | 'today'
  >,
  path: string,
  lists: ListNames,
): Client {
  return {
    ...client,
    kind: 'client',
    checkedBy: 'parser',
    permissionPaths: client.configPaths,
    readServers: (text) => serversAt(readJson(text), '/mcpServers', { urls: ['url', 'serverUrl'] }),
    writePolicy: (policy, alias, options) => writeLists(policy, alias, options, path, lists),
    today: (texts, alias, tool) => todayByLists(texts, alias, tool, lists),
  };
}

function writeLists(
  policy: Policy,
  alias: string,
  options: ExportOptions | undefined,
  path: string,
  lists: ListNames,
): PolicyFiles {
  const decisions: Decision[] = lists.deny ? ['allow', 'ask', 'deny', 'hide'] : ['allow', 'ask'];
  const refuses = (tool: string) => (tool.includes('*') ? 'its name holds "*"' : undefined);
  const lowered = lower(
    policy,
    { ...plainAbilities, decisions, defaults: ['ask'], refuses },
    options,
  );
  const named = (...wanted: Decision[]) =>
    lowered.rules.filter(({ decision }) => wanted.includes(decision)).map(({ tool }) => tool);
  const allowed = named('allow');
  const denied = lists.deny ? named('deny', 'hide') : [];
  const entry = objectOf([
    [lists.allow, allowed],
    ...(lists.deny ? [[lists.deny, denied] as const] : []),
  ]);
  const contents = jsonText({ mcpServers: objectOf([[alias, entry]]) });
  const isEmpty = allowed.length + denied.length === 0;
  const unnamed = lists.deny
    ? `neither ${lists.allow} nor ${lists.deny} names`
    : `${lists.allow} does not name`;
  return {
    files:
      options?.rulesOnly && isEmpty ? [] : [{ path, contents, ownership: 'merged', inEntry: true }],
    losses: [...lowered.losses, ...(lists.loss ? [lists.loss] : [])],
    ...askedUnnamed(lowered.rules, `asks about every tool that ${unnamed}`),
  };
}

/** `*` in a list stands for every tool: the careful reading of what is found. */
function todayByLists(
  texts: string[],
  alias: string,
  tool: ToolDefinition,
  lists: ListNames,
): Today {
  const files = texts.map(readJson);
  const names = (list: string) =>
    files.flatMap((file) => stringsAt(file, pointerOf(['mcpServers', alias, list])));
  if (lists.deny && names(lists.deny).includes(tool.name)) {
    return { decision: 'deny', because: `${lists.deny} names it` };
  }
  const allowed = names(lists.allow);
  if (allowed.includes(tool.name)) return { decision: 'allow', because: `${lists.allow} names it` };
  if (allowed.includes('*')) return { decision: 'allow', because: `${lists.allow} has *` };
  return { decision: 'ask', because: `${lists.allow} does not name it` };
}

/** Where VS Code keeps the files of an extension; `below` is the part behind `globalStorage/`. */
export function extensionFile(platform: string, home: string, below: string): string {
  return `${vscodeUserFolder(platform, home)}/globalStorage/${below}`;
}

export function vscodeUserFolder(platform: string, home: string): string {
  if (platform === 'darwin') return `${home}/Library/Application Support/Code/User`;
  if (platform === 'win32') return `${home}/AppData/Roaming/Code/User`;
  return `${home}/.config/Code/User`;
}
