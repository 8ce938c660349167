import assert from 'node:assert/strict';
import { test } from 'node:test';
import { positionOf } from '../../policy/position-of.ts';

test('a pointer is found in each kind of file', () => {
  const json =
    '{\n  // mine\n  "mcpServers": {\n    "a": {},\n    "b": { "command": "x" }\n  }\n}\n';
  assert.deepEqual(positionOf(json, '/mcpServers/b', 'mcp.json'), { line: 5, column: 5 });
  const toml =
    'model = "x"\n\n[mcp_servers.a]\ncommand = "x"\n\n[mcp_servers."b c".env]\nX = "1"\n';
  assert.deepEqual(positionOf(toml, '/mcp_servers/a', 'config.toml'), { line: 3, column: 1 });
  const yaml = 'extensions:\n  a:\n    cmd: x\n  b:\n    cmd: y\n';
  assert.equal(positionOf(yaml, '/extensions/b', 'config.yaml').line, 5);
});

test('a pointer that leads nowhere is the first line', () => {
  for (const file of ['a.json', 'a.toml', 'a.yaml']) {
    assert.deepEqual(positionOf('', '/mcpServers/x', file), { line: 1, column: 1 });
  }
});
