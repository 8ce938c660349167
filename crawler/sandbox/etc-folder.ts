import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Home and temporary folder of confined code in one. */
export const home = '/tmp';
/** The accounts under which confined code may run: `userCount` from the first. */
export const firstUser = 1_600_000_000;
export const userCount = 256;

/** Of this machine's `/etc`: what the dynamic loader and TLS need; never `/etc/ssl/private` and the like. */
const publicFiles = ['ld.so.cache', 'ssl/openssl.cnf'];
const publicFolders = [
  'ssl/certs',
  'pki/ca-trust/extracted',
  'pki/tls/certs',
  'ca-certificates/extracted',
  'alternatives',
];

/**
 * Writes the `/etc` of the sandbox: a few files of its own that say nothing of this machine, copies of
 * the public files, and a place for each public folder there is. One mount of it costs a start less
 * than a mount for each file.
 */
export async function writeEtcFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of ownFiles()) await writeChanged(join(folder, name), Buffer.from(text));
  for (const name of publicFiles) {
    const bytes = await readFile(join('/etc', name)).catch(() => undefined);
    if (bytes) await writeChanged(join(folder, name), bytes);
  }
  for (const name of publicFolders) {
    const stats = await stat(join('/etc', name)).catch(() => undefined);
    if (stats?.isDirectory()) await mkdir(join(folder, name), { recursive: true });
  }
}

/** The arguments with which bubblewrap mounts what `writeEtcFolder` wrote. */
export function etcMounts(folder: string): string[] {
  const placed = publicFolders.filter((name) => existsSync(join(folder, name)));
  return [
    ...['--ro-bind', folder, '/etc'],
    ...placed.flatMap((name) => ['--ro-bind-try', `/etc/${name}`, `/etc/${name}`]),
  ];
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

async function writeChanged(file: string, bytes: Buffer): Promise<void> {
  const written = await readFile(file).catch(() => undefined);
  if (written?.equals(bytes)) return;
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${randomUUID()}`;
  await writeFile(temporary, bytes);
  await rename(temporary, file);
}
