import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '../../../classifier/classify.ts';
import { contestOf } from '../../../site/data/contest.ts';
import type { ToolDocument } from '../../../site/data/tool-document.ts';

const classification = classify({ name: 'get_time', inputSchema: {} });

function packageLine(name: string | null, version: string | null): string | undefined {
  const provenance = { package: name, version };
  const document = { server: 's', tool: 'get_time', classification, provenance };
  const site = { base: '/', url: null, corrections: null };
  return contestOf(document as ToolDocument, site)?.text.split('\n')[2];
}

test('a version is not taken for the package that a hosted server does not have', () => {
  assert.equal(packageLine('foo', '1.2.3'), 'Package: foo, version 1.2.3');
  assert.equal(packageLine(null, '1.2.3'), 'Package: none, version 1.2.3');
  assert.equal(packageLine('foo', null), 'Package: foo');
  assert.equal(packageLine(null, null), 'Package: none');
});
