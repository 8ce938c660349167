import { statSync } from 'node:fs';
import { plain } from './terminal.ts';
import { UserError } from './user-error.ts';

/** What no server's name looks like. */
const path = /^(?:\.{0,2}\/|~\/|[a-z]:\\)|\.(?:jsonc?|jsonl|toml|ya?ml)$/i;

/**
 * Whether an argument that may be a server's name as well is the path of a file or a pipe; a folder of that name is
 * none.
 * @throws UserError for what can only be a path, and no file is there
 */
export function namesFile(argument: string): boolean {
  const stats = statSync(argument, { throwIfNoEntry: false });
  if (stats !== undefined && (stats.isFile() || stats.isFIFO())) return true;
  if (path.test(argument))
    throw new UserError(`cannot read ${plain(argument)}: there is no such file`);
  return false;
}
