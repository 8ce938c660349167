import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { defaultLimits } from '../../../crawler/limits.ts';
import { hostNpm } from '../../../crawler/packages/host-npm.ts';
import { installNpmPackage } from '../../../crawler/packages/npm-store.ts';
import { CrawlEnded } from '../../../crawler/transports/transport.ts';
import { type FakeRegistry, startFakeRegistry } from '../fake-registry.ts';

const store = fileURLToPath(new URL('../../../crawler/packages/npm-store.ts', import.meta.url));

const elsewhere = {
  'acme-tarball': 'http://127.0.0.1:9/x.tgz',
  'acme-git': 'git+http://127.0.0.1:9/x.git',
  'acme-github': 'acme/x',
  'acme-file': 'file:../../..',
};
const proxy = 'http://user:proxy-password@127.0.0.1:9/';

describe('the npm store', () => {
  let registry: FakeRegistry;
  let folder: string;
  let cacheDir: string;
  let scriptRan: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mcp-risk-store-'));
    scriptRan = join(folder, 'script-ran');
    const touch = `node -e "require('node:fs').writeFileSync('${scriptRan}', '')"`;
    registry = await startFakeRegistry([
      {
        name: '@acme/server',
        version: '1.2.3',
        manifest: {
          bin: 'main.js',
          dependencies: { 'acme-part': '^1.0.0' },
          scripts: { preinstall: touch, install: touch, postinstall: touch },
        },
        files: { 'main.js': 'require("acme-part")' },
      },
      { name: 'acme-part', version: '1.0.0', files: { 'index.js': 'module.exports = 1' } },
      ...Object.entries(elsewhere).map(([name, wanted]) => ({
        name,
        version: '1.0.0',
        manifest: { dependencies: { 'acme-elsewhere': wanted } },
      })),
      {
        name: 'acme-alias',
        version: '1.0.0',
        manifest: {
          dependencies: { other: 'npm:acme-part@^1.0.0' },
          optionalDependencies: { 'acme-elsewhere': 'http://127.0.0.1:9/x.tgz' },
        },
      },
    ]);
    const { host } = new URL(registry.url);
    const userConfig = join(folder, 'npmrc');
    await writeFile(
      userConfig,
      [
        `//${host}/:_authToken=token-of-the-host`,
        'node-options=--bad',
        'https-proxy=http://127.0.0.1:9/',
        'noproxy=127.0.0.1',
        '@acme2:registry=https://acme.example/?token=registry-token',
      ].join('\n'),
    );
    // Read once by the store from this machine's npm.
    process.env.npm_config_userconfig = userConfig;
    process.env.npm_config_registry = registry.url;
    process.env.http_proxy = proxy;
  });
  after(async () => {
    delete process.env.http_proxy;
    await registry.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    cacheDir = await mkdtemp(join(folder, 'cache-'));
    registry.requests.length = 0;
    registry.beforeTarball = async () => {};
  });

  const install = (name: string, version?: string, more: object = {}) =>
    installNpmPackage(name, version, {
      cacheDir,
      limits: defaultLimits,
      signal: new AbortController().signal,
      ...more,
    });
  const ended = (kind: string, message: RegExp) => (error: unknown) => {
    assert.ok(error instanceof CrawlEnded, String(error));
    const { end } = error;
    assert.equal(end.kind === 'failed' ? end.step : end.kind, kind);
    assert.match(JSON.stringify(end), message);
    return true;
  };

  test('installs the version that was asked for with all it needs, and records its integrity', async () => {
    const installed = await install('@acme/server', '1.2.3');
    assert.equal(installed.version, '1.2.3');
    assert.equal(installed.integrity, registry.integrityOf('@acme/server'));
    assert.equal(
      await readFile(join(installed.folder, 'node_modules', 'acme-part', 'index.js'), 'utf8'),
      'module.exports = 1',
    );
  });

  test('takes the latest version when none is asked for', async () => {
    assert.equal((await install('@acme/server')).version, '1.2.3');
  });

  test('asks the registry nothing for a version that is stored', async () => {
    const first = await install('@acme/server', '1.2.3');
    registry.requests.length = 0;
    assert.deepEqual(await install('@acme/server', '1.2.3'), first);
    assert.deepEqual(registry.requests, []);
  });

  test('runs no script of a package', async () => {
    await install('@acme/server');
    assert.equal(existsSync(scriptRan), false);
  });

  test("goes to this machine's registry with none of its tokens", async () => {
    await install('@acme/server');
    assert.ok(registry.requests.length > 0);
    for (const { headers } of registry.requests) assert.equal(headers.authorization, undefined);
  });

  test('the password of a proxy is passed on in the environment and written nowhere', async () => {
    const { env, npmrc } = await hostNpm();
    assert.equal(env.HTTP_PROXY, proxy);
    assert.equal(env.HTTPS_PROXY, 'http://127.0.0.1:9/');
    assert.equal(env.NO_PROXY, '127.0.0.1');
    assert.match(npmrc, /^@acme2:registry="https:\/\/acme\.example\/"$/m);
    assert.doesNotMatch(npmrc, /proxy|password|token/);
  });

  test('what is installed names neither the registry nor a folder of this machine', async () => {
    const installed = await install('@acme/server', '1.2.3');
    const entries = await readdir(installed.folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    assert.ok(files.some(({ name }) => name === 'main.js'));
    for (const { parentPath, name } of files) {
      const text = await readFile(join(parentPath, name), 'utf8');
      assert.ok(!text.includes(cacheDir) && !text.includes(registry.url), name);
    }
  });

  test('what a package needs from outside the registry is not fetched', async () => {
    for (const name of Object.keys(elsewhere)) {
      const refused = ended('install', /needs acme-elsewhere from outside the registry/);
      await assert.rejects(install(name), refused, name);
    }
    const { folder: stored } = await install('acme-alias');
    assert.ok(existsSync(join(stored, 'node_modules', 'other', 'index.js')));
    assert.ok(!existsSync(join(stored, 'node_modules', 'acme-elsewhere')));
  });

  test('a package or version that is not there fails to resolve', async () => {
    await assert.rejects(install('acme-missing'), ended('resolve', /no such package or version/));
    await assert.rejects(install('acme-part', '9.9.9'), ended('resolve', /no such package/));
  });

  test('names and versions that would mean something else to an installer are refused unasked', async () => {
    const names = [
      '../x',
      '--flag',
      'a b',
      'git+ssh://x',
      'x@npm:y',
      '@a/b/c',
      '',
      'a'.repeat(300),
    ];
    for (const name of names) {
      await assert.rejects(install(name), ended('resolve', /no npm package name/), name);
    }
    for (const version of ['^1.0.0', 'file:../x', 'https://x', '1.0.0 --flag', 'npm:x', '*']) {
      await assert.rejects(
        install('acme-part', version),
        ended('resolve', /exact version/),
        version,
      );
    }
    assert.deepEqual(registry.requests, []);
  });

  test('another tarball than the entry names is refused, fresh or stored', async () => {
    const integrity = 'sha512-other';
    const differs = ended('install', /integrity differs/);
    await assert.rejects(install('acme-part', '1.0.0', { integrity }), differs);
    await install('acme-part', '1.0.0');
    await assert.rejects(install('acme-part', '1.0.0', { integrity }), differs);
  });

  test('a package over the limits is not stored', async () => {
    const limits = { ...defaultLimits, installBytes: 10 };
    await assert.rejects(
      install('acme-part', '1.0.0', { limits }),
      ended('install', /more than 10 bytes/),
    );
    assert.deepEqual(await readdir(join(cacheDir, 'npm', 'temporary')), []);
    assert.equal(existsSync(join(cacheDir, 'npm', 'packages')), false);
  });

  test('several installs of the same version at once end with one complete copy', async () => {
    const all = await Promise.all(
      Array.from({ length: 4 }, () => install('@acme/server', '1.2.3')),
    );
    for (const installed of all) assert.deepEqual(installed, all[0]);
    assert.deepEqual(await readdir(join(cacheDir, 'npm', 'temporary')), []);
  });

  test('an interruption ends the installer at once and leaves nothing behind', async () => {
    const interruption = new AbortController();
    registry.beforeTarball = () => {
      interruption.abort(new Error('Ctrl-C'));
      return new Promise(() => {});
    };
    const { signal } = interruption;
    await assert.rejects(
      install('acme-part', '1.0.0', { signal }),
      ended('skipped', /interrupted/),
    );
    assert.deepEqual(await readdir(join(cacheDir, 'npm', 'temporary')), []);
  });

  test('kill -9 in the middle of an install leaves a store that the next install completes', async () => {
    const script = `
      const { installNpmPackage } = await import(${JSON.stringify(store)});
      const { defaultLimits } = await import(${JSON.stringify(store.replace('packages/npm-store', 'limits'))});
      const signal = new AbortController().signal;
      await installNpmPackage('acme-part', '1.0.0', { cacheDir: process.argv[1], limits: defaultLimits, signal });
    `;
    const asked = Promise.withResolvers<void>();
    registry.beforeTarball = () => {
      asked.resolve();
      return new Promise(() => {});
    };
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, cacheDir], {
      stdio: 'inherit',
    });
    await asked.promise;
    child.kill('SIGKILL');
    await once(child, 'exit');
    registry.beforeTarball = async () => {};
    assert.equal((await install('acme-part', '1.0.0')).version, '1.0.0');
  });
});
