import { closeSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { CrawlContext } from '../crawl-context.ts';
import type { Provenance } from '../outcome.ts';
import type { Program } from '../sandbox/sandbox.ts';
import type { PackageTarget } from '../server-entry.ts';
import { CrawlEnded } from '../transports/transport.ts';
import { chooseCommand } from './choose-command.ts';
import { nodeInterpreter } from './node-interpreter.ts';
import { type InstalledPackage, installNpmPackage } from './npm-store.ts';
import { readPackageJson } from './read-package-json.ts';

/**
 * Installs an npm package and says how to run what `npx` would run: its only bin, or the one with
 * the package's name.
 * @throws {CrawlEnded}
 */
export async function npmProgram(
  target: PackageTarget,
  context: CrawlContext,
  provenance: Provenance,
): Promise<Program> {
  const installed = await installNpmPackage(target.identifier, target.version, {
    cacheDir: context.cacheDir,
    limits: context.limits,
    signal: context.signal ?? new AbortController().signal,
    ...(target.integrity === undefined ? {} : { integrity: target.integrity }),
  });
  provenance.version = installed.version;
  if (installed.integrity !== undefined) provenance.integrity = installed.integrity;
  return toProgram(installed, target);
}

/** Synchronous like all that a crawl of an installed package reads: see `readRecord`. */
function toProgram(
  { folder, packageFolder, name }: InstalledPackage,
  { args, env }: PackageTarget,
): Program {
  const ownName = name.split('/').at(-1) ?? name;
  const bin = chooseCommand(readBins(packageFolder), ownName);
  if (bin === undefined) throw failed('the package has no bin to run');
  const file = realPath(join(packageFolder, bin));
  const root = realpathSync.native(folder);
  if (file === undefined) throw failed('the file that bin names is missing');
  if (!file.startsWith(root + sep)) throw failed('bin names a file outside the package');
  if (!statSync(file).isFile()) throw failed('bin names no file');
  const interpreter = isForNode(file) ? nodeInterpreter : {};
  return { folder: root, entry: relative(root, file), ...interpreter, args, env };
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function readBins(packageFolder: string): Map<string, string> {
  const { bin } = readPackageJson(packageFolder);
  if (typeof bin === 'string') return new Map([['', bin]]);
  if (typeof bin !== 'object' || bin === null) return new Map();
  const entries = Object.entries(bin);
  return new Map(entries.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

/** A file with another interpreter line, or a binary, runs itself. */
function isForNode(file: string): boolean {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(128);
    const bytesRead = readSync(descriptor, buffer, 0, buffer.length, 0);
    const start = buffer.subarray(0, bytesRead).toString('latin1');
    if (start.startsWith('\x7fELF') || start.startsWith('MZ')) return false;
    return !start.startsWith('#!') || /^#!.*\b(?:node|tsx|ts-node|bun|deno)\b/.test(start);
  } finally {
    closeSync(descriptor);
  }
}

function failed(message: string): CrawlEnded {
  return new CrawlEnded({ kind: 'failed', step: 'start', message });
}
