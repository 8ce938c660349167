import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openCrawlContext } from '../../cli/crawl-options.ts';
import { openTerminal } from '../../cli/terminal.ts';
import { crawlServer } from '../../crawler/crawl.ts';
import { hostileEntry, installHostilePackage } from '../crawler/hostile-package.ts';

test('where the sandbox has no filter of system calls, a person is told so once for all servers', {
  skip: process.platform !== 'linux' && 'needs bubblewrap',
}, async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'mcp-risk-crawl-options-'));
  const { arch } = process;
  t.after(() => {
    Object.defineProperty(process, 'arch', { value: arch });
    rmSync(home, { recursive: true, force: true });
  });
  await installHostilePackage(join(home, 'packages'));
  const notesOn = async (processor: string): Promise<string[]> => {
    Object.defineProperty(process, 'arch', { value: processor });
    const notes: string[] = [];
    const terminal = { ...openTerminal(true), note: (line: string) => notes.push(line) };
    const options = { sandbox: 'bubblewrap' };
    const context = await openCrawlContext(home, { options, terminal });
    for (let crawls = 0; crawls < 2; crawls += 1) {
      assert.equal((await crawlServer(hostileEntry('honest'), context)).kind, 'listed');
    }
    return notes;
  };
  assert.deepEqual(await notesOn(arch), []);
  assert.deepEqual(await notesOn('riscv64'), [
    'The sandbox (bubblewrap) has no filter of system calls: none is known for riscv64. docs/CRAWLER.md says what it would refuse.',
  ]);
});
