import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { defaultLimits } from '../limits.ts';
import { bubblewrap } from './bubblewrap.ts';
import { containerSandbox, engineNames, findContainerEngine } from './container.ts';
import { type Sandbox, type SandboxKind, sandboxKinds } from './sandbox.ts';
import { sandboxExec } from './sandbox-exec.ts';
import { startLaunch } from './start-launch.ts';

const checkMs = 30_000;

/**
 * The first sandbox that works on this machine, of the kind that was chosen if one was; or undefined. "Works" is tried, not guessed: a
 * small program must run in it with this very Node and must not reach a file or a port of this
 * machine, because containers and hardened kernels often have the command but refuse its namespaces.
 */
export async function findSandbox(
  cacheDir: string,
  chosen?: SandboxKind,
): Promise<Sandbox | undefined> {
  const kinds = chosen === undefined ? sandboxKinds : [chosen];
  for await (const candidate of candidates(cacheDir, kinds)) {
    if (await works(candidate, cacheDir)) return candidate;
  }
  return undefined;
}

async function* candidates(
  cacheDir: string,
  kinds: readonly SandboxKind[],
): AsyncGenerator<Sandbox> {
  if (kinds.includes('bubblewrap') && process.platform === 'linux') {
    const folder = join(cacheDir, 'sandbox');
    if (process.getuid?.() === 0) yield bubblewrap('own-user', folder);
    yield bubblewrap('user-namespace', folder);
  }
  if (kinds.includes('sandbox-exec') && process.platform === 'darwin') yield sandboxExec;
  const engines = engineNames.filter((name) => kinds.includes(name));
  const engine = await findContainerEngine(cacheDir, engines);
  if (engine) yield containerSandbox(engine);
}

/** Run inside: says "confined" when neither the file nor the port of the host can be reached. */
const checkProgram = `
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
const [file, port] = process.argv.slice(2);
let reached = [];
try { readFileSync(file); reached.push('file'); } catch {}
const socket = connect(Number(port), '127.0.0.1');
socket.on('connect', () => { reached.push('port'); socket.destroy(); });
socket.on('error', () => {});
socket.on('close', () => console.log(reached.length === 0 ? 'confined' : 'reached ' + reached));
`;

async function works(sandbox: Sandbox, cacheDir: string): Promise<boolean> {
  await mkdir(join(cacheDir, 'sandbox'), { recursive: true });
  const folder = await mkdtemp(join(cacheDir, 'sandbox', 'check-'));
  const program = join(folder, 'program');
  const outside = join(folder, 'outside');
  const listener = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
  try {
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    await mkdir(program);
    await writeFile(join(program, 'check.mjs'), checkProgram);
    await writeFile(outside, 'outside');
    return (await runCheck(sandbox, program, [outside, String(port)])) === 'confined';
  } finally {
    listener.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function runCheck(
  sandbox: Sandbox,
  folder: string,
  args: string[],
): Promise<string | undefined> {
  try {
    const launch = await sandbox.confine(
      { folder, entry: 'check.mjs', interpreter: process.execPath, args, env: {} },
      defaultLimits.sandbox,
    );
    const child = startLaunch(launch);
    const timer = setTimeout(() => child.kill('SIGKILL'), checkMs);
    try {
      child.stderr.resume();
      const [said] = await Promise.all([text(child.stdout), once(child, 'close')]);
      return said.trim();
    } finally {
      clearTimeout(timer);
      await launch.end?.();
    }
  } catch {
    // The command is missing, or its namespaces or its daemon are refused.
    return undefined;
  }
}
