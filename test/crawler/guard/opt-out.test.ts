import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOptOut } from '../../../crawler/guard/opt-out.ts';

test('a host may be written as people write it, and stands for its subdomains', () => {
  const lines = ['host *.wild.test', 'host dot.test.', 'host wide。test', 'host Größe.test'];
  const optOut = readOptOut(lines.join('\n'));
  for (const host of ['wild.test', 'a.wild.test', 'dot.test', 'wide.test', 'xn--gre-6ka8i.test'])
    assert.ok(optOut.hasHost(host), host);
});

test('a line that nobody understands is told by its number, for it would not be obeyed', () => {
  assert.throws(() => readOptOut('host a.test\nhots b.test'), /line 2/);
  for (const value of ['a*.test', '.dot.test', 'dots.test..', '.', '*.'])
    assert.throws(() => readOptOut(`host ${value}`), /line 1/, value);
});
