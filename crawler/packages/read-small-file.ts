import { readFileSync, statSync } from 'node:fs';

/** No manifest of a package comes near; as objects a JSON text takes many times its size. */
const mostBytes = 4 * 2 ** 20;

/**
 * A text file of a foreign package, without a byte order mark: npm and pnpm accept one.
 * @throws {Error} when it is not there, is no file or has more than 4 MiB
 */
export function readSmallFile(path: string): string {
  const stats = statSync(path);
  if (!stats.isFile()) throw new Error('not a file');
  if (stats.size > mostBytes) throw new Error(`more than ${mostBytes} bytes`);
  return new TextDecoder().decode(readFileSync(path));
}
