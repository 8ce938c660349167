import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { commands } from '../../cli/commands/index.ts';
import { completionScript, shells } from '../../cli/completion-script.ts';
import { cliReference } from '../../cli/reference.ts';
import { projectRoot, runCli, temporaryHome } from './run-cli.ts';

const all = await Promise.all(Object.values(commands).map(({ load }) => load()));

test('docs/cli.md is what npm run docs writes', () => {
  const written = readFileSync(join(projectRoot, 'docs/cli.md'), 'utf8');
  assert.equal(written, cliReference(all), 'run npm run docs');
});

test('every command is listed under its own name, with a summary and an example', async (t) => {
  assert.deepEqual(
    all.map(({ name }) => name),
    Object.keys(commands),
  );
  const home = temporaryHome(t);
  for (const { name, examples } of all) {
    const { code, stdout } = await runCli(home, [name, '--help']);
    assert.equal(code, 0);
    assert.match(stdout, /^Examples:$/m);
    assert.ok(stdout.includes(examples[0]?.[0] ?? '?'), name);
  }
});

test('wrong words end with code 2 and say what to do', async (t) => {
  const home = temporaryHome(t);
  for (const args of [
    ['no-such-command'],
    ['crawl', '--no-such-option'],
    ['serve', '--port', 'x'],
  ]) {
    const { code, stderr } = await runCli(home, args);
    assert.equal(code, 2, args.join(' '));
    assert.ok(stderr.trim().length > 0);
  }
});

test('each shell gets a script that knows every command', () => {
  for (const shell of shells) {
    const script = completionScript(shell, all);
    for (const { name } of all) assert.ok(script.includes(name), `${shell}: ${name}`);
  }
});
