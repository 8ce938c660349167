import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launchTarget } from '../../../cli/scan/launch-target.ts';

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

test('anything that is no plain package call stays a command', () => {
  for (const words of [
    ['node', 'server.js'],
    ['npx', '-c', 'rm -rf ~'],
    ['npx', '../../evil'],
    ['npx', 'git+https://example.org/x'],
    ['docker', 'exec', 'box', 'server'],
    ['npx'],
  ]) {
    const [command = '', ...args] = words;
    assert.equal(started(command, ...args).type, 'command', words.join(' '));
  }
});
