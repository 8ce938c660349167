import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { defaultLimits } from '../../crawler/limits.ts';
import { installFolder } from '../../crawler/sandbox/install-folder.ts';
import { emptyFolder } from '../../crawler/sandbox/sandbox.ts';
import { sandboxExec } from '../../crawler/sandbox/sandbox-exec.ts';

/** The folders that a rule of the profile names. */
function subpaths(profile: string, rule: string): string[] {
  const line = profile.split('\n').find((text) => text.startsWith(`(allow ${rule} `)) ?? '';
  return [...line.matchAll(/\(subpath ("(?:[^"\\]|\\.)*")\)/g)].map(([, path]) =>
    JSON.parse(path ?? ''),
  );
}

test('the profile opens the package, the interpreter and a home of its own, and nothing else', async (t) => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'mcp-risk-"quoted"-')));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const interpreter = join(folder, 'runtime', 'bin', 'node');
  await mkdir(dirname(interpreter), { recursive: true });
  await writeFile(interpreter, '');
  const code = join(folder, 'code');
  const launch = await sandboxExec.confine(
    {
      folder: code,
      entry: 'main.js',
      interpreter,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: what bundles write for their folder
      args: ['${__dirname}/x', '; rm', `--root=${emptyFolder}`],
      env: { K: 'v' },
    },
    defaultLimits.sandbox,
  );
  assert.equal(launch.command, '/usr/bin/sandbox-exec');
  const [flag, profile = '', shell, c, script = '', zero, ...command] = launch.args;
  assert.deepEqual([flag, shell, c, zero], ['-p', '/bin/sh', '-c', 'sh']);
  assert.match(script, /^ulimit -c 0 -n 1024 -t 60 -f 131072 && exec "\$@"$/);
  assert.deepEqual(command, [
    interpreter,
    join(code, 'main.js'),
    join(code, 'x'),
    '; rm',
    `--root=${launch.cwd}`,
  ]);
  assert.match(profile, /^\(version 1\)\n\(deny default\)\n/);
  assert.match(profile, /\n\(deny network\*\)\n$/);
  const system = ['/usr', '/bin', '/System', '/Library/Apple', '/private/etc/ssl', '/dev'];
  const home = launch.cwd;
  assert.deepEqual(subpaths(profile, 'file-read*'), [
    ...system,
    ...[code, join(folder, 'runtime'), home],
  ]);
  assert.deepEqual(subpaths(profile, 'file-write*'), [home]);
  assert.deepEqual(Object.keys(launch.env).sort(), ['HOME', 'K', 'LANG', 'PATH', 'TMPDIR']);
  await launch.end?.();
  assert.ok(!existsSync(home));
});

test('an interpreter in the home folder does not open the home folder', () => {
  assert.equal(installFolder('/opt/node/bin/node'), '/opt/node');
  assert.equal(installFolder(join(homedir(), '.nvm/v24/bin/node')), join(homedir(), '.nvm/v24'));
  assert.equal(installFolder(join(homedir(), 'bin/node')), undefined);
  assert.equal(installFolder(join(dirname(homedir()), 'bin/node')), undefined);
  assert.equal(installFolder('/bin/node'), undefined);
  assert.equal(installFolder('/node'), undefined);
});
