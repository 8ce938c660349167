import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { crawlServer } from '../../../crawler/crawl.ts';
import { crawlContext } from '../../../crawler/crawl-context.ts';
import { defaultLimits } from '../../../crawler/limits.ts';
import { containerSandbox, findContainerEngine } from '../../../crawler/sandbox/container.ts';
import { findSandbox } from '../../../crawler/sandbox/find-sandbox.ts';
import type { PackageTarget, ServerEntry } from '../../../crawler/server-entry.ts';
import { hostileEntry, installHostilePackage } from '../hostile-package.ts';

const servers = fileURLToPath(new URL('../../servers/', import.meta.url));
const digest = `sha256:${'a'.repeat(64)}`;
const server = ['node', join(servers, 'hostile-server.mjs'), 'honest'];
const pathBefore = process.env.PATH;

interface Call {
  command: string;
  words: string[];
  host: string;
  config: string;
  environment: string[];
}

const image = (identifier: string, more: Partial<PackageTarget> = {}): ServerEntry => ({
  id: 'x/image',
  registry: 'user',
  status: 'active',
  targets: [{ type: 'oci', identifier, args: [], env: {}, ...more }],
});

describe('containers', () => {
  let folder: string;
  before(() => {
    process.env.A_SECRET_OF_THE_HOST = 'x';
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mcp-risk-containers-'));
  });
  afterEach(async () => {
    process.env.PATH = pathBefore;
    await rm(folder, { recursive: true, force: true });
  });

  /** Puts an engine of that name before all other commands; its registry has these images. */
  function fakeEngine(name: 'docker' | 'podman', images: Record<string, object> = {}): void {
    const bin = join(folder, 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(folder, 'images.json'), JSON.stringify(images));
    const program = [process.execPath, join(servers, 'fake-docker.mjs'), folder];
    const words = program.map((word) => `"${word}"`).join(' ');
    writeFileSync(join(bin, name), `#!/bin/sh\nexec ${words} "$@"\n`);
    chmodSync(join(bin, name), 0o755);
    process.env.PATH = [bin, pathBefore].join(delimiter);
  }

  const calls = (command: string): Call[] =>
    readFileSync(join(folder, 'calls'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line))
      .filter((call: Call) => call.command === command);

  const crawl = (entry: ServerEntry, limits = defaultLimits) =>
    crawlServer(
      entry,
      crawlContext({ cacheDir: join(folder, 'cache'), sandbox: undefined, limits }),
    );

  const { memoryBytes, processes, openFiles, cpuSeconds, fileBytes } = defaultLimits.sandbox;
  const confinement = (name: string) => [
    ...['--rm', '--interactive', '--init', '--name', name, '--pull', 'never'],
    ...['--network', 'none', '--read-only', '--log-driver', 'none', '--hostname', 'sandbox'],
    ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
    ...['--memory', `${memoryBytes}`, '--memory-swap', `${memoryBytes}`],
    ...['--pids-limit', `${processes}`, '--ulimit', `nofile=${openFiles}`],
    ...['--ulimit', `cpu=${cpuSeconds}`, '--ulimit', `fsize=${fileBytes}`, '--ulimit', 'core=0'],
    ...['--tmpfs', `/tmp:rw,mode=1777,size=${fileBytes}`],
    ...['--env', 'HOME=/tmp', '--env', 'TMPDIR=/tmp', '--env', 'LANG=C.UTF-8'],
  ];
  const nameIn = (words: readonly string[]) => words[words.indexOf('--name') + 1] ?? '';

  test('an image is pulled, run with every limit, ended and taken away again', async () => {
    const name = 'ghcr.io/acme/server:1.0';
    const found = { Size: 5_000, RepoDigests: [`ghcr.io/acme/server@${digest}`] };
    fakeEngine('docker', { [name]: { ...found, entrypoint: server } });
    const given = { args: ['serve', '--all'], env: { KEY: 'a b=c' } };
    const target = { version: '1.0', ...given, leftOut: ['--mount'] };
    const outcome = await crawl(image('ghcr.io/acme/server', target));
    assert.ok(outcome.kind === 'listed', JSON.stringify(outcome));
    assert.deepEqual(outcome.provenance, {
      target: 'oci',
      package: 'ghcr.io/acme/server',
      version: '1.0',
      integrity: digest,
      leftOut: ['--mount'],
    });
    assert.deepEqual(
      calls('pull').map(({ words }) => words),
      [['--quiet', name]],
    );
    const [run, ...more] = calls('run');
    assert.deepEqual(more, []);
    const container = nameIn(run?.words ?? []);
    assert.match(container, /^mcp-risk-[0-9a-f-]{36}$/);
    assert.deepEqual(run?.words, [
      ...confinement(container),
      ...['--env', 'KEY=a b=c', name, 'serve', '--all'],
    ]);
    assert.deepEqual(
      calls('kill').map(({ words }) => words),
      [[container]],
    );
    assert.deepEqual(calls('image').at(-1)?.words, ['rm', name]);
    for (const command of ['pull', 'image', 'run', 'kill']) {
      for (const { host, config, environment } of calls(command)) {
        assert.deepEqual([host, config], ['unix:///fake.sock', '{}'], 'no login is passed on');
        assert.ok(!environment.includes('A_SECRET_OF_THE_HOST'));
      }
    }
  });

  test('an image that was here before stays', async () => {
    const name = 'acme/server:2';
    fakeEngine('docker', { [name]: { Size: 1, RepoDigests: [], entrypoint: server } });
    writeFileSync(join(folder, 'local.json'), JSON.stringify([name]));
    const outcome = await crawl(image(name));
    assert.equal(outcome.kind, 'listed', JSON.stringify(outcome));
    assert.deepEqual(new Set(calls('image').map(({ words }) => words[0])), new Set(['inspect']));
  });

  test('an image that is too large is refused and does not stay', async () => {
    const name = 'quay.io/acme/huge:1';
    fakeEngine('docker', { [name]: { Size: 2_000, RepoDigests: null, entrypoint: server } });
    const outcome = await crawl(image(name), { ...defaultLimits, installBytes: 1_999 });
    assert.ok(outcome.kind === 'failed' && outcome.step === 'install', JSON.stringify(outcome));
    assert.match(outcome.message, /more than 1999 bytes/);
    assert.deepEqual(calls('image').at(-1)?.words, ['rm', name]);
    assert.deepEqual(calls('run'), []);
  });

  test('an image that its registry does not have fails to resolve', async () => {
    fakeEngine('podman');
    const outcome = await crawl(image('docker.io/acme/none', { version: '1' }));
    assert.ok(outcome.kind === 'failed' && outcome.step === 'resolve', JSON.stringify(outcome));
  });

  test('only public registries are named to the engine', async () => {
    fakeEngine('docker');
    for (const name of [
      ...['localhost/x', 'localhost:5000/x', '127.0.0.1/x', '10.0.0.1:5000/a/b', '[::1]/x'],
      ...['registry.internal/x', 'ghcr.io.evil.test/x', 'ghcr.io:444/x', 'evil.test:443/x'],
      ...['a.gcr.io.evil.test/x', 'xgcr.io/x', 'docker.io.:80/x', 'metadata.google.internal/x'],
    ]) {
      const { kind } = await crawl(image(name));
      assert.ok(kind === 'skipped' || kind === 'failed', name);
      assert.ok(!existsSync(join(folder, 'calls')), `${name}: the engine was asked`);
    }
    for (const name of [
      ...['x', 'acme/x', 'docker.io/acme/x', 'ghcr.io/a/b', 'quay.io/a/b', 'eu.gcr.io/a/b'],
      ...['us-docker.pkg.dev/a/b/c', 'mcr.microsoft.com/a/b', 'public.ecr.aws/a/b'],
      ...['registry.gitlab.com/a/b', `ghcr.io/a/b@${digest}`, 'ghcr.io/a/b:V1.0-RC'],
    ]) {
      await crawl(image(name));
      assert.equal(calls('pull').at(-1)?.words.at(-1), name);
    }
  });

  for (const name of ['docker', 'podman'] as const) {
    test(`${name} as a sandbox sees the package alone, read-only, at another path`, async () => {
      const node = 'docker.io/library/node:24-slim';
      fakeEngine(name, { [node]: { Size: 1, RepoDigests: [] } });
      const cacheDir = join(folder, 'cache');
      await installHostilePackage(cacheDir);
      const engine = await findContainerEngine(cacheDir, [name]);
      assert.equal(engine?.name, name);
      const sandbox = engine && containerSandbox(engine);
      const outcome = await crawlServer(
        hostileEntry('honest'),
        crawlContext({ cacheDir, sandbox }),
      );
      assert.ok(outcome.kind === 'listed', JSON.stringify(outcome));
      const [run] = calls('run');
      const container = nameIn(run?.words ?? []);
      const given = run?.words.slice(confinement(container).length) ?? [];
      assert.deepEqual(run?.words.slice(0, -given.length), confinement(container));
      const mount = `${join(cacheDir, 'npm/packages/hostile-server@1.0.0')}:/package:ro`;
      const entry = '/package/node_modules/hostile-server/hostile-server.mjs';
      assert.deepEqual(given.slice(given.indexOf('--volume')), [
        ...['--volume', mount, '--entrypoint', 'node', node, entry, 'honest'],
      ]);
      assert.deepEqual(calls('kill').at(-1)?.words, [container]);
    });
  }

  test('an engine that isolates nothing is no sandbox, although it is the one chosen', async () => {
    const node = 'docker.io/library/node:24-slim';
    fakeEngine('docker', { [node]: { Size: 1, RepoDigests: [] } });
    assert.equal(await findSandbox(join(folder, 'cache'), 'docker'), undefined);
    assert.equal(calls('run').length, 1, 'it was tried');
    assert.equal(await findSandbox(join(folder, 'cache'), 'sandbox-exec'), undefined);
  });
});
