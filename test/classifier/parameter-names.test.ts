import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parameterName } from '../../classifier/parameter-names.ts';

const names = ['userId', 'file_path', 'API-Key', 'コマンド', '', '__proto__', 'x'.repeat(60)];

test('a name of a parameter is read once', () => {
  for (const name of names) assert.equal(parameterName(name), parameterName(name), name);
});

test('a name reads the same after so many others that the first are no longer kept', () => {
  const before = names.map((name) => parameterName(name));
  for (let count = 0; count <= 1 << 13; count++) parameterName(`other_${count}`);
  names.forEach((name, at) => {
    const again = parameterName(name);
    assert.notEqual(again, before[at], name);
    assert.deepEqual(again, before[at], name);
  });
});

test('a long name is read and not kept, and of its words only the first count', () => {
  const long = 'user_file_path_'.repeat(1000);
  const read = parameterName(long);
  assert.notEqual(parameterName(long), read);
  assert.deepEqual(parameterName(long), read);
  assert.deepEqual(
    read.words.map(({ text }) => text),
    ['user', 'file', 'path', 'user', 'file', 'path', 'user', 'file'],
  );
});

test('the kind of a parameter is told by all of its name or by its last word', () => {
  assert.ok(parameterName('filePath').kinds.includes('path'));
  assert.ok(parameterName('third_odd_path').kinds.includes('path'));
  assert.equal(parameterName('filePath').joined, parameterName('file_path').joined);
});
