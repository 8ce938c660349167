import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '../../../classifier/classify.ts';
import type { ToolDefinition } from '../../../classifier/definition.ts';
import { toolAttacks } from '../../../site/data/tool-attacks.ts';

function attacksOn(definition: ToolDefinition): string[] {
  return toolAttacks(classify(definition)).map(
    ({ pattern, concerns }) => `${pattern.id} ${concerns}`,
  );
}

const inputSchema = { type: 'object' };
const deletion = { name: 'delete_file', description: 'Deletes a file for ever.', inputSchema };

test('an attack that a warning finds is listed only where the warning is', () => {
  assert.deepEqual(attacksOn(deletion), []);
  const lying = { ...deletion, annotations: { readOnlyHint: true } };
  assert.deepEqual(attacksOn(lying), ['lying-annotations found']);
});

test('an attack that no definition shows is listed for what a tool can do', () => {
  const fetching = {
    name: 'fetch_url',
    description: 'Fetches a web page and returns its text.',
    inputSchema,
  };
  assert.deepEqual(attacksOn(fetching), ['exfiltration-path means']);
});
