import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tool } from 'openai/resources/responses/responses';
import { openaiResponses } from '../../../policy/clients/openai-responses.ts';
import { policyOf, rule } from '../example.ts';

test('openai-responses: the entry is one that the official SDK takes', () => {
  const policy = policyOf([
    rule('list'),
    rule('edit', { decision: 'ask' }),
    rule('remove', { decision: 'deny' }),
  ]);
  const [file] = openaiResponses.writePolicy(policy, 'srv').files;
  // The compiler checks the keys by the SDK's type, the test the file by these.
  const expected = {
    type: 'mcp',
    server_label: 'srv',
    allowed_tools: ['list', 'edit'],
    require_approval: { always: { tool_names: ['edit'] }, never: { tool_names: ['list'] } },
  } satisfies Tool.Mcp;
  assert.deepEqual(JSON.parse(file?.contents ?? ''), expected);
});
