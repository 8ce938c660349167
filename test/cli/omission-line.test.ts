import assert from 'node:assert/strict';
import { test } from 'node:test';
import { omissionLine } from '../../cli/policy/omission-line.ts';

test('tools that a file leaves out are named with the reason, cleaned and few', () => {
  const tools = ['a', 'b\u001b[2J', 'c', 'd', 'e', 'f'];
  assert.equal(
    omissionLine('X', { tools, decision: 'ask', because: 'asks about all' }),
    'left out on purpose, as X asks about all: a, b, c, d, 2 more',
  );
});
