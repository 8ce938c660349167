import type { Json, ToolDefinition } from '../classifier/definition.ts';
import type { Omission } from './omission.ts';
import type { Decision, Loss, Policy } from './policy.ts';

export type Platform = 'linux' | 'darwin' | 'win32';

export interface OutputFile {
  /** Path as the client documents it, `~` for the home folder, relative for the project's folder. */
  path: string;
  contents: string;
  /** `owned`: ours alone, replaced as a whole; `merged`: the user's file, see `mergePolicy`. */
  ownership: 'merged' | 'owned';
  /** Our part of a merged file stands in the server's own entry: a file without that entry is no place for it. */
  inEntry?: boolean;
  /** What a merged file says is about every server: an entry that this policy does not need may be another's. */
  namesNoServer?: boolean;
  /** The object or list of a merged file in which the last entry that fits counts. */
  ordered?: string[];
}

/** A server as a client's configuration names it. */
export interface ConfiguredServer {
  /** The user's name for the server in this client. */
  alias: string;
  target:
    | { type: 'stdio'; command: string; args: string[]; env: Record<string, string>; cwd?: string }
    | { type: 'http' | 'sse'; url: string; headers: Record<string, string> };
  /** JSON Pointer of the entry (for TOML and YAML: of the parsed value). */
  pointer: string;
  /** The file says that the client does not start it. */
  disabled: boolean;
  /** The only folder in which the client starts it, where the file says one. */
  project?: string;
}

/** What a client does with one call of a tool, as far as its files say so, and the words that decided. */
export interface Today {
  decision: Decision;
  because: string;
}

export interface ExportOptions {
  /**
   * Where a format cannot say a rule in full. `stricter`: the next stricter decision that it can say.
   * `uncounted` (default): the same, but a lost rate limit is only reported. `looser`: the next milder one.
   */
  onLoss?: 'stricter' | 'uncounted' | 'looser';
  /**
   * Only what the rules say, to be added to what is there: nothing about tools without a rule, no file
   * that the rules of other tools would replace, and none with empty lists alone.
   */
  rulesOnly?: boolean;
  /** Where the file lies differs by platform in some clients; `linux` by default. */
  platform?: Platform;
}

export interface PolicyFiles {
  files: OutputFile[];
  losses: Loss[];
  /** Rules that the files keep in silence. */
  omitted?: Omission;
}

/** One client or gateway and its permission format. Pure: the site makes downloads with it. */
export interface Client {
  id: string;
  name: string;
  kind: 'client' | 'api' | 'gateway';
  /** Where the format is documented. */
  docs: string;
  /** Date (YYYY-MM-DD) the format was read there. */
  checkedOn: string;
  /** What checks our output: the client itself (test/real-clients), an evaluator or a parser of the format, or nothing. */
  checkedBy: 'client' | 'evaluator' | 'parser' | 'documentation';
  /** Files that list servers: absolute below `home`, or relative to a project's folder. */
  configPaths(platform: Platform, home: string): string[];
  /** Files that hold permissions, weakest first; same form as `configPaths`. Behind a final `/`: every `.toml` in the folder. */
  permissionPaths(platform: Platform, home: string): string[];
  /** Throws `SyntaxError` with line and column for a file it cannot read; a file without servers yields none. */
  readServers(config: string): ConfiguredServer[];
  /** `alias` is the user's name of the server in this client. */
  writePolicy(policy: Policy, alias: string, options?: ExportOptions): PolicyFiles;
  /** Entries that an earlier version of `writePolicy` put into a merged file and this one does not: they give way. */
  formerEntries?(alias: string): Json;
  /**
   * What the client lets run with these files (configurations and permissions, weakest first),
   * as documented. Throws `SyntaxError` like `readServers`. Only of kind `client` and `api`.
   */
  today?(files: string[], alias: string, tool: ToolDefinition): Today;
}
