import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { namesFile } from '../../cli/names-file.ts';
import { readToolsFile } from '../../cli/tools-file.ts';
import { temporaryHome } from './run-cli.ts';

const tool = { name: 'read_it', inputSchema: {} };

test('a list of tools is found where it stands', async (t) => {
  const path = join(temporaryHome(t), 'tools.json');
  for (const value of [
    [tool],
    { tools: [tool] },
    { result: { tools: [tool] } },
    tool,
    { name: 'read_it' },
  ]) {
    writeFileSync(path, JSON.stringify(value));
    assert.deepEqual(await readToolsFile(path), [tool]);
  }
});

test('what is no list of tools is refused with its place', async (t) => {
  const path = join(temporaryHome(t), 'tools.json');
  const wrong: [text: string, says: RegExp][] = [
    ['{"tools": [{"name": "a"}, {"nome": "b"}]}', /: \/tools\/1 is no tool definition: name/],
    ['{"result": {"tools": [7]}}', /: \/result\/tools\/0 is no tool definition: not an object/],
    ['[{"name": "a"}, {"name": "b"}, {"name": "a"}]', /: \/2 has the name of \/0: a/],
    ['[{"name": "a\\ud800"}]', /: \/0 .*lone surrogate/],
    ['[{"name": "a", "inputSchema": 1}]', /: \/0 .*inputSchema is not an object/],
    ['\n', /: the file is empty$/],
    ['7', /: it is no tool definition/],
    ['{', /tools\.json: line 1, column 2: close brace expected$/],
  ];
  for (const [text, message] of wrong) {
    writeFileSync(path, text);
    await assert.rejects(readToolsFile(path), { name: 'UserError', message });
  }
  await assert.rejects(readToolsFile(`${path}.none`), {
    name: 'UserError',
    message: /no such file/,
  });
});

test('a folder that has the name of a server is no file', (t) => {
  const folder = temporaryHome(t);
  mkdirSync(join(folder, 'mcp-server-docker'));
  writeFileSync(join(folder, 'tools.json'), '[]');
  t.after(process.chdir.bind(process, process.cwd()));
  process.chdir(folder);
  assert.ok(!namesFile('mcp-server-docker'));
  assert.ok(!namesFile('io.github.somebody/missing'));
  assert.ok(namesFile('tools.json'));
});

test('what can only be a path is no server', (t) => {
  const folder = temporaryHome(t);
  for (const path of ['missing.json', './missing', join(folder, 'missing'), folder]) {
    assert.throws(() => namesFile(path), { name: 'UserError', message: /no such file/ });
  }
});
