import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { test } from 'node:test';
import { defaultLimits } from '../../crawler/limits.ts';
import { bubblewrap } from '../../crawler/sandbox/bubblewrap.ts';

test('a file named bwrap in the working folder, or a folder of that name, is never the sandbox', async (t) => {
  const root = mkdtempSync(join(tmpdir(), 'mcp-risk-path-'));
  const before = { path: process.env.PATH, folder: process.cwd() };
  t.after(() => {
    process.chdir(before.folder);
    process.env.PATH = before.path;
    rmSync(root, { recursive: true, force: true });
  });
  const [foreign, bin] = [join(root, 'foreign'), join(root, 'bin')];
  for (const folder of [join(foreign, 'bwrap'), join(root, 'plain'), bin])
    mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, 'bwrap'), '#!/bin/sh\n', { mode: 0o755 });
  writeFileSync(join(root, 'plain', 'bwrap'), 'text', { mode: 0o644 });
  writeFileSync(join(bin, 'bwrap'), '#!/bin/sh\n', { mode: 0o755 });
  process.chdir(root);
  process.env.PATH = ['', '.', 'bin', foreign, join(root, 'plain'), bin].join(delimiter);
  const sandbox = bubblewrap('user-namespace', join(root, 'sandbox'));
  const program = { folder: root, entry: 'server.mjs', args: [], env: {} };
  const { command } = await sandbox.confine(program, defaultLimits.sandbox);
  assert.equal(command, join(bin, 'bwrap'));
});
