import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { readOptOuts } from '../../cli/opt-out.ts';
import { UserError } from '../../cli/user-error.ts';

let home: string;
before(async () => {
  home = await mkdtemp(join(tmpdir(), 'mcp-risk-opt-out-'));
});
after(() => rm(home, { recursive: true, force: true }));

it('reads the shipped list alone where the home directory has none', async () => {
  const optOut = await readOptOuts(home);
  assert.equal(optOut.hasHost('example.com'), false);
});

it('adds the list of the home directory', async () => {
  await writeFile(join(home, 'opt-out.txt'), 'host example.com\nserver a.b/c\n');
  const optOut = await readOptOuts(home);
  assert.equal(optOut.hasHost('mcp.example.com'), true);
  assert.equal(optOut.hasServer('a.b/c'), true);
});

it('names the line that it does not understand', async () => {
  await writeFile(join(home, 'opt-out.txt'), '\nplease stop\n');
  await assert.rejects(readOptOuts(home), (error: unknown) => {
    assert.ok(error instanceof UserError);
    assert.match(error.message, /opt-out\.txt: line 2/);
    return true;
  });
});
