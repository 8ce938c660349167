import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { readBundledIndex } from '../../../crawler/registries/bundled-index.ts';
import { emptyFolder } from '../../../crawler/sandbox/sandbox.ts';

const data = new URL('../../../data/', import.meta.url);
const index = readBundledIndex(readFileSync(new URL('servers.jsonl', data), 'utf8'));

test('what the bundled snapshot lists is of servers and versions that the bundled index names', () => {
  const versions = new Map(index.map(({ id, version }) => [id, version]));
  const lines = gunzipSync(readFileSync(new URL('snapshot/servers.jsonl.gz', data))).toString();
  for (const line of lines.trim().split('\n')) {
    const { server, version } = JSON.parse(line) as { server: string; version: string };
    assert.equal(version, versions.get(server), server);
  }
});

test('a server of the bundled index that wants a folder gets an empty one of the sandbox', () => {
  const entry = index.find(({ id }) => id === '@modelcontextprotocol/server-filesystem');
  assert.deepEqual(
    entry?.targets.map((target) => 'args' in target && target.args),
    [[emptyFolder]],
  );
});
