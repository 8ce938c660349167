import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { Client, ExportOptions, OutputFile } from '../../policy/client.ts';
import { type Conflict, mergePolicy } from '../../policy/merge/merge-policy.ts';
import type { Omission } from '../../policy/omission.ts';
import type { Loss, Policy } from '../../policy/policy.ts';
import { readClientFile } from '../../policy/read-client-file.ts';
import { fileError } from '../file-error.ts';
import { openOutput } from '../output-file.ts';
import { absolutePaths, surroundings } from '../scan/find-configurations.ts';
import { redact, secretsOf } from '../scan/secrets.ts';
import { plain, visible } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { secretsOfFile } from './secrets-of-file.ts';

interface PendingFile {
  path: string;
  /** The last server it says something about. */
  alias: string;
  ownership: OutputFile['ownership'];
  before: string | undefined;
  after: string;
}

/** One file that changes. */
export interface ClientFile {
  path: string;
  /** Changed lines as a unified diff, without any credential of the file. */
  diff: string[];
  /** Undefined where nothing is written. */
  written?: { backup?: string };
}

/** What merging did or would do, and where the client's files still say something else. */
export interface ClientFiles {
  files: ClientFile[];
  losses: Loss[];
  /** Tools that the client's files name nowhere, on purpose. */
  omitted: Omission[];
  conflicts: Conflict[];
}

/**
 * Merges policies into the client's own files: what the user had stays, and each changed file is kept beside as
 * `.bak` first. Everything is read, merged and compared before the first file is written.
 *
 * @throws UserError for a file that cannot be read, merged or written
 */
export async function writeClientFiles(
  client: Client,
  policies: readonly { alias: string; policy: Policy }[],
  { dryRun, format }: { dryRun: boolean; format: ExportOptions },
): Promise<ClientFiles> {
  const pending = new Map<string, PendingFile>();
  const losses: Loss[] = [];
  const omitted: Omission[] = [];
  const conflicts: Conflict[] = [];
  for (const { alias, policy } of policies) {
    const written = client.writePolicy(policy, alias, format);
    losses.push(...written.losses);
    if (written.omitted) omitted.push(written.omitted);
    for (const file of written.files) {
      conflicts.push(...mergeFile(client, file, { alias, policy, format }, pending));
    }
  }
  const changed = [...pending.values()].filter(({ before, after }) => before !== after);
  const files: ClientFile[] = changed.map((file) => ({
    path: file.path,
    diff: diffLines(client, file),
  }));
  if (!dryRun) {
    for (const [index, file] of changed.entries()) {
      const backup = await write(file);
      Object.assign(files[index] ?? {}, {
        written: backup === undefined ? {} : { backup },
      });
    }
  }
  return { files, losses, omitted, conflicts };
}

function mergeFile(
  client: Client,
  file: OutputFile,
  { alias, policy, format }: { alias: string; policy: Policy; format: ExportOptions },
  pending: Map<string, PendingFile>,
): Conflict[] {
  const path = placeOf(client, file, alias);
  const known = pending.get(path);
  const before = known ? known.before : readIfThere(path);
  if (file.ownership === 'owned' && known && known.after !== file.contents) {
    const names = `"${plain(known.alias)}" and "${plain(alias)}"`;
    throw new UserError(`${names} would share ${plain(path)}: give one of them another name`);
  }
  try {
    const text = known?.after ?? before ?? '';
    const merged = mergePolicy(client, text, file, policy, alias, format);
    pending.set(path, { path, alias, ownership: file.ownership, before, after: merged.text });
    return merged.conflicts;
  } catch (error) {
    if (error instanceof SyntaxError) throw new UserError(`${plain(path)}: ${error.message}`);
    throw error;
  }
}

/**
 * Where a file of the client goes: what stands in a server's entry, where that entry is; `.jsonc` where the user
 * has that instead. @throws UserError
 */
function placeOf(client: Client, { path, inEntry }: OutputFile, alias: string): string {
  const where = surroundings();
  const inHome = path.replace(/^~(?=\/)/, () => where.home);
  const [documented = path] = absolutePaths([inHome], where);
  if (!inEntry) {
    const withComments = `${documented}c`;
    return !existsSync(documented) && existsSync(withComments) ? withComments : documented;
  }
  const others = absolutePaths(client.configPaths(where.platform, where.home), where);
  const found = [documented, ...others].find((file) => listsServer(client, file, alias));
  if (found !== undefined) return found;
  throw new UserError(
    `${client.name} has no server named "${plain(alias)}" in ${plain(documented)}: ` +
      'add it there first, or say by --alias how it is named',
  );
}

/** A file that cannot be read lists none. */
function listsServer(client: Client, path: string, alias: string): boolean {
  try {
    return client.readServers(readIfThere(path) ?? '').some((server) => server.alias === alias);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function readIfThere(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  return orRefuse('read', path, () => readFileSync(path, 'utf8'));
}

/** Only a merged file is in the client's own format and may hold credentials of the user. */
function diffLines(client: Client, { path, ownership, before = '', after }: PendingFile): string[] {
  const secrets =
    ownership === 'merged'
      ? [
          ...client.readServers(before).flatMap(secretsOf),
          ...secretsOfFile(readClientFile(path, before)),
        ]
      : [];
  const patch = createTwoFilesPatch(path, path, before, after, undefined, undefined, {
    context: 0,
  });
  return redact(patch, secrets).split('\n').slice(1).map(visible);
}

/** Path of the file with what stood there before. */
async function write({ path, before, after }: PendingFile): Promise<string | undefined> {
  const backup = orRefuse('write', path, () => {
    mkdirSync(dirname(path), { recursive: true });
    return before === undefined ? undefined : keepBackup(path);
  });
  const output = openOutput(path);
  await output.write(after);
  await output.finish();
  return backup;
}

/** `file.bak`, `file.bak.1`, …: the first that is not there yet. Only its owner reads it: it may hold credentials. */
function keepBackup(path: string): string {
  const contents = readFileSync(path);
  for (let number = 0; ; number += 1) {
    const backup = number === 0 ? `${path}.bak` : `${path}.bak.${number}`;
    try {
      writeFileSync(backup, contents, { flag: 'wx', mode: 0o600 });
      return backup;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function orRefuse<T>(what: 'read' | 'write', path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw fileError(what, path, error);
  }
}
