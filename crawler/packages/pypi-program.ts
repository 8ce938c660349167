import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CrawlContext } from '../crawl-context.ts';
import type { Provenance } from '../outcome.ts';
import type { Program } from '../sandbox/sandbox.ts';
import type { PackageTarget } from '../server-entry.ts';
import { CrawlEnded } from '../transports/transport.ts';
import { checkSize } from './check-size.ts';
import { chooseCommand } from './choose-command.ts';
import { findPython } from './find-python.ts';
import { hostNpm } from './host-npm.ts';
import { packageNames } from './package-names.ts';
import { readSmallFile } from './read-small-file.ts';
import { runInstaller } from './run-installer.ts';
import { fillStore, readRecord, type StoreRecord } from './store-folder.ts';

// https://packaging.python.org/en/latest/specifications/version-specifiers/
const exactVersion = /^[0-9][0-9A-Za-z.!+-]{0,100}$/;
const entryName = 'run.py';

/**
 * Installs a Python package with uv, from wheels only (a source package would run its own code), and
 * says how to run the command that `uvx` would run.
 * @throws {CrawlEnded} `skipped` without uv; steps `resolve`, `install` and `start`
 */
export async function pypiProgram(
  target: PackageTarget,
  context: CrawlContext,
  provenance: Provenance,
): Promise<Program> {
  const { identifier, version } = target;
  if (!packageNames.pypi.test(identifier))
    throw failed('resolve', 'the name is no PyPI package name');
  if (version !== undefined && !exactVersion.test(version)) {
    throw failed('resolve', 'the version is not one exact version');
  }
  const python = await findPython();
  const installed = await findOrInstall(identifier, version, python.interpreter, context);
  provenance.version = installed.version;
  return {
    folder: installed.folder,
    entry: entryName,
    ...python,
    args: target.args,
    env: { ...target.env, PYTHONDONTWRITEBYTECODE: '1' },
  };
}

async function findOrInstall(
  name: string,
  version: string | undefined,
  python: string,
  context: CrawlContext,
): Promise<StoreRecord & { folder: string }> {
  const root = join(context.cacheDir, 'pypi');
  const folderOf = (of: Pick<StoreRecord, 'version'>) =>
    join(root, 'packages', `${normalize(name)}@${of.version}`);
  if (version !== undefined) {
    const folder = folderOf({ version });
    const found = readRecord(folder);
    if (found) return { ...found, folder };
  }
  const fill = async (draft: string) => {
    const site = join(draft, 'site');
    await runUv(version === undefined ? name : `${name}==${version}`, site, python, context);
    await checkSize(draft, context.limits);
    const metadata = await findMetadata(site, name);
    const commands = readEntryPoints(entryPointsOf(metadata.folder));
    const call = chooseCommand(commands, name);
    if (!call) throw failed('start', 'the package has no command to run');
    await writeFile(join(draft, entryName), launcher(call));
    return { version: metadata.version };
  };
  return fillStore(join(root, 'temporary'), fill, folderOf);
}

/** Empty for a package without commands. */
function entryPointsOf(folder: string): string {
  try {
    return readSmallFile(join(folder, 'entry_points.txt'));
  } catch {
    return '';
  }
}

async function runUv(
  spec: string,
  site: string,
  python: string,
  { cacheDir, limits, signal }: CrawlContext,
): Promise<void> {
  const privateHome = join(cacheDir, 'pypi', 'home');
  await mkdir(privateHome, { recursive: true });
  await runInstaller({
    command: 'uv',
    args: [
      ...['pip', 'install', '--no-config', '--only-binary', ':all:', '--no-progress'],
      ...['--python', python, '--target', site, spec],
    ],
    cwd: privateHome,
    env: {
      ...(await hostNpm()).env,
      PATH: process.env.PATH ?? '',
      HOME: privateHome,
      UV_CACHE_DIR: join(cacheDir, 'pypi', 'cache'),
    },
    timeoutMs: limits.installMs,
    signal: signal ?? new AbortController().signal,
    secrets: [cacheDir],
    unknown: /was not found in the package registry|there is no version of/,
  });
}

/** The `.dist-info` folder of the package itself among those of all it needs. */
async function findMetadata(
  site: string,
  name: string,
): Promise<{ folder: string; version: string }> {
  for (const entry of await readdir(site)) {
    const [, owner = '', version] = /^(.+?)-([^-]+)\.dist-info$/.exec(entry) ?? [];
    if (
      version !== undefined &&
      exactVersion.test(version) &&
      normalize(owner) === normalize(name)
    ) {
      return { folder: join(site, entry), version };
    }
  }
  throw failed('install', 'the package has no metadata');
}

function normalize(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

interface EntryPoint {
  module: string;
  object: string;
}

/** https://packaging.python.org/en/latest/specifications/entry-points/ */
function readEntryPoints(text: string): Map<string, EntryPoint> {
  const commands = new Map<string, EntryPoint>();
  let section = '';
  for (const line of text.split(/\r?\n/)) {
    section = /^\[(.+)\]$/.exec(line.trim())?.[1] ?? section;
    if (section !== 'console_scripts') continue;
    const [, command, module, object] =
      /^\s*([\w.-]+)\s*=\s*([\w.]+)\s*:\s*([\w.]+)/.exec(line) ?? [];
    if (command && module && object) commands.set(command, { module, object });
  }
  return commands;
}

/** Module and object are words and dots, as `readEntryPoints` took them. */
function launcher({ module, object }: EntryPoint): string {
  return `import functools, importlib, os, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), 'site'))
sys.exit(functools.reduce(getattr, '${object}'.split('.'), importlib.import_module('${module}'))())
`;
}

function failed(step: 'resolve' | 'install' | 'start', message: string): CrawlEnded {
  return new CrawlEnded({ kind: 'failed', step, message });
}
