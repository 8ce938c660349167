import { readFileSync } from 'node:fs';
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

function readIfThere(path: string): string[] {
  try {
    return [readFileSync(path, 'utf8')];
  } catch {
    return [];
  }
}
