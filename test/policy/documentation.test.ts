import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { clients } from '../../policy/clients/index.ts';
import { operators } from '../../policy/policy.ts';
import schema from '../../policy/schema/policy.schema.json' with { type: 'json' };
import { validatePolicy } from '../../policy/validate.ts';

const text = readFileSync(new URL('../../docs/POLICIES.md', import.meta.url), 'utf8');

test('the documentation names every client with its id, in the order of the list', () => {
  const rows = [...text.matchAll(/^\| ([^|`]+) \| `([a-z0-9-]+)` \|/gm)].map(([, name, id]) => [
    name,
    id,
  ]);
  assert.deepEqual(
    rows,
    clients.map(({ name, id }) => [name, id]),
  );
});

test('the example of the documentation is a valid policy', () => {
  const example = /```json\n(.*?)```/s.exec(text)?.[1] ?? '';
  assert.deepEqual(validatePolicy(example).errors, []);
});

test('the published schema knows the operators of the code', () => {
  assert.deepEqual(schema.$defs.condition.properties.op.enum, [...operators]);
  for (const operator of operators) assert.ok(text.includes(`\`${operator}\``), operator);
});
