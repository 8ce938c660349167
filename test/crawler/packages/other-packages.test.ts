import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { crawlServer } from '../../../crawler/crawl.ts';
import { type CrawlContext, crawlContext } from '../../../crawler/crawl-context.ts';
import { findSandbox } from '../../../crawler/sandbox/find-sandbox.ts';
import type { PackageTarget, ServerEntry } from '../../../crawler/server-entry.ts';

const servers = fileURLToPath(new URL('../../servers/', import.meta.url));
const pathBefore = process.env.PATH;

function findPython(): string | undefined {
  try {
    return execFileSync('python3', ['-c', 'import sys; print(sys.executable)']).toString().trim();
  } catch {
    return undefined;
  }
}

describe('packages of other kinds', () => {
  const python = findPython();
  let folder: string;
  let context: CrawlContext;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mcp-risk-other-'));
    const cacheDir = join(folder, 'cache');
    context = crawlContext({ cacheDir, sandbox: await findSandbox(cacheDir) });
    assert.ok(context.sandbox, 'the tests need a sandbox; on Debian: apt-get install bubblewrap');
  });
  after(async () => {
    process.env.PATH = pathBefore;
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    process.env.PATH = pathBefore;
  });

  /** Puts a command of that name before all others. */
  function fakeCommand(name: string, script: string): void {
    const bin = join(folder, `bin-${name}`);
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}`);
    chmodSync(join(bin, name), 0o755);
    process.env.PATH = [bin, pathBefore].join(delimiter);
  }

  const entryOf = (target: Partial<PackageTarget> & Pick<PackageTarget, 'type'>): ServerEntry => ({
    id: 'x/other',
    registry: 'user',
    status: 'active',
    targets: [{ identifier: 'acme-mcp', args: [], env: {}, ...target }],
  });

  const uv = `
case "$1" in
  python) echo "${python}" ;;
  pip)
    while [ "$1" != --target ]; do shift; done
    site="$2"; spec="$3"
    echo "$spec" > "${'$'}{site%/*}/spec"
    case "$spec" in *missing*) echo "Because missing was not found in the package registry" >&2; exit 1 ;; esac
    mkdir -p "$site/acme_server" "$site/Acme_MCP-2.0.1.dist-info" "$site/other-1.dist-info"
    cp ${servers}server.py "$site/acme_server/cli.py"
    touch "$site/acme_server/__init__.py"
    printf '[gui_scripts]\\nx = evil:x\\n[console_scripts]\\nother = evil:x\\nacme-mcp = acme_server.cli:main\\n' \\
      > "$site/Acme_MCP-2.0.1.dist-info/entry_points.txt" ;;
esac
`;

  test('a PyPI package is installed by uv and runs confined', { skip: !python }, async () => {
    fakeCommand('uv', uv);
    const outcome = await crawlServer(entryOf({ type: 'pypi' }), context);
    assert.ok(outcome.kind === 'listed', JSON.stringify(outcome));
    assert.deepEqual(
      outcome.tools.map(({ name }) => name),
      ['from_python'],
    );
    assert.deepEqual(outcome.provenance, {
      target: 'pypi',
      package: 'acme-mcp',
      version: '2.0.1',
    });
  });

  test('a PyPI package that is not there fails to resolve', { skip: !python }, async () => {
    fakeCommand('uv', uv);
    const outcome = await crawlServer(entryOf({ type: 'pypi', identifier: 'missing' }), context);
    assert.ok(outcome.kind === 'failed' && outcome.step === 'resolve', JSON.stringify(outcome));
  });

  test('names and versions that mean something else to an installer are refused', async () => {
    fakeCommand('uv', 'touch "$0.called"');
    fakeCommand('docker', 'touch "$0.called"');
    const targets: (Partial<PackageTarget> & Pick<PackageTarget, 'type'>)[] = [
      { type: 'pypi', identifier: '--index-url=http://x' },
      { type: 'pypi', identifier: 'a @ http://x' },
      { type: 'pypi', version: '>=1' },
      { type: 'oci', identifier: '--privileged' },
      { type: 'oci', identifier: 'a b' },
      { type: 'oci', version: '-x' },
    ];
    for (const target of targets) {
      const outcome = await crawlServer(entryOf(target), context);
      assert.ok(outcome.kind === 'failed' && outcome.step === 'resolve', JSON.stringify(target));
    }
    for (const name of ['uv', 'docker']) {
      assert.ok(!existsSync(join(folder, `bin-${name}`, `${name}.called`)));
    }
  });

  test('without uv or a container engine they are skipped, and say what they need', async () => {
    process.env.PATH = folder;
    const pypi = await crawlServer(entryOf({ type: 'pypi' }), context);
    assert.deepEqual(pypi.kind === 'skipped' && pypi.reason, 'needs uvx');
    const oci = await crawlServer(entryOf({ type: 'oci' }), context);
    assert.deepEqual(oci.kind === 'skipped' && oci.reason, 'needs docker or podman');
  });

  test('without a sandbox no package is run', async () => {
    const unsafe = { ...context, sandbox: undefined };
    for (const type of ['npm', 'pypi', 'mcpb'] as const) {
      const outcome = await crawlServer(entryOf({ type }), unsafe);
      assert.deepEqual(outcome.kind === 'skipped' && outcome.reason, 'no sandbox');
    }
  });
});

describe('a command of the user', () => {
  const command: ServerEntry = {
    id: 'mine',
    registry: 'user',
    status: 'active',
    targets: [
      {
        type: 'command',
        command: process.execPath,
        args: [join(servers, 'hostile-server.mjs'), 'honest'],
        env: {},
      },
    ],
  };

  test('is not run, because it cannot be confined', async () => {
    const context = crawlContext({ cacheDir: tmpdir(), sandbox: undefined });
    const outcome = await crawlServer(command, context);
    assert.equal(outcome.kind, 'skipped');
  });

  test('is run when the user says so', async () => {
    const allowed = { cacheDir: tmpdir(), sandbox: undefined, allowUnsandboxed: true };
    const outcome = await crawlServer(command, crawlContext(allowed));
    assert.equal(outcome.kind, 'listed');
  });
});
