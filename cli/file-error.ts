import { plain } from './terminal.ts';
import { UserError } from './user-error.ts';

/** What the file system said about a file that the user named, as a mistake of the user; any other error as it is. */
export function fileError(what: 'read' | 'write', path: string, error: unknown): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  const code = String(error.code);
  if (!('path' in error) && !Object.hasOwn(reasons, code)) return error;
  const reason = what === 'write' && code === 'ENOENT' ? noFolder : (reasons[code] ?? code);
  return new UserError(`cannot ${what} ${plain(path)}: ${reason}`, { cause: error });
}

const noFolder = 'the folder it should stand in does not exist';

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};
