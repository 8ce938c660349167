import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../../policy/client.ts';
import { plain } from '../terminal.ts';
import {
  absolutePaths,
  type Configuration,
  type Surroundings,
  surroundings,
  type UnreadableFile,
} from './find-configurations.ts';

/** What decides what a client lets run, and the files of it that could not be read. */
export interface Permissions {
  /** Texts that the client's `today` reads, weakest first. */
  texts: string[];
  unreadable: UnreadableFile[];
}

/** A client's permission files where they exist, and the configuration itself. A broken file decides nothing. */
export function permissionsReader(
  where: Surroundings = surroundings(),
): (configuration: Configuration) => Permissions {
  const known = new Map<string, Permissions>();
  return ({ client, text }) => {
    const read = known.get(client.id) ?? readPermissions(client, where);
    known.set(client.id, read);
    const { texts, unreadable } = read;
    return { texts: texts.includes(text) ? texts : [text, ...texts], unreadable };
  };
}

function readPermissions(client: Client, where: Surroundings): Permissions {
  const texts: string[] = [];
  const unreadable: UnreadableFile[] = [];
  const paths = absolutePaths(client.permissionPaths(where.platform, where.home), where);
  for (const path of paths.flatMap((one) => filesAt(one, unreadable))) {
    try {
      const text = readFileSync(path, 'utf8');
      client.today?.([text], '', anyTool);
      texts.push(text);
    } catch (error) {
      if (isMissing(error)) continue;
      unreadable.push({ path, reason: plain((error as Error).message) });
    }
  }
  return { texts, unreadable };
}

/** Asked about only to see whether a file can be read. */
const anyTool = { name: '', inputSchema: {} };

/** A path that ends in `/` is a folder of TOML files. */
function filesAt(path: string, unreadable: UnreadableFile[]): string[] {
  if (!path.endsWith('/')) return [path];
  try {
    const names = readdirSync(path).filter((name) => name.endsWith('.toml'));
    return names.sort().map((name) => join(path, name));
  } catch (error) {
    if (!isMissing(error)) unreadable.push({ path, reason: plain((error as Error).message) });
    return [];
  }
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
