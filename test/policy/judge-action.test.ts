import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { judgeAction } from '../../policy/judge-action.ts';

const ends = [
  ...[
    'delete',
    'remove',
    'purge',
    'destroy',
    'erase',
    'truncate',
    'wipe',
    'drop',
    'clear',
    'empty',
  ],
  ...['kill', 'terminate', 'uninstall', 'nuke', 'reset', 'flush', 'prune', 'rm'],
];
const objects = ['all', 'items', 'user', 'records', 'everything', 'table'];
const leads = ['bulk', 'batch', 'admin', 'get', 'list', 'create', 'update'];
const capital = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)}`;
const styles: ((words: string[]) => string)[] = [
  (words) => words.join('_'),
  (words) => words.join('-'),
  (words) => words.join('.'),
  (words) => words.join(' '),
  (words) => words.join('/'),
  (words) => words.map((word, index) => (index === 0 ? word : capital(word))).join(''),
  (words) => words.map(capital).join(''),
  (words) => words.join('_').toUpperCase(),
  (words) => words.join('-').toUpperCase(),
];
const style = fc.constantFrom(...styles);

test('an action that ends something is destructive wherever its verb stands and however it is written', () => {
  const words = fc
    .tuple(fc.subarray(leads), fc.constantFrom(...ends), fc.subarray(objects))
    .map(([before, verb, after]) => [...before, verb, ...after]);
  fc.assert(
    fc.property(words, style, (parts, write) => {
      assert.equal(judgeAction(write(parts)), 'destructive', write(parts));
    }),
  );
});

test('an action of looking, making or changing is mild in every style', () => {
  const words = fc
    .tuple(
      fc.constantFrom('get', 'list', 'search', 'create', 'update', 'rename'),
      fc.subarray(objects),
    )
    .map(([verb, after]) => [verb, ...after]);
  fc.assert(
    fc.property(words, style, (parts, write) => {
      assert.equal(judgeAction(write(parts)), 'mild', write(parts));
    }),
  );
});

test('what cannot be told is not mild', () => {
  const doubtful = [
    ...['', 'all', 'format', 'write', 'run', 'restart', 'send', 'overwrite', 'void', 'get_or_run'],
    ...[
      'listdelete',
      'getandpurge',
      'del\u200bete',
      'pur\u200bge_list',
      'list\u0000',
      '删除',
      'ｌist',
    ],
    ...['list_and_deleted', 'stop', 'init', 'merge', 'PUT', 'POST', 'set_permissions'],
  ];
  for (const value of doubtful) assert.notEqual(judgeAction(value), 'mild', value);
});

test('words run together and the graver ways of payment are destructive', () => {
  for (const value of ['bulkdelete', 'deleteall', 'BULKDELETE', 'purgeall', 'force', 'refund']) {
    assert.equal(judgeAction(value), 'destructive', value);
  }
  for (const value of ['swipe', 'format', 'restart']) assert.equal(judgeAction(value), 'unknown');
});
