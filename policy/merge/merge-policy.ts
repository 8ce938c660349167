import type { Json } from '../../classifier/definition.ts';
import type { Client, ExportOptions, OutputFile } from '../client.ts';
import { type Decision, decisions, type Policy } from '../policy.ts';
import { pointerOf } from '../position.ts';
import { readClientFile } from '../read-client-file.ts';
import { mergeJson } from './merge-json.ts';
import { mergeToml } from './merge-toml.ts';
import { mergeYaml } from './merge-yaml.ts';
import { type Path, united } from './plan.ts';

/** A tool that the merged file treats otherwise than the policy's own file, because of what the user had. */
export interface Conflict {
  tool: string;
  wanted: Decision;
  found: Decision;
  because: string;
}

export interface Merged {
  text: string;
  /** JSON Pointers of values that gave way to the policy's. */
  replaced: string[];
  conflicts: Conflict[];
}

/**
 * The user's file with the policy in it. What the user had stays, with comments and order. What said
 * something else about exactly one of the policy's tools gives way; where a wider rule overrules the
 * policy, the conflict says so and the user decides.
 *
 * @param existing the user's file; empty for none
 * @param format what `file` was written with
 * @throws SyntaxError with line and column for a file that cannot be read or edited
 */
export function mergePolicy(
  client: Client,
  existing: string,
  file: OutputFile,
  policy: Policy,
  alias: string,
  format: ExportOptions = {},
): Merged {
  if (file.ownership === 'owned') return { text: file.contents, replaced: [], conflicts: [] };
  const { text, replaced } = mergeText(client, existing, file, policy, alias, format);
  return {
    text,
    replaced: replaced.map(pointerOf),
    conflicts: conflictsOf(client, text, file, policy, alias),
  };
}

function mergeText(
  client: Client,
  existing: string,
  file: OutputFile,
  policy: Policy,
  alias: string,
  format: ExportOptions,
): { text: string; replaced: Path[] } {
  const { ordered } = file;
  const options = {
    ...(file.namesNoServer ? {} : { managed: couldSay(client, file, policy, alias, format) }),
    ...(ordered ? { ordered } : {}),
  };
  if (file.path.endsWith('.toml')) return mergeToml(existing, file.contents, options);
  if (/\.ya?ml$/.test(file.path)) return mergeYaml(existing, file.contents, options);
  return mergeJson(existing, file.contents, options);
}

/** What the file holds with every decision about each of the policy's tools, and what we wrote into it before. */
function couldSay(
  client: Client,
  file: OutputFile,
  policy: Policy,
  alias: string,
  format: ExportOptions,
): Json {
  const bare = { require: [], denyIf: [], limits: [] };
  return decisions
    .map((decision) => policy.rules.map((rule) => ({ ...rule, ...bare, decision })))
    .flatMap((rules) => client.writePolicy({ ...policy, rules }, alias, format).files)
    .filter(({ path }) => path === file.path)
    .map(({ contents }) => readClientFile(file.path, contents))
    .reduce(united, client.formerEntries?.(alias) ?? {});
}

function conflictsOf(
  client: Client,
  text: string,
  file: OutputFile,
  policy: Policy,
  alias: string,
): Conflict[] {
  const { today } = client;
  if (!today) return [];
  return policy.rules.flatMap(({ tool }) => {
    const definition = { name: tool, inputSchema: {} };
    const wanted = today([file.contents], alias, definition).decision;
    const { decision: found, because } = today([text], alias, definition);
    return found === wanted ? [] : [{ tool, wanted, found, because }];
  });
}
