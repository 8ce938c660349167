import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from '../../classifier/text.ts';

function verbsOf(description: string): string[] {
  const { reading } = readText({ name: 'item_info', description, inputSchema: {} });
  return reading.clauseActs.map(({ word }) => word);
}

test('a denied verb of the main clause is no act', () => {
  for (const denied of [
    'This tool does not delete the files',
    "This tool doesn't delete the files",
    'This tool doesn’t delete the files',
    "This tool isn't able to delete files",
    'None of it deletes files',
    'Nobody deletes the files',
  ])
    assert.deepEqual(verbsOf(denied), [], denied);
});

test('what a condition denies is not what follows from it', () => {
  for (const said of [
    "If the user isn't found, deletes the file",
    "If the lock isn't held, deletes the file",
    'If it doesn’t exist, deletes the file',
    'When none is left, deletes the file',
  ])
    assert.ok(verbsOf(said).includes('deletes'), said);
});

test('a denial reaches all of a list', () => {
  for (const said of [
    'It does not create, update or delete files',
    'Never moves, deletes anything',
  ])
    assert.deepEqual(verbsOf(said), [], said);
});

test('a verb that no word denies is an act', () => {
  assert.deepEqual(verbsOf('This tool deletes the files'), ['deletes']);
});
