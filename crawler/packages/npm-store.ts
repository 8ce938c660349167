import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Limits } from '../limits.ts';
import { CrawlEnded } from '../transports/transport.ts';
import { hostNpm } from './host-npm.ts';
import { runInstaller } from './run-installer.ts';

// https://github.com/npm/validate-npm-package-name, without the legacy names.
const packageName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
const exactVersion = /^\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]{1,100})?$/;

export interface InstalledPackage {
  /** Holds `node_modules` with the package and all it needs. */
  folder: string;
  /** The package itself, below `folder`. */
  packageFolder: string;
  name: string;
  version: string;
  /** Subresource integrity of its tarball, as the registry gave it and the installer checked it. */
  integrity?: string;
}

export interface InstallOptions {
  cacheDir: string;
  limits: Limits;
  signal: AbortSignal;
  /** Refuse another tarball than this one. */
  integrity?: string;
}

/**
 * Installs one version of an npm package with its dependencies into the store under `cacheDir`, or
 * finds it there; without a version the registry's latest. No script of any package is run. All
 * packages share one content store, whose files are linked. A version is installed in a temporary
 * folder and renamed, so an interrupted install leaves nothing that looks complete, and several at
 * once are safe.
 * @throws {CrawlEnded} step `resolve` (no such package) or `install`
 */
export async function installNpmPackage(
  name: string,
  version: string | undefined,
  options: InstallOptions,
): Promise<InstalledPackage> {
  if (name.length > 214 || !packageName.test(name)) {
    throw failed('resolve', 'the name is no npm package name');
  }
  const wanted = version === 'latest' ? undefined : version;
  if (wanted !== undefined && !exactVersion.test(wanted)) {
    throw failed('resolve', 'the version is not one exact version');
  }
  const found = wanted === undefined ? undefined : await findInstalled(name, wanted, options);
  return found ?? install(name, wanted, options);
}

async function findInstalled(
  name: string,
  version: string,
  options: InstallOptions,
): Promise<InstalledPackage | undefined> {
  const folder = folderOf(options.cacheDir, name, version);
  try {
    const record = JSON.parse(await readFile(join(folder, 'installed.json'), 'utf8'));
    const installed = { ...record, folder, packageFolder: packageFolderIn(folder, name) };
    checkIntegrity(installed, options.integrity);
    return installed;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function install(
  name: string,
  version: string | undefined,
  options: InstallOptions,
): Promise<InstalledPackage> {
  const { cacheDir, limits } = options;
  const folder = join(cacheDir, 'npm', 'temporary', `${process.pid}-${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(join(folder, 'package.json'), '{"private":true}\n');
    await writeFile(join(folder, '.npmrc'), (await hostNpm()).npmrc);
    await runPnpm(name, version, folder, options);
    await checkSize(folder, limits);
    const installed = await readLockfile(folder, name);
    checkIntegrity(installed, options.integrity);
    await writeFile(join(folder, 'installed.json'), `${JSON.stringify(installed)}\n`);
    const target = folderOf(cacheDir, name, installed.version);
    await mkdir(dirname(target), { recursive: true });
    await moveInto(folder, target);
    return { ...installed, folder: target, packageFolder: packageFolderIn(target, name) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The first of several installers of the same version wins; the others take what it made. */
async function moveInto(folder: string, target: string): Promise<void> {
  try {
    await rename(folder, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

async function runPnpm(
  name: string,
  version: string | undefined,
  folder: string,
  { cacheDir, limits, signal }: InstallOptions,
): Promise<void> {
  const { env, registry } = await hostNpm();
  const privateHome = join(cacheDir, 'npm', 'home');
  await mkdir(privateHome, { recursive: true });
  await runInstaller({
    command: process.execPath,
    args: [
      fileURLToPath(import.meta.resolve('pnpm/bin/pnpm.mjs')),
      'add',
      ...['--prod', '--ignore-scripts', '--save-exact', '--reporter=ndjson'],
      // As flat as npm makes it: many packages use what they do not declare.
      '--config.node-linker=hoisted',
      // A crawl lists what users get today.
      '--config.minimum-release-age=0',
      ...['--config.fetch-retries=1', '--config.fetch-retry-mintimeout=1000'],
      `--store-dir=${join(cacheDir, 'npm', 'store')}`,
      `--config.cache-dir=${join(cacheDir, 'npm', 'metadata')}`,
      version === undefined ? name : `${name}@${version}`,
    ],
    cwd: folder,
    env: {
      ...env,
      PATH: process.env.PATH ?? '',
      HOME: privateHome,
      XDG_CACHE_HOME: join(privateHome, 'cache'),
      XDG_DATA_HOME: join(privateHome, 'data'),
      XDG_STATE_HOME: join(privateHome, 'state'),
      XDG_CONFIG_HOME: join(privateHome, 'config'),
      CI: 'true',
    },
    timeoutMs: limits.installMs,
    signal,
    secrets: [folder, cacheDir, registry],
    readError: readPnpmError,
    unknown: /No matching version found|404 Not Found/,
  });
}

/** The message of the last error in pnpm's log, which has one JSON object a line. */
function readPnpmError(log: string): string | undefined {
  const line = log.split('\n').findLast((text) => /"level":"error"/.test(text));
  if (line === undefined) return undefined;
  try {
    const { message } = JSON.parse(line);
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}

async function readLockfile(
  folder: string,
  name: string,
): Promise<Pick<InstalledPackage, 'name' | 'version' | 'integrity'>> {
  const manifest = await readFile(join(packageFolderIn(folder, name), 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest);
  if (typeof version !== 'string' || !exactVersion.test(version)) {
    throw failed('install', 'the package has no valid version');
  }
  const lockfile = parse(await readFile(join(folder, 'pnpm-lock.yaml'), 'utf8'));
  const integrity = lockfile?.packages?.[`${name}@${version}`]?.resolution?.integrity;
  return { name, version, ...(typeof integrity === 'string' ? { integrity } : {}) };
}

function checkIntegrity(installed: { integrity?: string }, expected: string | undefined): void {
  if (expected === undefined || expected === installed.integrity) return;
  throw failed('install', 'the package is not the one the registry entry names: integrity differs');
}

async function checkSize(folder: string, limits: Limits): Promise<void> {
  let bytes = 0;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  if (entries.length > limits.installFiles) {
    throw failed('install', `more than ${limits.installFiles} files`);
  }
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    bytes += (await lstat(join(entry.parentPath, entry.name))).size;
    if (bytes > limits.installBytes)
      throw failed('install', `more than ${limits.installBytes} bytes`);
  }
}

function folderOf(cacheDir: string, name: string, version: string): string {
  return join(cacheDir, 'npm', 'packages', `${name.replace('/', '+')}@${version}`);
}

function packageFolderIn(folder: string, name: string): string {
  return join(folder, 'node_modules', ...name.split('/'));
}

function failed(step: 'resolve' | 'install', message: string, cause?: unknown): CrawlEnded {
  return new CrawlEnded({ kind: 'failed', step, message }, { cause });
}
