import assert from 'node:assert/strict';
import { it } from 'node:test';
import { readUserList, userListRegistry } from '../../../crawler/registries/user-list.ts';
import { parseErrorWords } from '../../../policy/read-json.ts';

const options = {
  targetOf: (_alias: string, server: object) =>
    'command' in server && typeof server.command === 'string'
      ? { type: 'command' as const, command: server.command, args: [], env: {} }
      : 'has neither a command nor a url',
  parseErrorWords,
};

const server = { name: 'a.b/c', description: 'x', version: '1.0.0' };

it('reads an array, an object and lines of server.json', () => {
  const forms = [[server], server].map((form) => JSON.stringify(form, null, 2));
  for (const text of [...forms, `${JSON.stringify(server)}\n\n`]) {
    const { entries, malformed } = readUserList(text, options);
    assert.deepEqual(malformed, []);
    assert.deepEqual(entries, [
      {
        id: 'a.b/c',
        registry: 'user',
        version: '1.0.0',
        description: 'x',
        status: 'active',
        targets: [],
      },
    ]);
  }
});

it('reads several lines and names the one that is no server', () => {
  const text = [server, { name: 'no name' }, { ...server, name: 'a.b/d' }]
    .map((line) => JSON.stringify(line))
    .join('\n');
  const { entries, malformed } = readUserList(`${text}\n{"name":`, options);
  assert.deepEqual(
    entries.map(({ id }) => id),
    ['a.b/c', 'a.b/d'],
  );
  assert.deepEqual(malformed, [
    { where: 'line 2', reason: '/name: is no server name' },
    { where: 'line 4', reason: 'value expected' },
  ]);
});

it('reads the configuration of a client, comments included', () => {
  for (const key of ['mcpServers', 'servers']) {
    const text = `{
  // mine
  "${key}": {
    "git": { "command": "git-mcp" },
    "a/b": { "port": 1 },
    "__proto__": 7,
  }
}`;
    const { entries, malformed } = readUserList(text, options);
    assert.deepEqual(entries, [
      {
        id: 'user/git',
        registry: 'user',
        title: 'git',
        status: 'active',
        targets: [{ type: 'command', command: 'git-mcp', args: [], env: {} }],
      },
    ]);
    assert.deepEqual(malformed, [
      { where: `line 5, /${key}/a~1b`, reason: 'has neither a command nor a url' },
      { where: `line 6, /${key}/__proto__`, reason: 'is no object' },
    ]);
  }
});

it('says where a file stops to be JSON', () => {
  assert.throws(() => readUserList('{\n  "mcpServers": {\n    "a": nonsense\n  }\n}', options), {
    name: 'SyntaxError',
    message: 'line 3, column 10: invalid symbol',
  });
  assert.throws(() => readUserList('', options), { name: 'SyntaxError', message: /^line 1/ });
});

it('is a registry of one page', async () => {
  const registry = userListRegistry(JSON.stringify(server), options);
  const pages = [];
  for await (const page of registry.sync({ signal: new AbortController().signal }))
    pages.push(page);
  assert.deepEqual(
    pages.map(({ entries, cursor }) => [entries.length, cursor]),
    [[1, undefined]],
  );
});
