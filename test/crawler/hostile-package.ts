import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ServerEntry } from '../../crawler/server-entry.ts';

const servers = fileURLToPath(new URL('../servers', import.meta.url));

/** Puts test/servers into the crawler's store as the installed package hostile-server@1.0.0. */
export async function installHostilePackage(
  cacheDir: string,
  bin = 'hostile-server.mjs',
): Promise<void> {
  const folder = join(cacheDir, 'npm', 'packages', 'hostile-server@1.0.0');
  const packageFolder = join(folder, 'node_modules', 'hostile-server');
  await mkdir(packageFolder, { recursive: true });
  await cp(servers, packageFolder, { recursive: true });
  const installed = { name: 'hostile-server', version: '1.0.0', integrity: 'sha512-hostile' };
  await writeFile(join(folder, 'installed.json'), JSON.stringify(installed));
  await writeFile(
    join(packageFolder, 'package.json'),
    JSON.stringify({ name: 'hostile-server', version: '1.0.0', bin }),
  );
}

export function hostileEntry(...args: string[]): ServerEntry {
  return {
    id: 'hostile-server',
    registry: 'user',
    status: 'active',
    targets: [
      {
        type: 'npm',
        identifier: 'hostile-server',
        version: '1.0.0',
        args,
        env: { GIVEN: 'value' },
      },
    ],
  };
}
