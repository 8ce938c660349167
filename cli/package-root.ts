import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** This file is `cli/` in a checkout and `dist/cli/` in the packed package. */
const root = new URL(
  existsSync(new URL('../package.json', import.meta.url)) ? '../' : '../../',
  import.meta.url,
);

/** Absolute path of a file the package ships, e.g. `data/servers.jsonl`. */
export function packageFile(path: string): string {
  return fileURLToPath(new URL(path, root));
}
