import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { SandboxLimits } from '../limits.ts';
import { CrawlEnded } from '../transports/transport.ts';
import { atFolder, type Launch, type Program, type Sandbox } from './sandbox.ts';

const run = promisify(execFile);
const commandMs = 30_000;

export const engineNames = ['docker', 'podman'] as const;

/** A container engine whose daemon answers. */
export interface ContainerEngine {
  name: (typeof engineNames)[number];
  /** Leads to the daemon without the logins of this machine. */
  env: Record<string, string>;
}

export interface Container {
  image: string;
  /** Words after the image; the image's own entry point runs them. */
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  /** Replaces the image's entry point. */
  entrypoint?: string;
  /** Host folder to its path inside, read-only. */
  mounts?: Readonly<Record<string, string>>;
}

/** The first whose daemon answers, docker before podman; installed is not enough. */
export async function findContainerEngine(
  cacheDir: string,
  names: readonly ContainerEngine['name'][] = engineNames,
): Promise<ContainerEngine | undefined> {
  for (const name of names) {
    try {
      const env = await engineEnv(name, join(cacheDir, 'sandbox', name));
      await run(name, ['info'], { timeout: commandMs, env });
      return { name, env };
    } catch {
      // Not installed, or its daemon is not running.
    }
  }
  return undefined;
}

/** An empty configuration has no logins; the daemon's address is carried over by hand. */
async function engineEnv(name: string, folder: string): Promise<Record<string, string>> {
  await mkdir(folder, { recursive: true });
  const logins = join(folder, 'config.json');
  await writeFile(logins, '{}\n');
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/' };
  if (name === 'podman') return { ...env, REGISTRY_AUTH_FILE: logins };
  const given = process.env.DOCKER_HOST;
  const format = ['--format', '{{.Endpoints.docker.Host}}'];
  const host =
    given ??
    (await run('docker', ['context', 'inspect', ...format], { timeout: commandMs })).stdout;
  return { ...env, DOCKER_CONFIG: folder, DOCKER_HOST: host.trim() };
}

/** How to run a container without network, writable system, capabilities or new privileges. */
export function containerLaunch(
  engine: ContainerEngine,
  container: Container,
  limits: SandboxLimits,
): Launch {
  const name = `mcp-risk-${randomUUID()}`;
  const { image, args, env, entrypoint, mounts = {} } = container;
  return {
    command: engine.name,
    args: [
      ...['run', '--rm', '--interactive', '--init', '--name', name, '--pull', 'never'],
      ...['--network', 'none', '--read-only', '--log-driver', 'none', '--hostname', 'sandbox'],
      ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
      ...['--memory', String(limits.memoryBytes), '--memory-swap', String(limits.memoryBytes)],
      ...['--pids-limit', String(limits.processes)],
      ...['--ulimit', `nofile=${limits.openFiles}`, '--ulimit', `cpu=${limits.cpuSeconds}`],
      ...['--ulimit', `fsize=${limits.fileBytes}`, '--ulimit', 'core=0'],
      ...['--tmpfs', `/tmp:rw,mode=1777,size=${limits.fileBytes}`],
      ...['--env', 'HOME=/tmp', '--env', 'TMPDIR=/tmp', '--env', 'LANG=C.UTF-8'],
      ...Object.entries(env).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
      ...Object.entries(mounts).flatMap(([from, to]) => ['--volume', `${from}:${to}:ro`]),
      ...(entrypoint === undefined ? [] : ['--entrypoint', entrypoint]),
      image,
      ...args,
    ],
    env: engine.env,
    cwd: '/',
    end: async () => {
      // Ending the client does not end the container.
      await run(engine.name, ['kill', name], { env: engine.env, timeout: commandMs }).catch(
        () => {},
      );
    },
  };
}

const nodeImage = 'docker.io/library/node:24-slim';
const pythonImage = 'docker.io/library/python:3.13-slim';
const packageFolder = '/package';

/** Runs programs in containers of well-known images, which are pulled once. */
export function containerSandbox(engine: ContainerEngine): Sandbox {
  return {
    kind: engine.name,
    confine: async (program, limits) => {
      const image = isPython(program) ? pythonImage : nodeImage;
      await pullOnce(engine, image);
      const { args, env } = atFolder(program, packageFolder, '/tmp');
      const entry = `${packageFolder}/${program.entry}`;
      const interpreter = program.interpreter && (isPython(program) ? 'python3' : 'node');
      const container = {
        image,
        entrypoint: interpreter ?? entry,
        args: interpreter === undefined ? args : [entry, ...args],
        env,
        mounts: { [program.folder]: packageFolder },
      };
      return containerLaunch(engine, container, limits);
    },
  };
}

function isPython({ interpreter }: Program): boolean {
  return interpreter !== undefined && basename(interpreter).startsWith('python');
}

const pullMs = 120_000;
const pulled = new Map<string, Promise<unknown>>();

/** A pull that failed is tried again for the next server. */
async function pullOnce(engine: ContainerEngine, image: string): Promise<void> {
  const key = `${engine.name} ${image}`;
  let pull = pulled.get(key);
  if (!pull) {
    pull = run(engine.name, ['pull', '--quiet', image], { env: engine.env, timeout: pullMs });
    pulled.set(key, pull);
  }
  try {
    await pull;
  } catch (cause) {
    if (pulled.get(key) === pull) pulled.delete(key);
    const message = `the image ${image} for the sandbox cannot be pulled`;
    throw new CrawlEnded({ kind: 'failed', step: 'start', message }, { cause });
  }
}
