import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openOutput } from '../../cli/output-file.ts';
import { projectRoot, temporaryHome } from './run-cli.ts';

test('a failed write leaves nothing beside the file, whichever step fails', async (t) => {
  const folder = temporaryHome(t);
  const path = join(folder, 'out.json');
  const output = openOutput(path);
  await output.write('x');
  // A folder of the name since: the rename fails.
  mkdirSync(path);
  await assert.rejects(output.finish(), { name: 'UserError', message: /cannot write/ });
  assert.deepEqual(readdirSync(folder), ['out.json']);
  const discarded = openOutput(join(folder, 'other.json'));
  await discarded.write('x');
  await discarded.discard();
  assert.deepEqual(readdirSync(folder), ['out.json']);
  const missing = openOutput(join(folder, 'missing', 'out.json'));
  await assert.rejects(missing.finish(), { name: 'UserError' });
});

test('an interrupted program leaves nothing beside the file', (t) => {
  const folder = temporaryHome(t);
  const program = `
    import { openOutput } from ${JSON.stringify(join(projectRoot, 'cli/output-file.ts'))};
    import { readdirSync } from 'node:fs';
    const output = openOutput(${JSON.stringify(join(folder, 'out.json'))});
    await output.write('x'.repeat(1_000_000));
    process.stdout.write(String(readdirSync(${JSON.stringify(folder)}).length));
    process.exit(130);`;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  assert.equal(status, 130);
  assert.equal(stdout, '1');
  assert.deepEqual(readdirSync(folder), []);
});

test('a link planted under the temporary name is not followed', async (t) => {
  const folder = temporaryHome(t);
  const path = join(folder, 'out.json');
  const victim = join(folder, 'victim');
  writeFileSync(victim, 'kept');
  symlinkSync(victim, `${path}.${process.pid}.tmp`);
  const output = openOutput(path);
  await output.write('ours');
  await output.finish();
  assert.equal(readFileSync(path, 'utf8'), 'ours');
  assert.equal(readFileSync(victim, 'utf8'), 'kept');
});
