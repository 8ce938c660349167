import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { defaultLimits } from '../../crawler/limits.ts';
import { watchUse } from '../../crawler/sandbox/use-watch.ts';

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

describe('the watch over what a sandbox uses', {
  skip: process.platform !== 'linux' && 'reads /proc',
}, () => {
  test('counts children whichever thread started them', async () => {
    const stdio = ['ignore', 'pipe', 'inherit'] as const;
    const child = spawn(process.execPath, ['-e', inThread], { detached: true, stdio: [...stdio] });
    assert.ok(child.pid && child.stdout);
    try {
      await once(child.stdout, 'data');
      await new Promise<void>((resolve, reject) => {
        const limits = { ...defaultLimits.sandbox, memoryBytes: 250 * 1024 * 1024 };
        const stop = watchUse(child.pid ?? 0, limits, () => resolve());
        setTimeout(() => {
          stop();
          reject(new Error('the memory of the child was not seen'));
        }, 20_000).unref();
      });
    } finally {
      process.kill(-child.pid, 'SIGKILL');
    }
  });
});
