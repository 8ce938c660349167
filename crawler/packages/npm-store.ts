import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Limits } from '../limits.ts';
import { CrawlEnded } from '../transports/transport.ts';
import { checkSize } from './check-size.ts';
import { hostNpm } from './host-npm.ts';
import { packageNames } from './package-names.ts';
import { readPackageJson } from './read-package-json.ts';
import { runInstaller } from './run-installer.ts';
import { fillStore, readRecord, type StoreRecord } from './store-folder.ts';

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
 * packages share one content store, whose files are linked; several installs at once are safe.
 * @throws {CrawlEnded} step `resolve` (no such package) or `install`
 */
export async function installNpmPackage(
  name: string,
  version: string | undefined,
  options: InstallOptions,
): Promise<InstalledPackage> {
  if (!packageNames.npm.test(name)) {
    throw failed('resolve', 'the name is no npm package name');
  }
  const wanted = version === 'latest' ? undefined : version;
  if (wanted !== undefined && !exactVersion.test(wanted)) {
    throw failed('resolve', 'the version is not one exact version');
  }
  const { folder, ...record } = await findOrInstall(name, wanted, options);
  checkIntegrity(record, options.integrity);
  return { ...record, name, folder, packageFolder: packageFolderIn(folder, name) };
}

async function findOrInstall(
  name: string,
  version: string | undefined,
  options: InstallOptions,
): Promise<StoreRecord & { folder: string }> {
  const root = join(options.cacheDir, 'npm');
  const folderOf = (of: Pick<StoreRecord, 'version'>) =>
    join(root, 'packages', `${name.replace('/', '+')}@${of.version}`);
  if (version !== undefined) {
    const folder = folderOf({ version });
    const found = readRecord(folder);
    if (found) return { ...found, folder };
  }
  const fill = async (draft: string) => {
    await writeFile(join(draft, 'package.json'), '{"private":true}\n');
    await writeFile(join(draft, '.npmrc'), (await hostNpm()).npmrc);
    await writeFile(join(draft, '.pnpmfile.cjs'), registryOnly);
    await runPnpm(version === undefined ? name : `${name}@${version}`, draft, options);
    await checkSize(draft, options.limits);
    const record = await readLockfile(draft, name);
    checkIntegrity(record, options.integrity);
    await removeTraces(draft);
    return record;
  };
  return fillStore(join(root, 'temporary'), fill, folderOf);
}

/** pnpm exports only the folder its package.json is in. */
export const pnpmProgram = join(
  dirname(fileURLToPath(import.meta.resolve('pnpm'))),
  'bin',
  'pnpm.mjs',
);

/**
 * Stops a package that needs what is in no registry (a repository, an address, a folder of this
 * machine) before it is fetched; what is only optional is left out.
 */
const registryOnly = `
const isElsewhere = (wanted) => !/^npm:/.test(wanted) && /[:/\\\\]/.test(wanted);
function readPackage(manifest) {
  for (const kind of ['optionalDependencies', 'dependencies', 'peerDependencies']) {
    for (const [name, wanted] of Object.entries(manifest[kind] ?? {})) {
      if (!isElsewhere(String(wanted))) continue;
      const optional = kind === 'optionalDependencies' || manifest.optionalDependencies?.[name];
      if (!optional) throw new Error('needs ' + name + ' from outside the registry');
      delete manifest[kind][name];
    }
  }
  return manifest;
}
module.exports = { hooks: { readPackage } };
`;

/** The server can read its folder: what names this machine or its registry must not be in it. */
async function removeTraces(folder: string): Promise<void> {
  const traces = [
    ...['.npmrc', '.pnpmfile.cjs', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'],
    ...['.modules.yaml', '.pnpm-workspace-state-v1.json', '.pnpm'].map((name) =>
      join('node_modules', name),
    ),
  ];
  for (const name of traces) await rm(join(folder, name), { recursive: true, force: true });
}

async function runPnpm(
  spec: string,
  folder: string,
  { cacheDir, limits, signal }: InstallOptions,
): Promise<void> {
  const { env, registry } = await hostNpm();
  const privateHome = join(cacheDir, 'npm', 'home');
  await mkdir(privateHome, { recursive: true });
  await runInstaller({
    command: process.execPath,
    args: [
      pnpmProgram,
      'add',
      ...['--prod', '--ignore-scripts', '--save-exact', '--reporter=ndjson'],
      // As flat as npm makes it: many packages use what they do not declare.
      '--config.node-linker=hoisted',
      // A crawl lists what users get today.
      '--config.minimum-release-age=0',
      ...['--config.fetch-retries=1', '--config.fetch-retry-mintimeout=1000'],
      `--store-dir=${join(cacheDir, 'npm', 'store')}`,
      `--config.cache-dir=${join(cacheDir, 'npm', 'metadata')}`,
      spec,
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
    unknown: /No matching version found|Not Found - 404/,
  });
}

/** The message of the last error in pnpm's log, which has one JSON object a line. */
function readPnpmError(log: string): string | undefined {
  const line = log.split('\n').findLast((text) => /"level":"error"/.test(text));
  if (line === undefined) return undefined;
  try {
    const message = JSON.parse(line)?.err?.message;
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}

async function readLockfile(folder: string, name: string): Promise<StoreRecord> {
  const { version } = readPackageJson(packageFolderIn(folder, name));
  if (typeof version !== 'string' || !exactVersion.test(version)) {
    throw failed('install', 'the package has no valid version');
  }
  const lockfile = parse(await readFile(join(folder, 'pnpm-lock.yaml'), 'utf8'));
  const integrity = lockfile?.packages?.[`${name}@${version}`]?.resolution?.integrity;
  return { version, ...(typeof integrity === 'string' ? { integrity } : {}) };
}

function checkIntegrity(installed: { integrity?: string }, expected: string | undefined): void {
  if (expected === undefined || expected === installed.integrity) return;
  throw failed('install', 'the package is not the one its registry entry names: integrity differs');
}

function packageFolderIn(folder: string, name: string): string {
  return join(folder, 'node_modules', ...name.split('/'));
}

function failed(step: 'resolve' | 'install', message: string): CrawlEnded {
  return new CrawlEnded({ kind: 'failed', step, message });
}
