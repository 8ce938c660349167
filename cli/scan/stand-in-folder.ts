import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, parse } from 'node:path';
import { dummyValue } from '../../crawler/dummies.ts';

/** What the sandbox shows of this machine as it is. */
const shown = /^\/(?:usr|bin|sbin|lib\w*|proc|dev)(?:\/|$)/;
const empty = dummyValue({ name: 'folder' });

/**
 * A word of a command line with the sandbox's own empty folder in place of a folder of this machine, which a server
 * started in the sandbox would not find: `/home/me/notes`, `~/notes`, `--root=/home/me/notes`. A file that is in a
 * folder of this machine, or that the server is to make there, becomes one in that folder.
 */
export function withStandInFolder(word: string): string {
  const [, option = '', path = ''] = /^(--?[\w-]+=)?(.*)$/s.exec(word) ?? [];
  const place = path.replace(/^~(?=[\\/]|$)/, () => homedir());
  if (!isAbsolute(place) || shown.test(place) || /^[\\/]{2}/.test(place)) return word;
  if (isFolder(place)) return option + empty;
  const folder = dirname(place);
  if (folder === parse(folder).root || !isFolder(folder)) return word;
  return option + join(empty, basename(place));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
