import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { defaultLimits } from '../../crawler/limits.ts';

test('docs/CRAWLER.md lists every limit with its default', () => {
  const docs = readFileSync(new URL('../../docs/CRAWLER.md', import.meta.url), 'utf8');
  const rows = docs.matchAll(/^\| `([\w.]+)` +\| (\d+) +\|/gm);
  const documented = Object.fromEntries([...rows].map(([, name, value]) => [name, Number(value)]));
  const { sandbox, ...others } = defaultLimits;
  const ofSandbox = Object.entries(sandbox).map(([name, value]) => [`sandbox.${name}`, value]);
  assert.deepEqual(documented, { ...others, ...Object.fromEntries(ofSandbox) });
});
