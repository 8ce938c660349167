import { homedir } from 'node:os';
import { dirname, sep } from 'node:path';

/**
 * The folder above the `bin` of an interpreter, where its own files are. Undefined when that is the
 * home folder or one around it: a Node or Python in `~/bin` would open all of it to foreign code.
 */
export function installFolder(interpreter: string): string | undefined {
  const folder = dirname(dirname(interpreter));
  const around = folder === sep ? sep : `${folder}${sep}`;
  return `${homedir()}${sep}`.startsWith(around) ? undefined : folder;
}
