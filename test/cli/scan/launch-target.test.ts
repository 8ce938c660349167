import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { launchLine } from '../../../cli/scan/consent.ts';
import { launchTarget } from '../../../cli/scan/launch-target.ts';
import { emptyFolder } from '../../../crawler/sandbox/sandbox.ts';
import type { PackageTarget } from '../../../crawler/server-entry.ts';

function started(command: string, ...args: string[]) {
  const target = { type: 'stdio' as const, command, args, env: {} };
  return launchTarget({ alias: 'a', pointer: '/mcpServers/a', disabled: false, target });
}

test('package runners become the package they run', () => {
  const npm = { type: 'npm', identifier: '@scope/server', args: ['--flag'], env: {} };
  assert.deepEqual(started('npx', '-y', '@scope/server', '--flag'), npm);
  assert.deepEqual(started('npx', '-y', '@scope/server@latest', '--flag'), npm);
  assert.deepEqual(started('cmd', '/c', 'npx', '@scope/server@1.2.3', '--flag'), {
    ...npm,
    version: '1.2.3',
  });
  assert.deepEqual(started('C:\\nodejs\\npx.cmd', '--package=@scope/server', 'bin', '--flag'), npm);
  assert.deepEqual(started('pnpm', 'dlx', '@scope/server', '--flag'), npm);
  assert.deepEqual(started('uvx', '--from', 'mcp-x==0.4', 'run-x', 'y'), {
    type: 'pypi',
    identifier: 'mcp-x',
    version: '0.4',
    args: ['y'],
    env: {},
  });
  assert.deepEqual(
    started('docker', 'run', '-i', '--rm', '-e', 'TOKEN', 'ghcr.io/o/mcp', 'stdio'),
    {
      type: 'oci',
      identifier: 'ghcr.io/o/mcp',
      args: ['stdio'],
      env: {},
    },
  );
});

test('a folder of this machine, which the sandbox hides, becomes an empty one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mcp-risk-notes-'));
  const words = [
    folder,
    `--root=${folder}/`,
    join(folder, 'graph.json'),
    '/usr/share',
    '/api/v1',
    'x',
  ];
  const stoodIn = [
    emptyFolder,
    `--root=${emptyFolder}`,
    `${emptyFolder}/file.json`,
    '/usr/share',
    '/api/v1',
    'x',
  ];
  const { args } = started('npx', '-y', '@scope/server', ...words) as PackageTarget;
  assert.deepEqual(args, stoodIn);
  assert.deepEqual((started('docker', 'run', 'image', folder) as PackageTarget).args, [folder]);
  const target = { type: 'stdio' as const, command: 'npx', args: ['server', folder], env: {} };
  const line = launchLine({ alias: 'a', pointer: '', disabled: false, target });
  assert.equal(line, 'a: start npm package server (an empty folder)');
  rmSync(folder, { recursive: true });
});

test('a bridge to a remote server becomes that server', () => {
  const remote = { type: 'sse', url: 'https://mcp.example/sse', headers: {} };
  assert.deepEqual(started('npx', '-y', 'mcp-remote@latest', 'https://mcp.example/sse'), remote);
  const header = ['--header', 'Authorization: Bearer x'];
  assert.deepEqual(started('npx', 'mcp-remote', 'https://mcp.example/mcp', ...header), {
    type: 'streamable-http',
    url: 'https://mcp.example/mcp',
    headers: {},
  });
  assert.equal(started('npx', 'mcp-remote', '--help').type, 'npm');
});

test('anything that is no plain package call stays a command', () => {
  for (const words of [
    ['node', 'server.js'],
    ['npx', '-c', 'rm -rf ~'],
    ['npx', '../../evil'],
    ['npx', 'git+https://example.org/x'],
    ['docker', 'exec', 'box', 'server'],
    ['npx'],
    ['uvx', '--index-url', 'https://example.org/simple', 'server'],
    ['uvx', '--no-such-option', 'value', 'server'],
    ['docker', 'run', '--no-such-option', 'value', 'image'],
  ]) {
    const [command = '', ...args] = words;
    assert.equal(started(command, ...args).type, 'command', words.join(' '));
  }
});

test('no option is taken for the package', () => {
  const image = { type: 'oci', identifier: 'o/mcp', args: [], env: {} };
  assert.deepEqual(started('docker', 'run', '--pull', 'always', '--rm', 'o/mcp'), image);
  assert.deepEqual(
    started('docker', 'run', '--security-opt', 'no-new-privileges', '--pull=always', 'o/mcp'),
    image,
  );
  const python = { type: 'pypi', identifier: 'mcp-x', args: [], env: {} };
  assert.deepEqual(started('uvx', '--python-preference', 'system', '--quiet', 'mcp-x'), python);
});

test('the package is the configured one, whatever the environment holds', () => {
  const args = [
    '-y',
    '@modelcontextprotocol/server-github@1.2.3',
    '--mode',
    'github',
    'a-github-b',
  ];
  const target = { type: 'stdio' as const, command: 'npx', args, env: { SERVICE: 'github' } };
  assert.deepEqual(launchTarget({ alias: 'a', pointer: '', disabled: false, target }), {
    type: 'npm',
    identifier: '@modelcontextprotocol/server-github',
    version: '1.2.3',
    args: ['--mode', '_redacted_', 'a-github-b'],
    env: { SERVICE: 'x' },
  });
});
