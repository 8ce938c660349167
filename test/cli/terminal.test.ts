import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonText, openTerminal, quoted, uncommanded, visible } from '../../cli/terminal.ts';

const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

test('JSON holds no character that acts on a terminal and reads back as it was', () => {
  const value = { '\u202e': 'a\u009b31m\u2028\u2066\u007f\u{e0041}\ud800' };
  assert.doesNotMatch(jsonText(value), unsafe);
  assert.deepEqual(JSON.parse(jsonText(value)), value);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.doesNotMatch(jsonText(text), unsafe);
      assert.equal(JSON.parse(jsonText(text)), text);
    }),
  );
});

test('a quote of what nothing shows names its code points', () => {
  assert.equal(quoted('reads\u001b[2J it', 20), '“reads it”');
  assert.equal(quoted('\u001b', 20), 'U+001B');
  assert.equal(quoted('\u{e0072}\u202e', 20), 'U+E0072 U+202E');
  assert.equal(quoted('\u{e0101}\u3164 \ufe0f', 40), 'U+E0101 U+3164 U+0020 U+FE0F');
});

test('a line of a file keeps its indentation and shows what it hides', () => {
  assert.equal(visible('\tname: a\u202eb\x1b[2J'), '  name: a·b·[2J');
});

test('no line is a command for the runner of GitHub Actions', (t) => {
  const env = { GITHUB_ACTIONS: 'true' };
  for (const line of [
    '::stop-commands::zz',
    ' \t::set-env name=a::b',
    'a\n::error::b',
    'x ##[add-mask]y',
  ]) {
    const shown = uncommanded(line, env);
    assert.doesNotMatch(shown, /^\s*::|##\[/m);
    assert.equal(shown.replaceAll(' ', ''), line.replaceAll(' ', ''));
    assert.equal(uncommanded(line, {}), line);
  }
  assert.equal(uncommanded('a::b ## c', env), 'a::b ## c');
  const json = jsonText({ a: '##[group]b ###[' });
  assert.doesNotMatch(json, /##\[/);
  assert.deepEqual(JSON.parse(json), { a: '##[group]b ###[' });
  const written: string[] = [];
  const before = process.env.GITHUB_ACTIONS;
  process.env.GITHUB_ACTIONS = 'true';
  const keep = (text: string | Uint8Array) => written.push(String(text)) > 0;
  t.mock.method(process.stdout, 'write', keep);
  t.mock.method(process.stderr, 'write', keep);
  try {
    const terminal = openTerminal(false);
    terminal.print('::stop-commands::zz');
    terminal.note('  ::stop-commands::zz');
  } finally {
    t.mock.restoreAll();
    if (before === undefined) delete process.env.GITHUB_ACTIONS;
    else process.env.GITHUB_ACTIONS = before;
  }
  assert.deepEqual(written, [': :stop-commands::zz\n', '  : :stop-commands::zz\n']);
});

test('a terminal that knows no control codes gets none, and one that does may redraw a line', (t) => {
  const before = { term: process.env.TERM, isTTY: process.stderr.isTTY };
  const written: string[] = [];
  t.mock.method(process.stderr, 'write', (text: string) => written.push(text) > 0);
  process.stderr.isTTY = true;
  try {
    for (const term of ['dumb', 'xterm']) {
      process.env.TERM = term;
      openTerminal(false).status('3 of 9');
    }
  } finally {
    t.mock.restoreAll();
    process.stderr.isTTY = before.isTTY;
    if (before.term === undefined) delete process.env.TERM;
    else process.env.TERM = before.term;
  }
  assert.deepEqual(written, ['\r\x1b[K3 of 9']);
});
