import { randomUUID } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { lstat, mkdir, readFile, readlink, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SandboxLimits } from '../limits.ts';
import { atFolder, type Launch, type Program, type Sandbox } from './sandbox.ts';

/** Where confined code finds itself; nothing of the host's paths shows. */
const packageFolder = '/package';
const interpreterFile = '/runtime/bin/interpreter';
const home = '/home/server';
const searchPath = '/runtime/bin:/usr/bin:/bin';

/**
 * How the code loses its rights. As root each run gets a user id of its own, so that the limit on
 * processes (which the kernel does not apply to root) counts one sandbox alone; everybody else
 * needs a user namespace.
 */
export type Privilege = 'own-user' | 'user-namespace';

const firstUser = 1_600_000_000;
const userCount = 256;
let nextUser = process.pid % userCount;

/** Runs programs under bubblewrap: no network, no host files, no host processes, no capabilities. */
export function bubblewrap(privilege: Privilege, etcFolder: string): Sandbox {
  return {
    kind: 'bubblewrap',
    confine: async (program, limits) => confine(program, limits, privilege, etcFolder),
  };
}

async function confine(
  program: Program,
  limits: SandboxLimits,
  privilege: Privilege,
  etcFolder: string,
): Promise<Launch> {
  nextUser = (nextUser + 1) % userCount;
  const user = firstUser + nextUser;
  const { args, env } = atFolder(program, packageFolder);
  const entry = join(packageFolder, program.entry);
  const interpreter = interpreterPath(program);
  const command = interpreter === undefined ? [entry] : [interpreter, entry];
  return {
    command: 'bwrap',
    args: [
      ...namespaces(privilege, user),
      ...(await systemFolders()),
      ...etcFiles(etcFolder),
      ...privateFolders(limits),
      ...programFolders(program),
      ...['--clearenv', '--setenv', 'PATH', searchPath, '--chdir', home, '--'],
      ...(privilege === 'own-user' ? changeUser(user) : []),
      ...kernelLimits(limits),
      ...environment(env),
      ...command,
      ...args,
    ],
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin' },
    cwd: '/',
  };
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
async function systemFolders(): Promise<string[]> {
  const args = ['--ro-bind', '/usr', '/usr'];
  for (const folder of ['/bin', '/sbin', '/lib', '/lib64', '/lib32']) {
    const stats = await lstat(folder).catch(() => undefined);
    if (stats?.isSymbolicLink()) args.push('--symlink', await readlink(folder), folder);
    else if (stats?.isDirectory()) args.push('--ro-bind', folder, folder);
  }
  return args;
}

/** Public certificates and what the dynamic loader needs; never `/etc/ssl/private` and the like. */
const publicEtc = [
  '/etc/ssl/certs',
  '/etc/ssl/openssl.cnf',
  '/etc/pki/ca-trust/extracted',
  '/etc/pki/tls/certs',
  '/etc/ca-certificates/extracted',
  '/etc/ld.so.cache',
  '/etc/alternatives',
];

function etcFiles(etcFolder: string): string[] {
  return [
    ...['/etc/ssl', '/etc/pki/tls', '/etc/pki/ca-trust', '/etc/ca-certificates'].flatMap(
      openFolders,
    ),
    ...etcNames.flatMap((name) => ['--ro-bind', join(etcFolder, name), `/etc/${name}`]),
    ...publicEtc.flatMap((path) => ['--ro-bind-try', path, path]),
  ];
}

function privateFolders(limits: SandboxLimits): string[] {
  const size = String(limits.fileBytes);
  return [
    ...['--proc', '/proc', '--dev', '/dev'],
    ...openFolders('/home'),
    ...['--perms', '0777', '--size', size, '--tmpfs', home],
    ...['--perms', '1777', '--size', size, '--tmpfs', '/tmp'],
    ...['--perms', '1777', '--size', size, '--tmpfs', '/dev/shm'],
  ];
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

/** Set last, by `env`: a foreign LD_PRELOAD must not reach the programs that drop our rights. */
function environment(env: Program['env']): string[] {
  const base = { PATH: searchPath, HOME: home, TMPDIR: '/tmp', LANG: 'C.UTF-8' };
  const pairs = Object.entries({ ...env, ...base });
  return ['env', '-i', ...pairs.map(([name, value]) => `${name}=${value}`)];
}

function changeUser(user: number): string[] {
  const id = String(user);
  return [
    ...['setpriv', '--reuid', id, '--regid', id, '--clear-groups', '--no-new-privs'],
    ...['--inh-caps=-all', '--ambient-caps=-all', '--bounding-set=-all'],
  ];
}

/** `--data` and not `--as`: Node reserves far more addresses than it uses. */
function kernelLimits(limits: SandboxLimits): string[] {
  return [
    'prlimit',
    `--data=${limits.dataBytes}`,
    `--nofile=${limits.openFiles}`,
    `--nproc=${limits.processes}`,
    `--cpu=${limits.cpuSeconds}`,
    `--fsize=${limits.fileBytes}`,
    '--core=0',
    '--',
  ];
}

const etcNames = ['passwd', 'group', 'hosts', 'nsswitch.conf', 'resolv.conf'];

/** Writes the few files of `/etc` that programs cannot do without; they say nothing of this machine. */
export async function writeEtcFolder(folder: string): Promise<void> {
  const users = Array.from({ length: userCount }, (_, index) => firstUser + index);
  const files: Record<string, string> = {
    passwd: users.map((id) => `server:x:${id}:${id}::${home}:/bin/sh\n`).join(''),
    group: users.map((id) => `server:x:${id}:\n`).join(''),
    hosts: '127.0.0.1 localhost\n::1 localhost\n',
    'nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files dns\n',
    'resolv.conf': '',
  };
  await mkdir(folder, { recursive: true });
  for (const name of etcNames) {
    const file = join(folder, name);
    const text = files[name] ?? '';
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue;
    const temporary = `${file}.${randomUUID()}`;
    await writeFile(temporary, text);
    await rename(temporary, file);
  }
}
