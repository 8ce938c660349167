import { statSync } from 'node:fs';

/** Whether an argument is the path of a file or a pipe; a folder of that name is none. */
export function namesFile(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && (stats.isFile() || stats.isFIFO());
}
