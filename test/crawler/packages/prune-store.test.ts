import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { defaultLimits } from '../../../crawler/limits.ts';
import { hostNpm } from '../../../crawler/packages/host-npm.ts';
import { installNpmPackage } from '../../../crawler/packages/npm-store.ts';
import { pruneStore } from '../../../crawler/packages/prune-store.ts';
import { fillStore } from '../../../crawler/packages/store-folder.ts';
import { startFakeRegistry } from '../fake-registry.ts';

const day = 86_400_000;

test('what no crawl has used for two weeks goes, with its files in the shared store', async (t) => {
  const cacheDir = await mkdtemp(join(tmpdir(), 'mcp-risk-prune-'));
  const files = (name: string) => ({ 'main.js': `// only in ${name}` });
  const packages = ['acme-old', 'acme-new', 'acme-found'];
  const registry = await startFakeRegistry(
    packages.map((name) => ({ name, version: '1.0.0', files: files(name) })),
  );
  t.after(async () => {
    await registry.close();
    await rm(cacheDir, { recursive: true, force: true });
  });
  const host = await hostNpm();
  Object.assign(host, { registry: registry.url, npmrc: `registry=${registry.url}\n` });
  const { signal } = new AbortController();
  const install = (name: string) =>
    installNpmPackage(name, '1.0.0', { cacheDir, limits: defaultLimits, signal });
  for (const name of packages) await install(name);
  const bundle = join(cacheDir, 'mcpb', 'bundles', 'abc');
  await fillStore(
    join(cacheDir, 'mcpb', 'temporary'),
    async (draft) => {
      await writeFile(join(draft, 'x'), '');
      return { version: '1' };
    },
    () => bundle,
  );

  const folderOf = (name: string) => join(cacheDir, 'npm', 'packages', `${name}@1.0.0`);
  const longAgo = new Date(Date.now() - 15 * day);
  for (const folder of [folderOf('acme-old'), folderOf('acme-found'), bundle]) {
    await utimes(join(folder, 'installed.json'), longAgo, longAgo);
  }
  await install('acme-found');
  const before = await storedFiles(cacheDir);
  assert.equal(await pruneStore(cacheDir, new Date()), 2);
  assert.deepEqual((await readdir(join(cacheDir, 'npm', 'packages'))).sort(), [
    'acme-found@1.0.0',
    'acme-new@1.0.0',
  ]);
  assert.ok(!existsSync(bundle));
  assert.ok((await storedFiles(cacheDir)) < before, 'pnpm keeps no file of it');
  assert.equal(await pruneStore(cacheDir, new Date()), 0);
  await install('acme-old');
  assert.ok(existsSync(folderOf('acme-old')), 'it is installed again when it is wanted');
});

async function storedFiles(cacheDir: string): Promise<number> {
  const store = join(cacheDir, 'npm', 'store');
  const entries = await readdir(store, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && entry.parentPath.includes('files')).length;
}
