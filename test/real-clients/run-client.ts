import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeClientFiles } from '../../cli/policy/write-client-files.ts';
import { clients } from '../../policy/clients/index.ts';
import { finished } from '../cli/run-cli.ts';
import { expectedCalls, policy } from './example.ts';
import { startFakeModel } from './fake-model.ts';
import { readCalls, recordingServer } from './real-client.ts';
import { alias, toolNames } from './recorded-tools.ts';

/** What it takes to start one client without a person. */
export interface Start {
  program: string;
  args: string[];
  /** Settings that name the model and the server, written before the policy. */
  settings(model: string, server: ReturnType<typeof recordingServer>): void;
  env?(model: string): Record<string, string>;
}

/**
 * Writes the policy as `mcp-risk policy --write` does, runs the client with a model that calls every tool, and
 * compares what reached the server with what our evaluator says. Nobody is there to be asked: asking refuses.
 */
export async function runClient(id: string, home: string, start: Start): Promise<void> {
  const client = clients.find((known) => known.id === id);
  assert.ok(client);
  const model = await startFakeModel();
  const server = recordingServer(home);
  const project = join(home, 'project');
  mkdirSync(project);
  start.settings(model.url, server);
  process.env.HOME = home;
  await writeClientFiles(client, [{ alias, policy }], { dryRun: false, format: {} });
  const child = spawn(start.program, start.args, {
    cwd: project,
    env: { PATH: process.env.PATH, HOME: home, ...start.env?.(model.url) },
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: 120_000,
  });
  const { stdout, stderr } = await finished(child);
  const said = `${stdout}\n${stderr}`;
  model.close();
  const denied = policy.rules.filter(({ decision }) => decision === 'deny');
  const visible = toolNames.filter((name) => !denied.some(({ tool }) => tool === name));
  assert.deepEqual([...model.offered].sort(), visible.sort(), said);
  assert.deepEqual(sorted(readCalls(server.calls)), sorted(expectedCalls(client)), said);
}

function sorted(calls: { tool: string; arguments: unknown }[]): string[] {
  return calls.map((call) => JSON.stringify([call.tool, call.arguments])).sort();
}
