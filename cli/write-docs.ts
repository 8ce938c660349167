// npm run docs: the files below docs/ that are made of the code.
import { writeFileSync } from 'node:fs';
import { loadCommands } from './commands/index.ts';
import { packageFile } from './package-root.ts';
import { cliReference } from './reference.ts';

writeFileSync(packageFile('docs/cli.md'), cliReference(await loadCommands()));
