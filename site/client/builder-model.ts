import { type ExfiltrationPath, findExfiltrationPaths } from '../../classifier/combinations.ts';
import { findShadowedNames } from '../../classifier/shadowed-names.ts';
import type { Client, ConfiguredServer, OutputFile } from '../../policy/client.ts';
import { mergeJson } from '../../policy/merge/merge-json.ts';
import { mergeToml } from '../../policy/merge/merge-toml.ts';
import type { Omission } from '../../policy/omission.ts';
import type { Decision, Loss, Policy, Posture } from '../../policy/policy.ts';
import { type BuilderServer, shardOfTarget } from '../data/builder-catalog.ts';
import type { LoadFile } from '../search/search.ts';

/** A server of the user's configuration with what the catalog knows; `known` is absent where it is not in it. */
export interface UserServer {
  alias: string;
  known?: BuilderServer;
}

/** The user's own decisions: alias and tool (joined by U+0000) to what differs from the posture's rule. */
export type Changes = Map<string, { decision?: Decision; perHour?: number }>;

export function changeKey(alias: string, tool: string): string {
  return `${alias}\0${tool}`;
}

/** Finds each configured server in the catalog by the words of its command line or its address. */
export async function matchServers(
  configured: ConfiguredServer[],
  shards: number,
  load: LoadFile,
): Promise<UserServer[]> {
  return Promise.all(
    configured.map(async ({ alias, target }) => {
      for (const word of wordsOf(target)) {
        const found = await findServer(word, shards, load);
        if (found) return { alias, known: found };
      }
      return { alias };
    }),
  );
}

/** What may name a package: every word of the command line, without `@version` or `:tag`. */
function wordsOf(target: ConfiguredServer['target']): string[] {
  if (target.type !== 'stdio') return [target.url, target.url.replace(/\/+$/, '')];
  const words = [target.command, ...target.args].filter((word) => !word.startsWith('-'));
  return words.flatMap((word) => [word, word.replace(/(?<=.)(?:@|==|:)[^@/]*$/, '')]);
}

async function findServer(
  target: string,
  shards: number,
  load: LoadFile,
): Promise<BuilderServer | undefined> {
  const bytes = await load(`${shardOfTarget(target, shards)}.bin`);
  if (!bytes) return undefined;
  return parsed(bytes).find(({ targets }) => targets.includes(target));
}

const shardsRead = new WeakMap<Uint8Array, BuilderServer[]>();

function parsed(bytes: Uint8Array): BuilderServer[] {
  const known =
    shardsRead.get(bytes) ?? (JSON.parse(new TextDecoder().decode(bytes)) as BuilderServer[]);
  shardsRead.set(bytes, known);
  return known;
}

/** The policy of one server: the posture's rules with the user's changes. */
export function policyOf(server: UserServer, posture: Posture, changes: Changes): Policy | null {
  const policy = server.known?.policies[posture];
  if (!policy) return null;
  return {
    ...policy,
    rules: policy.rules.map((rule) => {
      const change = changes.get(changeKey(server.alias, rule.tool));
      if (!change) return rule;
      const { decision = rule.decision, perHour } = change;
      const isOpen = decision === 'allow' || decision === 'ask';
      return {
        ...rule,
        decision,
        because: change.decision === undefined ? rule.because : 'Decided by hand.',
        require: isOpen ? rule.require : [],
        denyIf: isOpen ? rule.denyIf : [],
        limits: limitsFor(isOpen, perHour, rule.limits),
      };
    }),
  };
}

function limitsFor(isOpen: boolean, perHour: number | undefined, own: Policy['limits']) {
  if (!isOpen) return [];
  if (perHour === undefined) return own;
  return [{ counter: 'calls', window: 'hour' as const, max: perHour }];
}

export interface BuiltFile {
  path: string;
  contents: string;
}

export interface BuiltPolicy {
  files: BuiltFile[];
  /** Each with the server that it concerns, as the user calls it. */
  losses: (Loss & { alias: string })[];
  omissions: (Omission & { alias: string })[];
}

/** The files for one client over all servers; what several servers put into one file is merged. */
export async function writeFiles(
  client: Client,
  servers: UserServer[],
  posture: Posture,
  changes: Changes,
): Promise<BuiltPolicy> {
  const files = new Map<string, string>();
  const losses: BuiltPolicy['losses'] = [];
  const omissions: BuiltPolicy['omissions'] = [];
  for (const server of servers) {
    const policy = policyOf(server, posture, changes);
    if (!policy) continue;
    const written = client.writePolicy(policy, server.alias);
    losses.push(...written.losses.map((loss) => ({ ...loss, alias: server.alias })));
    if (written.omitted) omissions.push({ ...written.omitted, alias: server.alias });
    for (const file of written.files) {
      files.set(file.path, await withFile(files.get(file.path), file));
    }
  }
  return { files: [...files].map(([path, contents]) => ({ path, contents })), losses, omissions };
}

async function withFile(existing: string | undefined, file: OutputFile): Promise<string> {
  if (existing === undefined || file.ownership === 'owned') return file.contents;
  const { ordered } = file;
  const options = ordered ? { ordered } : {};
  if (file.path.endsWith('.toml')) return mergeToml(existing, file.contents, options).text;
  if (/\.ya?ml$/.test(file.path)) {
    const { mergeYaml } = await import('../../policy/merge/merge-yaml.ts');
    return mergeYaml(existing, file.contents, options).text;
  }
  return mergeJson(existing, file.contents, options).text;
}

/** Paths on which data could leave, over all of the user's servers. */
export function pathsOf(servers: UserServer[]): ExfiltrationPath[] {
  const tools = servers.flatMap(({ alias, known }) =>
    (known?.tools ?? []).flatMap(({ name, label }) =>
      label ? [{ server: alias, tool: name, classification: label }] : [],
    ),
  );
  return findExfiltrationPaths(tools);
}

/** Of each server, the names that another of the user's servers uses too: one agent picks among them by name. */
export function shadowedNames(servers: UserServer[]): { alias: string; names: string[] }[] {
  const all = servers.map(({ alias, known }) => ({
    server: alias,
    tools: (known?.tools ?? []).map(({ name }) => name),
  }));
  return all.flatMap((own) => {
    const names = findShadowedNames(own, all).flatMap(({ evidence }) =>
      evidence.map(({ quote }) => quote),
    );
    return names.length === 0 ? [] : [{ alias: own.server, names }];
  });
}
