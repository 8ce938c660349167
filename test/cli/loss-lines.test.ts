import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lossLines } from '../../cli/policy/loss-lines.ts';

test('what a format cannot say is said once, with the tools that it is about', () => {
  const limit = { wanted: 'at most 60 calls an hour', instead: 'allow without a limit' };
  const tools = ['a', 'b', 'c', 'd\u001b[2J', 'e', 'a'];
  const losses = [
    ...tools.map((tool) => ({ tool, ...limit })),
    { tool: '*', wanted: 'ask once', instead: 'ask' },
    { tool: '*', wanted: 'ask once', instead: 'ask' },
  ];
  assert.deepEqual(lossLines('X', losses), [
    'X cannot say: at most 60 calls an hour; instead: allow without a limit (a, b, c, d, 1 more)',
    'X cannot say: ask once; instead: ask',
  ]);
});
