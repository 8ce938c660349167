#!/usr/bin/env node
// Starts the CLI on Node 24 or later: the running one where it is new enough, else the one the package brings.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = new URL('./main.ts', import.meta.url);
const compiled = new URL('../dist/cli/main.js', import.meta.url);
const main = existsSync(source) ? source : compiled;

if (Number.parseInt(process.versions.node, 10) >= 24) {
  module.enableCompileCache();
  await import(main.href);
} else {
  const bundled = module.createRequire(import.meta.url).resolve('node/package.json');
  const node = join(dirname(bundled), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`mcp-risk needs Node 24 and could not start its own: ${error.message}\n`);
    process.exit(2);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
}
