import type { Loss, Policy } from './policy.ts';

export type Platform = 'linux' | 'darwin' | 'win32';

export interface OutputFile {
  /** Path as the client documents it, `~` for the home folder. */
  path: string;
  contents: string;
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
  /** What the client lets run today, tool by tool, as far as its file says so. */
  allowed: string[];
}

/** One client or gateway and its permission format. Pure: the site makes downloads with it. */
export interface Client {
  id: string;
  name: string;
  /** Where the format is documented. */
  docs: string;
  /** Date (YYYY-MM-DD) the format was read there, and whether a parser or evaluator of the format checks our output. */
  checkedOn: string;
  checkedBy: 'evaluator' | 'parser' | 'documentation';
  configPaths(platform: Platform, home: string): string[];
  /** Throws `SyntaxError` with line and column for a file it cannot read. */
  readServers(config: string): ConfiguredServer[];
  /** `alias` is the user's name of the server in this client. */
  writePolicy(policy: Policy, alias: string): { files: OutputFile[]; losses: Loss[] };
}
