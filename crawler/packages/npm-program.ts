import { open, readFile, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Program } from '../sandbox/sandbox.ts';
import type { PackageTarget } from '../server-entry.ts';
import { CrawlEnded } from '../transports/transport.ts';
import type { InstalledPackage } from './npm-store.ts';

/**
 * What `npx` would run of an installed package: its only bin, or the one with the package's name.
 * @throws {CrawlEnded} step `start` when the package has nothing that can be run
 */
export async function npmProgram(
  installed: InstalledPackage,
  target: Pick<PackageTarget, 'args' | 'env'>,
): Promise<Program> {
  const { folder, packageFolder, name } = installed;
  const bin = chooseBin(await readBins(packageFolder), name);
  if (bin === undefined) throw failed('the package has no bin to run');
  const file = await realpath(join(packageFolder, bin)).catch(() => undefined);
  const root = await realpath(folder);
  if (file === undefined) throw failed('the file that bin names is missing');
  if (!file.startsWith(root + sep)) throw failed('bin names a file outside the package');
  return {
    folder: root,
    entry: relative(root, file),
    ...((await isForNode(file)) ? { interpreter: process.execPath } : {}),
    args: target.args,
    env: target.env,
  };
}

async function readBins(packageFolder: string): Promise<Map<string, string>> {
  const manifest = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const { bin } = manifest ?? {};
  if (typeof bin === 'string') return new Map([['', bin]]);
  if (typeof bin !== 'object' || bin === null) return new Map();
  const entries = Object.entries(bin);
  return new Map(entries.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

function chooseBin(bins: Map<string, string>, name: string): string | undefined {
  const own = name.split('/').at(-1) ?? name;
  const ofServer = [...bins].find(([key]) => /mcp|server/i.test(key))?.[1];
  return bins.get(own) ?? ofServer ?? bins.values().next().value;
}

/** A file with another interpreter line, or a binary, runs itself. */
async function isForNode(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(128), 0, 128, 0);
    const start = buffer.subarray(0, bytesRead).toString('latin1');
    if (start.startsWith('\x7fELF') || start.startsWith('MZ')) return false;
    return !start.startsWith('#!') || /^#!.*\b(?:node|tsx|ts-node|bun|deno)\b/.test(start);
  } finally {
    await handle.close();
  }
}

function failed(message: string): CrawlEnded {
  return new CrawlEnded({ kind: 'failed', step: 'start', message });
}
