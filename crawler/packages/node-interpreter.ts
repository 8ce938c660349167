import type { Program } from '../sandbox/sandbox.ts';

/**
 * What runs a program written for Node. A server lives here for a moment: threads in which V8 compiles
 * and collects ahead cost its start more than they save it, so it gets one and not four, and none
 * that waits for a debugger. Older releases of Node do not know each flag.
 */
export const nodeInterpreter: Required<Pick<Program, 'interpreter' | 'interpreterArgs'>> = {
  interpreter: process.execPath,
  interpreterArgs: ['--v8-pool-size=1', '--disable-sigusr1'].filter((flag) =>
    process.allowedNodeEnvironmentFlags.has(flag.replace(/=.*/, '')),
  ),
};
