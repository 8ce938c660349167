// npm run docs: the files below docs/ that are made of the code.
import { writeFileSync } from 'node:fs';
import { commands } from './commands/index.ts';
import { packageFile } from './package-root.ts';
import { cliReference } from './reference.ts';

const all = await Promise.all(Object.values(commands).map(({ load }) => load()));
writeFileSync(packageFile('docs/cli.md'), cliReference(all));
