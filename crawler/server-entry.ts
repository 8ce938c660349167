/** Where and how one server can be reached. Everything in it is hostile text from a registry. */
export type Target = PackageTarget | RemoteTarget | CommandTarget;

/** A command line out of a user's own configuration; never from a registry. */
export interface CommandTarget {
  type: 'command';
  command: string;
  args: string[];
  env: Record<string, string>;
  cwd?: string;
}

export interface RemoteTarget {
  type: 'streamable-http' | 'sse';
  url: string;
  /** Fixed and public; never a credential. */
  headers: Record<string, string>;
  /** Names in braces in the URL that only a user of the server has values for. */
  unset?: { name: string; secret: boolean }[];
}

export interface PackageTarget {
  type: 'npm' | 'pypi' | 'oci' | 'mcpb';
  /** Package name, image name or bundle URL. */
  identifier: string;
  version?: string;
  args: string[];
  /** The only environment values the server gets, dummies where the index asks for credentials. */
  env: Record<string, string>;
  /** Options for its runtime (docker, npx, uvx) that the entry wants and it is not given. */
  leftOut?: string[];
  /** Expected digest: SRI for npm, hex SHA-256 for mcpb. */
  integrity?: string;
}

/** One server as a registry lists it. */
export interface ServerEntry {
  /** The registry's own name of the server (`@scope/name`, `io.github.owner/name`); unique over registries. */
  id: string;
  /** Id of the registry: `index`, `official`, `user`. */
  registry: string;
  version?: string;
  title?: string;
  description?: string;
  repository?: string;
  status: 'active' | 'deprecated' | 'deleted';
  targets: Target[];
}
