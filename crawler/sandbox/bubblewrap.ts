import { accessSync, constants, lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import type { SandboxLimits } from '../limits.ts';
import { firstUser, home, userCount, writeChanged, writeEtcFolder } from './etc-folder.ts';
import { limited } from './limited.ts';
import { atFolder, type Launch, type Program, type Sandbox, startOf } from './sandbox.ts';
import { systemCallFilter } from './system-calls.ts';

/** Where confined code finds itself. What is mounted there from, it can read in `/proc`. */
const packageFolder = '/package';
const interpreterFile = '/runtime/bin/interpreter';
const searchPath = '/runtime/bin:/usr/bin:/bin';

/**
 * How the code loses its rights. As root each run gets a user id of its own, so that the limit on
 * processes (which the kernel does not apply to root) counts one sandbox alone; everybody else
 * needs a user namespace.
 */
export type Privilege = 'own-user' | 'user-namespace';

/** Where `Launch.files` begin. */
const firstDescriptor = 3;

let nextUser = process.pid % userCount;

/**
 * Runs programs under bubblewrap: no network, no host files, no host processes, no capabilities. What they
 * are given of the system is kept in `folder`.
 */
export function bubblewrap(privilege: Privilege, folder: string): Sandbox {
  const etcFolder = join(folder, 'etc');
  writeEtcFolder(etcFolder);
  const files = writeFilter(join(folder, 'system-calls'));
  const command = findCommand();
  const system = [
    ...(files.length === 0 ? [] : ['--seccomp', String(firstDescriptor)]),
    ...systemFolders(),
    ...['--ro-bind', etcFolder, '/etc'],
    // Settings of the kernel obey the user id alone: root's, in a namespace without rights.
    ...['--proc', '/proc', '--remount-ro', '/proc'],
    ...devices(),
  ];
  return {
    kind: 'bubblewrap',
    ...(files.length === 0
      ? { lacks: `filter of system calls: none is known for ${process.arch}` }
      : {}),
    confine: async (program, limits) => ({
      command,
      ...confine(program, limits, privilege, system),
      files,
    }),
  };
}

/** No file where no filter is known for this kind of processor. */
function writeFilter(file: string): string[] {
  const filter = systemCallFilter();
  if (filter === undefined) return [];
  writeChanged(file, filter);
  return [file];
}

function confine(
  program: Program,
  limits: SandboxLimits,
  privilege: Privilege,
  system: readonly string[],
): Pick<Launch, 'args' | 'env' | 'cwd'> {
  nextUser = (nextUser + 1) % userCount;
  const user = firstUser + nextUser;
  const { args, env } = atFolder(program, packageFolder, home);
  return {
    args: [
      ...namespaces(privilege, user),
      ...system,
      ...privateFolder(limits),
      ...programFolders(program),
      ...(privilege === 'user-namespace' ? ['--remount-ro', '/'] : []),
      ...['--clearenv', '--setenv', 'PATH', searchPath, '--chdir', home, '--'],
      ...(privilege === 'own-user' ? changeUser(user) : []),
      ...limited(limits, environment(env)),
      ...startOf(program, interpreterPath(program), join(packageFolder, program.entry)),
      ...args,
    ],
    env: {},
    cwd: '/',
  };
}

/**
 * In full, as process 1 of the sandbox needs no environment then, which the code may read. A part of `PATH` that is
 * relative would name a file of whoever wrote the folder that the crawler is started in.
 */
function findCommand(): string {
  const folders = (process.env.PATH ?? '/usr/bin:/bin').split(delimiter).filter(isAbsolute);
  return folders.map((folder) => join(folder, 'bwrap')).find(isExecutable) ?? '/usr/bin/bwrap';
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function namespaces(privilege: Privilege, user: number): string[] {
  const shared = [
    ...['--unshare-ipc', '--unshare-pid', '--unshare-net', '--unshare-uts'],
    ...['--unshare-cgroup-try', '--hostname', 'sandbox', '--die-with-parent', '--new-session'],
    ...['--cap-drop', 'ALL'],
  ];
  if (privilege === 'user-namespace') {
    const id = String(user);
    return ['--unshare-user', '--disable-userns', ...shared, '--uid', id, '--gid', id];
  }
  const toChangeUser = ['CAP_SETUID', 'CAP_SETGID', 'CAP_SETPCAP'];
  return [...shared, ...toChangeUser.flatMap((capability) => ['--cap-add', capability])];
}

/** `/usr` and the links into it; on older systems the folders themselves. */
function systemFolders(): string[] {
  const args = ['--ro-bind', '/usr', '/usr'];
  for (const folder of ['/bin', '/sbin', '/lib', '/lib64', '/lib32']) {
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    if (stats?.isSymbolicLink()) args.push('--symlink', readlinkSync(folder), folder);
    else if (stats?.isDirectory()) args.push('--ro-bind', folder, folder);
  }
  return args;
}

/**
 * What `--dev` makes less terminals, which nobody has here, and `zero`, whose shared mapping is memory that
 * no limit counts. Each mount counts: bubblewrap reads the list of all mounts for it. Shared memory lies in
 * `/tmp` and has its limit.
 */
function devices(): string[] {
  const nodes = ['/dev/null', '/dev/urandom'];
  const links = [
    ['/proc/self/fd', '/dev/fd'],
    ['/proc/self/fd/0', '/dev/stdin'],
    ['/proc/self/fd/1', '/dev/stdout'],
    ['/proc/self/fd/2', '/dev/stderr'],
    ['urandom', '/dev/random'],
    ['/tmp', '/dev/shm'],
  ] as const;
  return [
    ...openFolders('/dev'),
    ...nodes.flatMap((node) => ['--dev-bind', node, node]),
    ...links.flatMap(([to, path]) => ['--symlink', to, path]),
  ];
}

/** The only folder that can be written. */
function privateFolder(limits: SandboxLimits): string[] {
  return ['--perms', '1777', '--size', String(limits.fileBytes), '--tmpfs', home];
}

/** An interpreter that comes with folders of its own finds them only when it stays where it is. */
function interpreterPath({ interpreter, needs = [] }: Program): string | undefined {
  if (interpreter === undefined) return undefined;
  return needs.some((folder) => interpreter.startsWith(`${folder}/`))
    ? interpreter
    : interpreterFile;
}

function programFolders(program: Program): string[] {
  const args = ['--ro-bind', program.folder, packageFolder];
  for (const folder of program.needs ?? []) args.push(...bindInPlace(folder));
  if (program.interpreter && interpreterPath(program) === interpreterFile) {
    args.push(...openFolders('/runtime/bin'));
    args.push('--ro-bind', realpathSync(program.interpreter), interpreterFile);
    args.push('--symlink', 'interpreter', '/runtime/bin/node');
  }
  return args;
}

function bindInPlace(folder: string): string[] {
  if (folder === '/usr' || folder.startsWith('/usr/')) return [];
  return [...openFolders(dirname(folder)), '--ro-bind', folder, folder];
}

/** Folders that bubblewrap makes by itself are closed to everybody but root. */
function openFolders(path: string): string[] {
  const parent = dirname(path);
  if (parent === path) return [];
  return [...openFolders(parent), '--perms', '0755', '--dir', path];
}

/** Set last: a foreign LD_PRELOAD must not reach the programs that drop our rights. */
function environment(env: Program['env']): Record<string, string> {
  return { ...env, PATH: searchPath, HOME: home, TMPDIR: home, LANG: 'C.UTF-8' };
}

function changeUser(user: number): string[] {
  const id = String(user);
  return [
    ...['setpriv', '--reuid', id, '--regid', id, '--clear-groups', '--no-new-privs'],
    ...['--inh-caps=-all', '--ambient-caps=-all', '--bounding-set=-all'],
  ];
}
