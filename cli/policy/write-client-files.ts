import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { Client, ExportOptions, OutputFile } from '../../policy/client.ts';
import { mergePolicy } from '../../policy/merge/merge-policy.ts';
import type { Policy } from '../../policy/policy.ts';
import { openOutput } from '../output-file.ts';
import { redact, secretsOf } from '../scan/secrets.ts';
import { plain, type Terminal, visible } from '../terminal.ts';
import { UserError } from '../user-error.ts';

interface PendingFile {
  path: string;
  before: string | undefined;
  after: string;
}

/**
 * Merges policies into the client's own files: what the user had stays, a diff is shown, and each changed
 * file is kept beside as `.bak` first. Files are read and merged before the first one is written.
 */
export async function writeClientFiles(
  client: Client,
  policies: readonly { alias: string; policy: Policy }[],
  { dryRun, terminal, format }: { dryRun: boolean; terminal: Terminal; format: ExportOptions },
): Promise<void> {
  const pending = new Map<string, PendingFile>();
  for (const { alias, policy } of policies) {
    const { files, losses } = client.writePolicy(policy, alias, format);
    for (const file of files) mergeFile(client, file, { alias, policy }, pending, terminal);
    for (const { tool, wanted, instead } of losses) {
      terminal.note(
        `${client.name} cannot say: ${plain(tool)}: ${plain(wanted)}; instead ${plain(instead)}`,
      );
    }
  }
  for (const file of pending.values()) {
    if (file.before === file.after) continue;
    for (const line of diffLines(client, file)) terminal.print(line);
    if (!dryRun) await write(file, terminal);
  }
  if ([...pending.values()].every(({ before, after }) => before === after)) {
    terminal.print('nothing to change: the files say it already');
  }
}

function mergeFile(
  client: Client,
  file: OutputFile,
  { alias, policy }: { alias: string; policy: Policy },
  pending: Map<string, PendingFile>,
  terminal: Terminal,
): void {
  const path = placeOf(file.path);
  const known = pending.get(path);
  const before = known ? known.before : readIfThere(path);
  try {
    const merged = mergePolicy(client, known?.after ?? before ?? '', file, policy, alias);
    pending.set(path, { path, before, after: merged.text });
    for (const { tool, wanted, found, because } of merged.conflicts) {
      terminal.note(
        `${plain(tool)}: ${wanted} is recommended, your file still says ${found} (${plain(because)})`,
      );
    }
  } catch (error) {
    if (error instanceof SyntaxError) throw new UserError(`${path}: ${error.message}`);
    throw error;
  }
}

/** `~` is the home folder; anything else is meant from the project's folder. */
function placeOf(path: string): string {
  return path.startsWith('~/') ? join(homedir(), path.slice(2)) : resolve(path);
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Changed lines only, and no credential of the file in them. */
function diffLines(client: Client, { path, before = '', after }: PendingFile): string[] {
  const secrets = client.readServers(before).flatMap(secretsOf);
  const patch = createTwoFilesPatch(path, path, before, after, undefined, undefined, {
    context: 0,
  });
  return redact(patch, secrets).split('\n').slice(1).map(visible);
}

async function write({ path, before, after }: PendingFile, terminal: Terminal): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  if (before !== undefined) copyFileSync(path, `${path}.bak`);
  const output = openOutput(path);
  await output.write(after);
  await output.finish();
  terminal.note(`${path} written${before === undefined ? '' : `, the former is ${path}.bak`}`);
}
