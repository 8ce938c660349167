import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { classifyLines } from '../../cli/classify-lines.ts';
import { fileError } from '../../cli/file-error.ts';
import { reportError } from '../../cli/report-error.ts';
import { UserError } from '../../cli/user-error.ts';
import { temporaryHome } from './run-cli.ts';

const running = new AbortController().signal;

test('a mistake is one line, a fault its stack and no code of findings', () => {
  const mistake = reportError(new UserError('no\x1b[2J such file'), running);
  const message = 'no such file';
  assert.deepEqual(mistake, { code: 2, text: `mcp-risk: ${message}\n`, message });
  const fault = reportError(new TypeError('x\u202e'), running);
  assert.equal(fault.code, 70);
  assert.match(fault.text, /^TypeError: x·\n.*report-error\.test/);
});

test('an interruption has its own code, and does not hide a fault', () => {
  const controller = new AbortController();
  const aborted = new DOMException('aborted', 'AbortError');
  assert.equal(reportError(aborted, controller.signal).code, 70);
  controller.abort();
  const { signal } = controller;
  for (const error of [signal.reason, aborted, new Error('x', { cause: signal.reason })]) {
    assert.equal(reportError(error, signal).code, 130);
  }
  assert.equal(reportError(new TypeError('x'), signal).code, 70);
});

test('what the file system says of a named file is a mistake of the user', async (t) => {
  const folder = join(temporaryHome(t), 'folder');
  await mkdir(folder);
  for (const path of [folder, join(folder, 'missing')]) {
    const error = await readFile(path).catch((error) => fileError('read', path, error));
    assert.ok(error instanceof UserError);
    assert.match(
      error.message,
      /^cannot read .*: (it is a folder|there is no such file or folder)$/,
    );
  }
  const other = new Error('x');
  assert.equal(fileError('read', 'a', other), other);
});

test('half a surrogate pair is a malformed line and stops nothing', async (t) => {
  const home = temporaryHome(t);
  const input = join(home, 'in.jsonl');
  const whole = '{"id": "b", "tool": {"name": "list", "description": "\\ud83d\\ude00"}}';
  writeFileSync(
    input,
    `{"id": "a", "tool": {"name": "list", "description": "\\ud800"}}\n${whole}\n`,
  );
  const bad: number[] = [];
  const done = await classifyLines(input, join(home, 'out'), ({ line }) => bad.push(line));
  assert.deepEqual(done, { classified: 1, malformed: 1 });
  assert.deepEqual(bad, [1]);
});
