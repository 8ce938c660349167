import { setTimeout as sleep } from 'node:timers/promises';
import { StoreInUseError } from '../db/lock.ts';
import { plain, uncommanded } from './terminal.ts';

/** Longer than a look-up takes; a worker holds the store for as long as it runs. */
const patienceMs = 10_000;
/** So much is not worth a word. */
const silentMs = 200;
const pollMs = 100;

/**
 * Opens the store when the process that uses it has ended, and says what is waited for.
 * @throws StoreInUseError where it is in use for longer
 */
export async function waitForStore<T>(
  home: string,
  signal: AbortSignal,
  open: () => Promise<T>,
): Promise<T> {
  const began = performance.now();
  let isTold = false;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      const waited = performance.now() - began;
      if (!(error instanceof StoreInUseError) || waited > patienceMs) throw error;
      if (!isTold && waited > silentMs) {
        const user = error.pid === undefined ? 'another process' : `process ${error.pid}`;
        const line = `waiting up to ${patienceMs / 1000} s for the store in ${home}, which ${user} uses`;
        process.stderr.write(`${uncommanded(plain(line))}\n`);
        isTold = true;
      }
      await sleep(pollMs, undefined, { signal });
    }
  }
}
