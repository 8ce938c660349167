import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ToolDefinition } from '../../classifier/definition.ts';
import { listServers } from '../../cli/commands/lock.ts';
import { changesSince, lockServer, readLock } from '../../cli/lock-file.ts';
import { UserError } from '../../cli/user-error.ts';
import { claudeCode } from '../../policy/clients/claude-code.ts';
import { temporaryHome } from './run-cli.ts';

const tool: ToolDefinition = JSON.parse(
  '{"name": "read_it", "inputSchema": {"properties": {"__proto__": {"type": "string"}}}}',
);

function lockText(tools: ToolDefinition[], key = 'claude-code/a/b'): string {
  return JSON.stringify({ schemaVersion: '1.0', servers: { [key]: lockServer(tools) } });
}

test('a lock reads back as it was written, whatever the keys of a definition are', async (t) => {
  const path = join(temporaryHome(t), 'mcp-lock.json');
  writeFileSync(path, lockText([tool]));
  const lock = await readLock(path);
  assert.deepEqual(changesSince(lock, new Map([['claude-code/a/b', [tool]]]), new Set()), []);
  const [gone] = changesSince(lock, new Map(), new Set());
  assert.equal(gone?.change.kind, 'removed');
  assert.deepEqual(changesSince(lock, new Map(), new Set(['claude-code/a/b'])), []);
  assert.equal(changesSince(lock, new Map(), new Set(['claude-code/b', 'b'])).length, 1);
});

test('a definition that is not the locked one is refused', async (t) => {
  const path = join(temporaryHome(t), 'mcp-lock.json');
  for (const [from, to] of [
    ['"read_it"', '"write"'],
    ['"string"', '"number"'],
    ['"read_it"', '"\\ud800"'],
  ] as const) {
    writeFileSync(path, lockText([tool]).replace(from, to));
    await assert.rejects(readLock(path), { name: 'UserError', message: /\/tools\/0\/hash/ });
  }
});

test('two servers under one key are refused before any is looked at', async () => {
  const text = '{"mcpServers": {"a": {"command": "x"}}}';
  const servers = claudeCode.readServers(text);
  const both = ['one.json', 'two.json'].map((path) => ({
    client: claudeCode,
    path,
    text,
    servers,
  }));
  const inspect = () => assert.fail('looked at');
  await assert.rejects(listServers(both, inspect), UserError);
});
