import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeClientFiles } from '../../cli/policy/write-client-files.ts';
import type { Client } from '../../policy/client.ts';
import { clients } from '../../policy/clients/index.ts';
import { finished } from '../cli/run-cli.ts';
import { allCalls, expectedCalls, policy } from './example.ts';
import { startFakeModel } from './fake-model.ts';
import { readCalls, recordingServer, writeFile } from './real-client.ts';
import { alias, recordedTools, toolNames } from './recorded-tools.ts';

/** What it takes to start one client without a person. */
export interface Start {
  program: string;
  args: string[];
  /** Settings that name the model and the server. */
  settings(model: string, server: ReturnType<typeof recordingServer>): void;
  env?(model: string): Record<string, string>;
}

/** An edit of the client's weakest permission file, by which it lets other tools run. */
export type Variant = (text: string) => string;

/**
 * Lets a model call every tool through the client: with the policy as `mcp-risk policy --write` writes it, without,
 * and with each variant of the user's own permissions. What reached the server has to be what our evaluator allows,
 * and what `today` says is let run. Nobody is there to be asked: asking refuses.
 */
export async function checkAgent(
  id: string,
  home: string,
  startIn: (home: string) => Start,
  variants: readonly Variant[],
): Promise<void> {
  const client = clients.find((known) => known.id === id);
  assert.ok(client);
  const ours = await run(join(home, 'ours'), startIn, async () => {
    await writeClientFiles(client, [{ alias, policy }], { dryRun: false, format: {} });
  });
  const denied = policy.rules.filter(({ decision }) => decision === 'deny');
  const visible = toolNames.filter((name) => !denied.some(({ tool }) => tool === name));
  assert.deepEqual(ours.offered, visible.sort(), ours.said);
  assert.deepEqual(ours.calls, sorted(expectedCalls(client)), ours.said);

  for (const [index, edit] of [(text: string) => text, ...variants].entries()) {
    await checkToday(client, join(home, String(index)), startIn, edit);
  }
}

async function checkToday(
  client: Client,
  home: string,
  startIn: (home: string) => Start,
  edit: Variant,
): Promise<void> {
  let text = '';
  const { calls, said } = await run(home, startIn, async (own) => {
    const [path = ''] = client.permissionPaths('linux', own);
    text = edit(existsSync(path) ? readFileSync(path, 'utf8') : '{}');
    writeFile(path, text);
  });
  const allowed = recordedTools
    .filter(
      (tool) => client.today?.([text], alias, { ...tool, inputSchema: {} }).decision === 'allow',
    )
    .map(({ name }) => name);
  const expected = allCalls.filter(({ tool }) => allowed.includes(tool));
  assert.deepEqual(calls, sorted(expected), `${text}\n${said}`);
}

type Prepare = (home: string) => Promise<void>;

/** Some clients ask the model before a slow server has answered: then once more, in another home folder. */
async function run(home: string, startIn: (home: string) => Start, prepare: Prepare) {
  for (let attempt = 1; ; attempt += 1) {
    const result = await runOnce(join(home, `attempt-${attempt}`), startIn, prepare);
    if (result.offered.length > 0 || attempt === 4) return result;
  }
}

async function runOnce(home: string, startIn: (home: string) => Start, prepare: Prepare) {
  const project = join(home, 'project');
  mkdirSync(project, { recursive: true });
  const model = await startFakeModel();
  const server = recordingServer(home);
  const start = startIn(home);
  start.settings(model.url, server);
  process.env.HOME = home;
  await prepare(home);
  const child = spawn(start.program, start.args, {
    cwd: project,
    env: { PATH: process.env.PATH, HOME: home, ...start.env?.(model.url) },
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: 120_000,
  });
  const { stdout, stderr } = await finished(child);
  model.close();
  const calls = sorted(readCalls(server.calls));
  return { calls, offered: [...model.offered].sort(), said: `${stdout}\n${stderr}` };
}

function sorted(calls: { tool: string; arguments: unknown }[]): string[] {
  return calls.map((call) => JSON.stringify([call.tool, call.arguments])).sort();
}
