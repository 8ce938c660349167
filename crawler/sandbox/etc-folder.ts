import { randomUUID } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Home and temporary folder of confined code in one. */
export const home = '/tmp';
/** The accounts under which confined code may run: `userCount` from the first. */
export const firstUser = 1_600_000_000;
export const userCount = 256;

/** Of this machine's `/etc`: what the dynamic loader and TLS need; never `/etc/ssl/private` and the like. */
const publicPaths = [
  'ld.so.cache',
  'ssl/openssl.cnf',
  'ssl/certs',
  'pki/ca-trust/extracted',
  'pki/tls/certs',
  'ca-certificates/extracted',
  'alternatives',
];

/** No file of `/etc` that is copied has such a name. */
const draftPrefix = '.draft-';
/** Longer than any copy takes. */
const draftMs = 3_600_000;

/** The bit of a mode that lets everybody read. */
const readByAll = 0o004;

/**
 * Writes the `/etc` of the sandbox: a few files of its own that say nothing of this machine, and copies
 * of what is public. One mount of it costs a start less than a mount for each. Synchronous: hundreds of
 * links are compared, and to hand each to another thread costs ten times the reading.
 */
export function writeEtcFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of ownFiles()) writeChanged(join(folder, name), Buffer.from(text));
  for (const name of publicPaths) {
    const from = unlessRefused(() => realpathSync(join('/etc', name)));
    if (from !== undefined) copyPublic(from, join(folder, name));
  }
}

/** Copies what everybody may read of a file or folder; links stay links. */
function copyPublic(from: string, to: string): void {
  const stats = unlessRefused(() => lstatSync(from));
  if (stats === undefined) return;
  if (stats.isSymbolicLink()) {
    const target = unlessRefused(() => readlinkSync(from));
    if (target !== undefined) linkChanged(to, target);
  } else if ((stats.mode & readByAll) === 0) {
    return;
  } else if (stats.isFile()) {
    const bytes = unlessRefused(() => readFileSync(from));
    if (bytes !== undefined) writeChanged(to, bytes);
  } else if (stats.isDirectory()) {
    copyFolder(from, to);
  }
}

/**
 * A link of an earlier copy is replaced, never followed; what is gone from the machine goes from the copy.
 * Several processes may write it at once: the drafts of another are left alone.
 */
function copyFolder(from: string, to: string): void {
  const names = unlessRefused(() => readdirSync(from));
  if (names === undefined) return;
  if (unlessRefused(() => lstatSync(to))?.isDirectory() === false) rmSync(to, { force: true });
  mkdirSync(to, { recursive: true });
  const kept = new Set(names);
  for (const name of readdirSync(to))
    if (!kept.has(name) && !isLiveDraft(to, name))
      rmSync(join(to, name), { recursive: true, force: true });
  for (const name of names) copyPublic(join(from, name), join(to, name));
}

/** Old ones were left by a process that was killed. */
function isLiveDraft(folder: string, name: string): boolean {
  if (!name.startsWith(draftPrefix)) return false;
  const stats = unlessRefused(() => lstatSync(join(folder, name)));
  return stats !== undefined && Date.now() - stats.mtimeMs < draftMs;
}

function ownFiles(): [string, string][] {
  const users = Array.from({ length: userCount }, (_, index) => firstUser + index);
  return [
    ['passwd', users.map((id) => `server:x:${id}:${id}::${home}:/bin/sh\n`).join('')],
    ['group', users.map((id) => `server:x:${id}:\n`).join('')],
    ['hosts', '127.0.0.1 localhost\n::1 localhost\n'],
    ['nsswitch.conf', 'passwd: files\ngroup: files\nhosts: files dns\n'],
    ['resolv.conf', ''],
  ];
}

export function writeChanged(file: string, bytes: Buffer): void {
  if (unlessRefused(() => readFileSync(file))?.equals(bytes)) return;
  replace(file, (draft) => writeFileSync(draft, bytes));
}

function linkChanged(file: string, target: string): void {
  if (unlessRefused(() => readlinkSync(file)) === target) return;
  replace(file, (draft) => symlinkSync(target, draft));
}

/** In one step, as a sandbox that runs may be reading the file. */
function replace(file: string, write: (draft: string) => void): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = join(dirname(file), `${draftPrefix}${randomUUID()}`);
  try {
    write(draft);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

const refusals = new Set(['ENOENT', 'EACCES', 'EPERM', 'EINVAL', 'ENOTDIR', 'EISDIR', 'ELOOP']);

/** Undefined for what is not there, may not be read, or has another kind of file in its place. */
function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (refusals.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
