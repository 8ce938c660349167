import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OptOut, readOptOut } from '../crawler/guard/opt-out.ts';
import { packageFile } from './package-root.ts';
import { UserError } from './user-error.ts';

/**
 * Who is not crawled: the list that the package ships and `opt-out.txt` in the home directory.
 * @throws UserError for a line that says neither host nor server: a wish nobody understood is not obeyed
 */
export async function readOptOuts(home: string): Promise<OptOut> {
  const own = join(home, 'opt-out.txt');
  const lists = await Promise.all([read(packageFile('data/opt-out.txt')), readIfThere(own)]);
  return {
    hasHost: (hostname) => lists.some((list) => list.hasHost(hostname)),
    hasServer: (serverId) => lists.some((list) => list.hasServer(serverId)),
  };
}

async function readIfThere(path: string): Promise<OptOut> {
  try {
    return await read(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return readOptOut('');
    throw error;
  }
}

async function read(path: string): Promise<OptOut> {
  const text = await readFile(path, 'utf8');
  try {
    return readOptOut(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError(`${path}: ${error.message}`, { cause: error });
  }
}
