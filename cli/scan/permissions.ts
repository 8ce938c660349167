import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { absolutePaths, type Configuration, surroundings } from './find-configurations.ts';

/** The texts that decide what a client lets run: its permission files where they exist, and the configuration itself. */
export function permissionsReader(): (configuration: Configuration) => string[] {
  const where = surroundings();
  const known = new Map<string, string[]>();
  return ({ client, text }) => {
    let texts = known.get(client.id);
    if (!texts) {
      const paths = absolutePaths(client.permissionPaths(where.platform, where.home), where);
      texts = paths.flatMap(readIfThere);
      known.set(client.id, texts);
    }
    return texts.includes(text) ? texts : [text, ...texts];
  };
}

/** A path that ends in `/` is a folder of TOML files. */
function readIfThere(path: string): string[] {
  try {
    if (!path.endsWith('/')) return [readFileSync(path, 'utf8')];
    const names = readdirSync(path).filter((name) => name.endsWith('.toml'));
    return names.sort().flatMap((name) => readIfThere(join(path, name)));
  } catch {
    return [];
  }
}
