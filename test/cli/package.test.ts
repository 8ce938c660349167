import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { projectRoot, temporaryHome } from './run-cli.ts';

const run = promisify(execFile);

test('the packed package, installed in an empty folder, labels, builds and shows its help', async (t) => {
  const folder = temporaryHome(t);
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], {
    cwd: projectRoot,
    maxBuffer: 64 * 1024 * 1024,
  });
  assert.ok(stdout.length > 0);
  const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz')) ?? '';
  const project = join(folder, 'project');
  await mkdir(project);
  await writeFile(join(project, 'package.json'), '{"private": true}');
  await run('npm', ['install', '--no-audit', '--no-fund', join(folder, tarball)], {
    cwd: project,
    maxBuffer: 64 * 1024 * 1024,
  });
  const bin = join(project, 'node_modules', '.bin', 'mcp-risk');
  const home = join(folder, 'home');
  const env = { ...process.env, MCP_RISK_HOME: home, DATABASE_URL: '' };
  const mcpRisk = (...args: string[]) => run(bin, args, { cwd: project, env });

  assert.match((await mcpRisk('--help')).stdout, /Your own machine:/);
  assert.match((await mcpRisk('scan', '--help')).stdout, /--catalog-only/);
  await mcpRisk('start', '--offline', '--no-serve');
  assert.ok(existsSync(join(home, 'site', 'index.html')));
  const status = JSON.parse((await mcpRisk('status', '--json')).stdout);
  assert.ok(status.tools.current > 1000, `${status.tools.current} tools from the snapshot`);
});
