import type { SandboxLimits } from '../limits.ts';

/** Foreign code to be run, in terms of this machine. */
export interface Program {
  /** Folder the code is in. It is mounted read-only; confined code sees it at another path. */
  folder: string;
  /** File in the folder to run, relative to it. */
  entry: string;
  /** Absolute path of what runs the entry (a Node binary); without it the entry runs itself. */
  interpreter?: string;
  /** What this interpreter is given before the entry; that of an image is not. */
  interpreterArgs?: readonly string[];
  /** Further folders the interpreter reads, mounted read-only at their own path. */
  needs?: readonly string[];
  /** `${__dirname}` in arguments and environment stands for the folder, `${__emptydir}` for its private home. */
  args: readonly string[];
  /** The whole environment besides PATH, HOME, TMPDIR and LANG. */
  env: Readonly<Record<string, string>>;
}

/** A command line of this machine that runs a program confined. */
export interface Launch {
  command: string;
  args: string[];
  env: Record<string, string>;
  cwd: string;
  /** What it reads from its descriptors 3, 4 and so on. */
  files?: readonly string[];
  /** Ends what the death of the started process does not end. Never throws. */
  end?(): Promise<void>;
}

/** Sandboxes by preference. */
export const sandboxKinds = ['bubblewrap', 'sandbox-exec', 'docker', 'podman'] as const;
export type SandboxKind = (typeof sandboxKinds)[number];

export interface Sandbox {
  kind: SandboxKind | 'none';
  /** What it has elsewhere and not on this machine, in words that follow "has no". */
  lacks?: string;
  confine(program: Program, limits: SandboxLimits): Promise<Launch>;
}

/** What to start, when the interpreter and the entry lie at these paths. */
export function startOf(
  { interpreterArgs = [] }: Pick<Program, 'interpreterArgs'>,
  interpreter: string | undefined,
  entry: string,
): [command: string, ...args: string[]] {
  return interpreter === undefined ? [entry] : [interpreter, ...interpreterArgs, entry];
}

/** Stands in a program's arguments for a folder that is its own and empty. */
export const emptyFolder = `\${__emptydir}`;

/** The program's arguments and environment with the paths under which its code sees the folder and its home. */
export function atFolder(
  { args, env }: Pick<Program, 'args' | 'env'>,
  path: string,
  home: string,
): { args: string[]; env: Record<string, string> } {
  const fill = (text: string) =>
    text.replace(/\$\{__dirname\}/g, () => path).replaceAll(emptyFolder, () => home);
  return {
    args: args.map(fill),
    env: Object.fromEntries(Object.entries(env).map(([name, value]) => [name, fill(value)])),
  };
}
