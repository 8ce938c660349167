import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { identity, userAgent } from '../../crawler/identity.ts';

it('says the version of the package', () => {
  const file = new URL('../../package.json', import.meta.url);
  const { name, version } = JSON.parse(readFileSync(file, 'utf8'));
  assert.deepEqual(identity, { name, version });
});

it('puts nothing into the header that a header cannot hold', () => {
  assert.match(userAgent(), /docs\/CRAWLER\.md of mcp-risk\)$/);
  assert.match(userAgent('a@example.org'), /; a@example\.org\)$/);
  assert.match(userAgent('x\r\nCookie: é (a)'), /; xCookie:a\)$/);
});
