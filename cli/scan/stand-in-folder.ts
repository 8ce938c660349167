import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, extname, isAbsolute, parse } from 'node:path';
import { emptyFolder } from '../../crawler/sandbox/sandbox.ts';
import type { ConfiguredServer } from '../../policy/client.ts';

/** What every sandbox shows of this machine, as it is or in parts. */
const shown = /^\/(?:usr|bin|sbin|lib\w*|etc|proc|dev)(?:\/|$)/;

/** The server with an empty folder of its own in place of each folder of this machine among its arguments. */
export function withStandInFolders(server: ConfiguredServer): ConfiguredServer {
  const { target } = server;
  if (target.type !== 'stdio') return server;
  return { ...server, target: { ...target, args: target.args.map(standIn) } };
}

/**
 * A sandbox hides `/home/me/notes`, `~/notes`, `--root=/home/me/notes`. A file that is in a folder of this machine, or
 * that the server is to make there, becomes one in the empty folder, of which only the ending of its name is kept.
 */
function standIn(word: string): string {
  const [, option = '', path = ''] = /^(--?[\w-]+=)?(.*)$/s.exec(word) ?? [];
  const place = path.replace(/^(?:~|\$\{HOME\})(?=[\\/]|$)/, () => homedir());
  if (!isAbsolute(place) || shown.test(place) || /^[\\/]{2}/.test(place)) return word;
  if (isFolder(place)) return option + emptyFolder;
  const folder = dirname(place);
  if (folder === parse(folder).root || !isFolder(folder)) return word;
  return `${option}${emptyFolder}/file${extname(place)}`;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
