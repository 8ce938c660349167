import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearNames } from '../../cli/near-names.ts';

const ids = [
  '@modelcontextprotocol/server-everything',
  '@playwright/mcp',
  'chrome-devtools-mcp',
  'io.github.someone/notes',
  'mcp-server-docker',
  'user/notes',
];

test('a part of a name, its last part and a slip of the fingers find it', () => {
  assert.deepEqual(nearNames('everything', ids), ['@modelcontextprotocol/server-everything']);
  assert.deepEqual(nearNames('NOTES', ids), ['io.github.someone/notes', 'user/notes']);
  assert.deepEqual(nearNames('user/noets', ids), ['user/notes']);
  assert.deepEqual(nearNames('chrome-devtols-mcp', ids), ['chrome-devtools-mcp']);
  assert.deepEqual(nearNames('@playwrigth/mcp', ids), ['@playwright/mcp']);
});

test('what has nothing in common with a name is near to none', () => {
  for (const name of ['', 'zz', 'mc', 'postgres', 'user/other', 'x'.repeat(100_000)]) {
    assert.deepEqual(nearNames(name, ids), [], name.slice(0, 20));
  }
});

test('the nearest come first, and few of them', () => {
  const many = Array.from({ length: 40 }, (_, index) => `vendor/notes-${index}`);
  const found = nearNames('notes', [...many, 'user/notes']);
  assert.equal(found[0], 'user/notes');
  assert.equal(found.length, 5);
});
