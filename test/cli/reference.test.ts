import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadCommands } from '../../cli/commands/index.ts';
import { completionScript, shells } from '../../cli/completion-script.ts';
import { cliReference } from '../../cli/reference.ts';
import { projectRoot, runCli, temporaryHome } from './run-cli.ts';

const all = await loadCommands();

test('docs/cli.md is what npm run docs writes', () => {
  const written = readFileSync(join(projectRoot, 'docs/cli.md'), 'utf8');
  assert.equal(written, cliReference(all), 'run npm run docs');
});

test('every command is in the overview, and its help has an example and is 80 columns wide', async (t) => {
  const home = temporaryHome(t);
  const { stdout: whole } = await runCli(home, ['--help']);
  assert.deepEqual(tooWide(whole), []);
  for (const { name, summary, examples } of all) {
    assert.ok(whole.includes(`  ${name.padEnd(13)}  ${summary}\n`), name);
    const { code, stdout } = await runCli(home, [name, '--help']);
    assert.equal(code, 0);
    assert.ok(stdout.includes(`Examples:\n  $ ${examples[0]?.[0]}\n`), name);
    assert.deepEqual(tooWide(stdout), [], name);
  }
});

test('the overview is the same with and without the parser, and alone loads nothing else', async (t) => {
  const home = temporaryHome(t);
  const log = `data:text/javascript,import { registerHooks } from 'node:module';
    registerHooks({ load(url, context, next) { console.error(url); return next(url, context); } });`;
  const { stdout, stderr } = await runCli(home, ['--help'], {
    env: { NODE_OPTIONS: `--import=${JSON.stringify(log.replaceAll(/\s+/g, ' '))}` },
  });
  const loaded = stderr.split('\n').filter((url) => url.startsWith('file:'));
  assert.deepEqual(
    loaded.map((url) => relative(join(projectRoot, 'cli'), fileURLToPath(url))),
    ['bin.js', 'overview.ts', 'commands/index.ts'],
  );
  assert.equal((await runCli(home, ['help'])).stdout, stdout);
  const help = await runCli(home, ['help', 'completion']);
  assert.equal(help.code, 0);
  assert.equal(help.stdout, (await runCli(home, ['completion', '--help'])).stdout);
});

test('wrong words end with code 2 and say what to do', async (t) => {
  const home = temporaryHome(t);
  const wrong: [args: string[], says: RegExp][] = [
    [['scna'], /Did you mean scan\?.*add --help/s],
    [['scna', '--help'], /Did you mean scan\?.*add --help/s],
    [['crawl', '--no-such-option'], /unknown option.*add --help/s],
    [['policy'], /missing required argument.*add --help/s],
    [['serve', '--port', 'x'], /--port/],
  ];
  for (const [args, says] of wrong) {
    const { code, stderr } = await runCli(home, args);
    assert.equal(code, 2, args.join(' '));
    assert.match(stderr, says);
  }
});

test('each shell gets a script that knows every command', () => {
  for (const shell of shells) {
    const script = completionScript(shell, all);
    for (const { name } of all) assert.ok(script.includes(name), `${shell}: ${name}`);
  }
});

test('bash completes commands, first words, options and their values, else files', () => {
  const complete = (...words: string[]) => {
    const line = `COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _mcp_risk; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const script = `${completionScript('bash', all)}\n${line}`;
    const { stdout } = spawnSync('bash', ['-c', script, 'bash', 'mcp-risk', ...words], {
      encoding: 'utf8',
    });
    return stdout.trim().split('\n');
  };
  assert.deepEqual(complete('sca'), ['scan']);
  assert.deepEqual(complete('policy', ''), ['for', 'validate', 'test']);
  assert.deepEqual(complete('scan', '--fail'), ['--fail-on']);
  assert.deepEqual(complete('scan', '--fail-on', 'h'), ['high']);
  assert.deepEqual(complete('completion', 'z'), ['zsh']);
  assert.deepEqual(complete('scan', ''), ['']);
});

/** Lines that a terminal of 80 columns would break. */
function tooWide(text: string): string[] {
  return text.split('\n').filter((line) => line.length > 80);
}
