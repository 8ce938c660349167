import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { defaultLimits, type SandboxLimits } from '../../crawler/limits.ts';
import { limited } from '../../crawler/sandbox/limited.ts';

const linux = process.platform === 'linux' ? {} : { skip: 'prlimit is of Linux' };
const withDash = existsSync('/usr/bin/dash') ? linux : { skip: 'this machine has no dash' };
const limits = defaultLimits.sandbox;

/** The environment and the limits that a command finds itself with. */
function found(words: string[]): { env: string[]; limits: string[] } {
  const [command = '', ...args] = [...words, '/bin/cat', '/proc/self/environ', '/proc/self/limits'];
  const child = spawnSync(command, args, { env: { PATH: '/usr/bin:/bin' }, encoding: 'utf8' });
  assert.equal(child.status, 0, child.stderr);
  const start = child.stdout.indexOf('Limit    ');
  const rows = /^Max (?:data|open|processes|cpu|file size|core).*$/gm;
  return {
    env: child.stdout.slice(0, start).split('\0').filter(Boolean).sort(),
    limits: child.stdout.slice(start).match(rows) ?? [],
  };
}

describe('a command that is limited', linux, () => {
  test('has the same limits and environment by dash as by prlimit and env', withDash, () => {
    const env = { PATH: '/usr/bin', HOME: '/tmp', LANG: 'C.UTF-8', IFS: 'x', LD_DEBUG: '' };
    const byDash = found(limited(limits, env, true));
    assert.deepEqual(byDash, found(limited(limits, env, false)));
    assert.deepEqual(
      byDash.env,
      Object.entries(env)
        .map((pair) => pair.join('='))
        .sort(),
    );
    assert.equal(byDash.limits.length, 6);
  });

  test('gets values as they are, whatever they mean to a shell', withDash, () => {
    const texts = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[A-Z_]{1,9}$/), texts, { maxKeys: 12 }),
        (env) => {
          const pairs = Object.entries(env).map(([name, value]) => `${name}=${value}`);
          assert.deepEqual(found(limited(limits, env, true)).env, pairs.sort());
        },
      ),
      {
        numRuns: 30,
        examples: [
          [{ A: '$(touch /tmp/x)', B: '`id`', C: '" && id #', D: "'\n;&|<>*~", E: '$1' }],
          [{ A: '', PWD: 'here', OLDPWD: 'x', PS4: '$(id)', ENV: '/tmp/x', PPID: 'y', MAIL: 'z' }],
        ],
      },
    );
  });

  for (const name of ['A-B', 'a.b', 'ä', '1A', 'OPTIND', '$(id)', 'A B', '__proto__.x']) {
    test(`has a variable that no shell can say: ${name}`, () => {
      assert.deepEqual(found(limited(limits, { [name]: 'x' })).env, [`${name}=x`]);
    });
  }

  test('is not started where a limit cannot be set', withDash, () => {
    const wrong: SandboxLimits = { ...limits, openFiles: 2 ** 40 };
    const [command = '', ...args] = [...limited(wrong, {}, true), '/bin/echo', 'started'];
    const child = spawnSync(command, args, { encoding: 'utf8' });
    assert.notEqual(child.status, 0);
    assert.equal(child.stdout, '');
  });
});
