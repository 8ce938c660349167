// npm run build: the JavaScript that the packed package carries, because Node strips no types under node_modules.
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { ensureRenderer } from '../site/renderer.ts';
import { packageFile } from './package-root.ts';

const dist = packageFile('dist');
rmSync(dist, { recursive: true, force: true });
console.error('compiling to dist/');
execFileSync(
  process.execPath,
  [packageFile('node_modules/typescript/bin/tsc'), '-p', packageFile('tsconfig.build.json')],
  { stdio: 'inherit' },
);
cpSync(packageFile('db/migrations'), packageFile('dist/db/migrations'), { recursive: true });
console.error('building the renderer of the pages, unless it is there');
cpSync(await ensureRenderer(), packageFile('dist/site/renderer'), { recursive: true });
