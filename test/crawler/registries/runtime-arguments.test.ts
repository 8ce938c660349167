import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readRuntimeWords } from '../../../crawler/registries/runtime-arguments.ts';
import { readPackage } from '../../../crawler/registries/server-json-package.ts';

const image = { registryType: 'oci', identifier: 'ghcr.io/a/b', runtimeHint: 'docker' };
const named = (name: string, value?: string, more: object = {}) => ({
  type: 'named',
  name,
  ...(value === undefined ? {} : { value }),
  ...more,
});
const positional = (value: string) => ({ type: 'positional', value });

test('variables for docker are taken, with stand-ins for what only a user has', () => {
  const variables = { kind: { choices: ['postgres', 'mysql'] }, api_key: { isSecret: true } };
  const read = readPackage({
    ...image,
    runtimeArguments: [
      named('-e', 'DB_KIND={kind}', { variables }),
      named('--env', 'KEY={api_key}', { variables }),
      ...['-e', 'REGION', '--env=A=b=c', '-eSHORT=1'].map(positional),
    ],
    environmentVariables: [{ name: 'KEY', value: 'of the entry' }],
  });
  assert.deepEqual(read?.env, {
    DB_KIND: 'postgres',
    KEY: 'of the entry',
    REGION: 'us-east-1',
    A: 'b=c',
    SHORT: '1',
  });
  assert.equal(read?.leftOut, undefined);
  assert.deepEqual(read?.args, []);
});

test('what opens the machine is never given to docker, and named', () => {
  const read = readPackage({
    ...image,
    runtimeArguments: [
      named('--mount', 'type=bind,src={path},dst=/x', { variables: { path: {} } }),
      named('-v', '/:/host'),
      named('--network', 'host'),
      named('--privileged', ''),
      ...['-v/etc:/etc', '--pid=host', '--env-file', '/root/.env', 'other/image'].map(positional),
      ...['--security-opt', 'seccomp=unconfined', '-e', 'A B=1', '-it'].map(positional),
    ],
    packageArguments: [positional('serve')],
  });
  assert.deepEqual(read, {
    type: 'oci',
    identifier: 'ghcr.io/a/b',
    args: ['serve'],
    env: {},
    leftOut: [
      ...['--mount', '-v', '--network', '--privileged', '--pid', '--env-file'],
      ...['a word', '--security-opt', '-e'],
    ],
  });
});

test('what the crawler does anyway is not named as left out', () => {
  const words = ['run', '-i', '--rm', '--interactive', '--init'].map(positional);
  assert.equal(readPackage({ ...image, runtimeArguments: words })?.leftOut, undefined);
  const npm = { registryType: 'npm', identifier: 'ok', runtimeHint: 'npx' };
  assert.deepEqual(readPackage({ ...npm, runtimeArguments: [named('-y')] }), {
    type: 'npm',
    identifier: 'ok',
    args: [],
    env: {},
  });
});

test('of what npx and uvx are told nothing else is taken', () => {
  const npm = readRuntimeWords('npm', ['--registry=http://evil.test', '-e', 'A=1', '-y']);
  assert.deepEqual(npm, { env: {}, leftOut: ['--registry', '-e'] });
  const pypi = readRuntimeWords('pypi', ['lone', '--from', 'git+https://evil.test', 'run']);
  assert.deepEqual(pypi, { env: {}, leftOut: ['a word', '--from'] });
});

test('a flag that the crawler has anyway hides no word behind it', () => {
  assert.deepEqual(readRuntimeWords('npm', ['-y', 'other-package']).leftOut, ['a word']);
  assert.deepEqual(readRuntimeWords('oci', ['run', '--rm', 'other/image']).leftOut, ['a word']);
});

test('whatever the words, only well-formed variables of docker come out of them', () => {
  const flag = fc.constantFrom('-e', '--env', '--env=', '-v', '--rm', '', '-', '--');
  fc.assert(
    fc.property(fc.array(fc.oneof(flag, fc.string({ unit: 'binary' }))), (words) => {
      const { env, leftOut } = readRuntimeWords('oci', words);
      for (const name of Object.keys(env)) assert.match(name, /^[A-Za-z_]\w*$/);
      for (const name of leftOut) assert.match(name, /^(?:--[\w-]{1,60}|-\w|a word)$/);
      assert.equal(new Set(leftOut).size, leftOut.length);
    }),
  );
});
