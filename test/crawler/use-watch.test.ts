import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { defaultLimits, type SandboxLimits } from '../../crawler/limits.ts';
import { memoryIn, watchUse } from '../../crawler/sandbox/use-watch.ts';

const hungry = `
  const kept = Buffer.alloc(300 * 1024 * 1024, 1);
  process.stdout.write('full');
  setInterval(() => kept.length, 1000);
`;
const inThread = `
  const { Worker } = require('node:worker_threads');
  const code = 'require("node:child_process").spawn(process.execPath, ["-e", ' +
    JSON.stringify(${JSON.stringify(hungry)}) + '], { stdio: "inherit" })';
  new Worker(code, { eval: true });
  setInterval(() => {}, 1000);
`;

/** Its first thread ends at once, another one takes memory and files. */
const withoutLeader = `
import ctypes, os, threading, time
def live():
    time.sleep(0.5)
    kept = bytearray(b'x') * (300 * 1024 * 1024)
    files = [os.open('/dev/null', os.O_RDONLY) for _ in range(200)]
    os.write(1, b'full')
    time.sleep(60)
threading.Thread(target=live).start()
ctypes.CDLL(None).syscall({'x86_64': 60, 'aarch64': 93}[os.uname().machine], 0)
`;
/** PR_SET_DUMPABLE: of such a process nobody but root sees the descriptors. */
const hidden = `
import ctypes, os, time
ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)
files = [os.open('/dev/null', os.O_RDONLY) for _ in range(200)]
os.write(1, b'full')
time.sleep(60)
`;
/** Every user may start that of the system. */
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const hasPython = spawnSync(python, ['-c', 'import ctypes']).status === 0;

/** What the watch says of a program, once that has written something. */
async function watchOver(
  [command, ...args]: [command: string, ...args: string[]],
  limits: Partial<SandboxLimits>,
): Promise<string> {
  const child = spawn(command, args, { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const { pid } = child;
  assert.ok(pid);
  try {
    await once(child.stdout, 'data');
    return await new Promise<string>((resolve, reject) => {
      const stop = watchUse(pid, { ...defaultLimits.sandbox, ...limits }, resolve, reject);
      setTimeout(() => {
        stop();
        reject(new Error('what it uses was not seen'));
      }, 20_000).unref();
    });
  } finally {
    process.kill(-pid, 'SIGKILL');
  }
}

describe('the watch over what a sandbox uses', {
  skip: process.platform !== 'linux' && 'reads /proc',
}, () => {
  const memory = { memoryBytes: 250 * 1024 * 1024 };

  test('counts memory that was swapped out, and large pages, which are no part of what is resident', () => {
    const sizes = { VmRSS: 9, VmPTE: 1, HugetlbPages: 20, RssAnon: 3, RssFile: 5, VmSwap: 100 };
    const lines = Object.entries(sizes).map(([name, size]) => `${name}:\t${size} kB\n`);
    assert.equal(memoryIn(`Name:\tnode\n${lines.join('')}`), 124 * 1024);
  });

  test('counts children whichever thread started them', async () => {
    assert.match(await watchOver([process.execPath, '-e', inThread], memory), /of memory$/);
  });

  test('counts a process whose first thread has ended', {
    skip: !hasPython && 'there is no python3',
  }, async () => {
    const command: [string, ...string[]] = [python, '-c', withoutLeader];
    assert.match(await watchOver(command, memory), /of memory$/);
    assert.match(await watchOver(command, { descriptors: 150 }), /^opened more than 150 /);
  });

  test('counts descriptors that a process hides from its own user', {
    skip: !hasPython && 'there is no python3',
  }, async (t) => {
    if (process.geteuid?.() === 0) {
      process.seteuid?.(65_534);
      t.after(() => process.seteuid?.(0));
    }
    const command: [string, ...string[]] = [python, '-c', hidden];
    assert.match(await watchOver(command, { descriptors: 150 }), /^opened more than 150 /);
  });
});
