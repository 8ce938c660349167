import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hashDefinition } from '../../classifier/hash.ts';
import { classifierVersion } from '../../classifier/version.ts';
import { runCli, temporaryHome } from './run-cli.ts';

const deletion = {
  id: 'a::delete_repository',
  server: 'a',
  tool: {
    name: 'delete_repository',
    description: 'Permanently delete a repository.',
    inputSchema: { type: 'object', properties: { repo: { type: 'string' } } },
  },
};
/** With a line separator, which JSON may hold as it is. */
const reading = {
  id: 'a::list_repositories',
  server: 'a',
  tool: { name: 'list_repositories', description: 'Lists\u2028repositories' },
};

test('labels come out in order, malformed lines are named and stop nothing', async (t) => {
  const home = temporaryHome(t);
  const lines = [JSON.stringify(deletion), '{"id": "x"', '[]', '', JSON.stringify(reading)];
  const { code, stdout, stderr } = await runCli(home, ['classify', '--in', '-'], {
    input: lines.join('\n'),
  });
  const labels = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    labels.map(({ id, operation }) => [id, operation]),
    [
      [deletion.id, 'destructive'],
      [reading.id, 'read'],
    ],
  );
  assert.equal(labels[0].risk, 'critical');
  assert.deepEqual(
    Object.keys(labels[0]).sort(),
    (
      'capabilities classifierVersion confidence decidedBy definitionHash evidence id operation ' +
      'rationale risk warnings'
    ).split(' '),
  );
  assert.equal(labels[0].definitionHash, hashDefinition(deletion.tool));
  assert.equal(labels[0].classifierVersion, classifierVersion);
  assert.match(stderr, /^standard input: line 2, column 11: close brace expected$/m);
  assert.match(stderr, /line 3: not a JSON object/);
  assert.equal(code, 2);
  assert.ok(!existsSync(join(home, 'db')), 'no database is opened');
});

test('a byte order mark before the first line is no part of it', async (t) => {
  const { code, stdout, stderr } = await runCli(temporaryHome(t), ['classify', '--in', '-'], {
    input: `\uFEFF${JSON.stringify(deletion)}\n\uFEFF${JSON.stringify(reading)}\n`,
  });
  assert.deepEqual([code, JSON.parse(stdout).id], [2, deletion.id]);
  assert.match(stderr, /^standard input: line 2, column 1: /);
});

test('a line that is no definition is refused with its place in the file alone', async (t) => {
  const wrong: [line: string, says: string][] = [
    [JSON.stringify({ id: 'x', tool: { name: '' } }), 'line 1: /tool/name is empty'],
    [JSON.stringify({ id: 'x', tool: { name: ' \t' } }), 'line 2: /tool/name is empty'],
    ['{"id": x}', 'line 3, column 8: invalid symbol'],
    ['{"id": "x"} // why', 'line 4, column 13: invalid comment token'],
    ['{"id": 1,}', 'line 5, column 10: property name expected'],
    ['['.repeat(100_000), 'line 6: no JSON, and nested too deeply to say where'],
  ];
  const { code, stdout, stderr } = await runCli(temporaryHome(t), ['classify', '--in', '-'], {
    input: wrong.map(([line]) => line).join('\n'),
  });
  assert.deepEqual([code, stdout], [2, '']);
  const said = stderr.split('\n').slice(0, wrong.length);
  assert.deepEqual(
    said,
    wrong.map(([, says]) => `standard input: ${says}`),
  );
});

test('a file appears whole or not at all', async (t) => {
  const home = temporaryHome(t);
  const input = join(home, 'in.jsonl');
  const output = join(home, 'out.jsonl');
  writeFileSync(input, `${JSON.stringify(deletion)}\n`);
  const fine = await runCli(home, ['classify', '--in', input, '--out', output]);
  assert.equal(fine.code, 0, fine.stderr);
  assert.equal(JSON.parse(readFileSync(output, 'utf8')).id, deletion.id);
  assert.equal(fine.stdout, '');
  const counts = await runCli(home, ['classify', '--in', input, '--out', output, '--json']);
  assert.deepEqual(JSON.parse(counts.stdout), { labelled: 1, malformed: 0 });

  const missing = await runCli(home, ['classify', '--in', join(home, 'no.jsonl'), '--out', output]);
  assert.equal(missing.code, 2);
  assert.match(missing.stderr, /cannot read .*no\.jsonl: there is no such file/);
  const nowhere = await runCli(home, ['classify', '--in', input, '--out', join(home, 'no', 'x')]);
  assert.equal(nowhere.code, 2);
  assert.match(nowhere.stderr, /cannot write .*: the folder it should stand in does not exist/);
});

test('a line with a number that no JSON can write again is named and stops nothing', async (t) => {
  const home = temporaryHome(t);
  const output = join(home, 'out.jsonl');
  const places = [
    '"_meta":{"weight":1e999}',
    '"annotations":{"readOnlyHint":-1e999}',
    `"inputSchema":{"properties":{"depth":{"default":${'9'.repeat(400)}}}}`,
    `"outputSchema":{"maximum":${'9'.repeat(300)}e9}`,
  ];
  const bad = places.map((place) => `{"id":"x","tool":{"name":"list_files",${place}}}`);
  const lines = [JSON.stringify(deletion), ...bad, JSON.stringify(reading)];
  const { code, stderr } = await runCli(home, ['classify', '--in', '-', '--out', output], {
    input: lines.join('\n'),
  });
  assert.deepEqual(
    stderr.split('\n').slice(0, bad.length),
    bad.map((_, n) => `standard input: line ${n + 2}: /tool holds a number out of range`),
  );
  assert.equal(code, 2);
  const labels = readFileSync(output, 'utf8').trim().split('\n');
  assert.deepEqual(
    labels.map((line) => JSON.parse(line).id),
    [deletion.id, reading.id],
  );
});
