import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

import { movingVariables } from '../../cli/scan/moved-folder.ts';

export interface CliResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

export const projectRoot = join(import.meta.dirname, '..', '..');
const bin = join(projectRoot, 'cli', 'bin.js');

/** Starts `mcp-risk` with its own data directory, as a user would. */
export function startCli(
  home: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
  cwd = process.cwd(),
): ChildProcess {
  const { DATABASE_URL: _, ...inherited } = process.env;
  for (const variable of movingVariables) delete inherited[variable];
  return spawn(process.execPath, [bin, ...args], {
    env: { ...inherited, MCP_RISK_HOME: home, NO_COLOR: '1', ...env },
    cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

export async function finished(child: ChildProcess, input = ''): Promise<CliResult> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text));
  child.stdin?.end(input);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

export function runCli(
  home: string,
  args: string[],
  { env = {}, input = '' }: { env?: NodeJS.ProcessEnv; input?: string } = {},
): Promise<CliResult> {
  return finished(startCli(home, args, env), input);
}

/** A data directory of the test's own, removed with it. */
export function temporaryHome(t: TestContext): string {
  const home = mkdtempSync(join(tmpdir(), 'mcp-risk-test-'));
  t.after(() => rmSync(home, { recursive: true, force: true, maxRetries: 3 }));
  return home;
}
