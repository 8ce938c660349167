import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sqlFiles = async (directory: string) =>
  (await readdir(directory)).filter((name) => name.endsWith('.sql'));

test('the migrations make the tables of the schema: npm run db:generate finds nothing to add', async (t) => {
  const copy = await mkdtemp(join(tmpdir(), 'mcp-risk-migrations-'));
  t.after(() => rm(copy, { recursive: true, force: true }));
  await cp(join(root, 'db/migrations'), copy, { recursive: true });
  const before = await sqlFiles(copy);
  const generate = ['--dialect=postgresql', '--schema=./db/schema.ts', '--casing=snake_case'];
  await promisify(execFile)(
    process.execPath,
    [join(root, 'node_modules/drizzle-kit/bin.cjs'), 'generate', `--out=${copy}`, ...generate],
    { cwd: root },
  );
  assert.deepEqual(await sqlFiles(copy), before);
});
