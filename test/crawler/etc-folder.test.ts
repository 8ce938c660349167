import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { writeEtcFolder } from '../../crawler/sandbox/etc-folder.ts';

const run = promisify(execFile);
const root = mkdtempSync(join(tmpdir(), 'mcp-risk-etc-'));
const module = join(import.meta.dirname, '../../crawler/sandbox/etc-folder.ts');
after(() => rmSync(root, { recursive: true, force: true }));

function listing(folder: string): string[] {
  return readdirSync(folder, { recursive: true }).map(String).sort();
}

/** A folder of this machine's `/etc` that is copied: certificates, or what Debian keeps of alternatives. */
function copiedFolder(folder: string): string {
  const found = ['ssl/certs', 'alternatives', 'pki'].find((name) => {
    const stats = lstatSync(join(folder, name), { throwIfNoEntry: false });
    return stats?.isDirectory() && readdirSync(join(folder, name)).length > 0;
  });
  assert.ok(found, 'nothing of /etc was copied');
  return join(folder, found);
}

test('several processes write it at once, and each ends well', async () => {
  const folder = join(root, 'shared');
  const code = `import(${JSON.stringify(module)}).then((m) => m.writeEtcFolder(${JSON.stringify(folder)}))`;
  await Promise.all(Array.from({ length: 4 }, () => run(process.execPath, ['-e', code])));
  const alone = join(root, 'alone');
  writeEtcFolder(alone);
  assert.deepEqual(listing(folder), listing(alone));
  assert.match(readFileSync(join(folder, 'hosts'), 'utf8'), /localhost/);
});

test('what the machine does not have goes from the copy', () => {
  const folder = join(root, 'stale');
  writeEtcFolder(folder);
  const certificates = copiedFolder(folder);
  writeFileSync(join(certificates, 'distrusted.pem'), 'x');
  writeEtcFolder(folder);
  assert.ok(!readdirSync(certificates).includes('distrusted.pem'));
});

test('a draft that a killed process left goes, one that is being written stays', () => {
  const folder = join(root, 'drafts');
  writeEtcFolder(folder);
  const copied = copiedFolder(folder);
  const old = join(copied, '.draft-old');
  writeFileSync(old, 'x');
  const hoursAgo = new Date(Date.now() - 2 * 3_600_000);
  utimesSync(old, hoursAgo, hoursAgo);
  writeFileSync(join(copied, '.draft-new'), 'x');
  writeEtcFolder(folder);
  const left = readdirSync(copied).filter((name) => name.startsWith('.draft-'));
  assert.deepEqual(left, ['.draft-new']);
});

test('a link in the place of a folder is replaced and not followed', () => {
  const folder = join(root, 'linked');
  writeEtcFolder(folder);
  const copied = copiedFolder(folder);
  const elsewhere = join(root, 'elsewhere');
  mkdirSync(elsewhere);
  rmSync(copied, { recursive: true });
  symlinkSync(elsewhere, copied);
  writeEtcFolder(folder);
  assert.ok(lstatSync(copied).isDirectory());
  assert.deepEqual(readdirSync(elsewhere), []);
});
