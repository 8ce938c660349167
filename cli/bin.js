#!/usr/bin/env node
// Starts the CLI on Node 24 or later: the running one where it is new enough, else the one the package brings.
import { existsSync } from 'node:fs';
import * as module from 'node:module';

const isCheckout = existsSync(new URL('./main.ts', import.meta.url));
const source = (name) =>
  new URL(isCheckout ? `./${name}.ts` : `../dist/cli/${name}.js`, import.meta.url).href;
const isNew = Number.parseInt(process.versions.node, 10) >= 24;
const asked = process.argv.slice(2).join(' ');

if (isNew) module.enableCompileCache();
// The overview needs no parser, and as JavaScript any Node.
if ((asked === '--help' || asked === '-h') && (isNew || !isCheckout)) {
  const { overview } = await import(source('overview'));
  process.stdout.on('error', () => {}).write(overview());
} else if (isNew) {
  await import(source('main'));
} else {
  await startBundledNode();
}

async function startBundledNode() {
  const { spawn } = await import('node:child_process');
  const { dirname, join } = await import('node:path');
  const { fileURLToPath } = await import('node:url');
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
