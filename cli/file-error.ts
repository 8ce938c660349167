import { plain } from './terminal.ts';
import { UserError } from './user-error.ts';

/** What the file system said about a file that the user named, as a mistake of the user; any other error as it is. */
export function fileError(what: 'read' | 'write', path: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  if (!('path' in error) && error.code !== 'EISDIR') return error;
  return new UserError(`cannot ${what} ${plain(path)}: ${String(error.code)}`, { cause: error });
}
