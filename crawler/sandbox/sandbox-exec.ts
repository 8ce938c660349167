import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { SandboxLimits } from '../limits.ts';
import { installFolder } from './install-folder.ts';
import { atFolder, type Launch, type Program, type Sandbox, startOf } from './sandbox.ts';

/** The sandbox of macOS: rules for each system call, under the user's own name. */
export const sandboxExec: Sandbox = { kind: 'sandbox-exec', confine };

async function confine(program: Program, limits: SandboxLimits): Promise<Launch> {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'mcp-risk-')));
  const filled = atFolder(program, program.folder, home);
  const entry = join(program.folder, program.entry);
  const readable = [program.folder, ...(program.needs ?? [])];
  if (program.interpreter) {
    const interpreter = await realpath(program.interpreter);
    readable.push(installFolder(interpreter) ?? interpreter);
  }
  return {
    command: '/usr/bin/sandbox-exec',
    args: [
      ...['-p', profile(readable, home)],
      ...['/bin/sh', '-c', `${shellLimits(limits)} && exec "$@"`, 'sh'],
      ...startOf(program, program.interpreter, entry),
      ...filled.args,
    ],
    env: {
      ...filled.env,
      PATH: [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
      HOME: home,
      TMPDIR: home,
      LANG: 'C.UTF-8',
    },
    cwd: home,
    end: () => rm(home, { recursive: true, force: true }),
  };
}

/** Everything is denied but what is listed: above all the network and the user's files. */
function profile(readable: string[], home: string): string {
  const system = ['/usr', '/bin', '/System', '/Library/Apple', '/private/etc/ssl', '/dev'];
  const subpaths = (paths: string[]) =>
    paths.map((path) => `(subpath ${JSON.stringify(path)})`).join(' ');
  return `(version 1)
(deny default)
(allow process-fork process-exec*)
(allow signal (target same-sandbox))
(allow sysctl-read)
(allow file-read-metadata)
(allow file-read-data (literal "/"))
(allow file-read* ${subpaths([...system, ...readable, home])})
(allow file-write* ${subpaths([home])} (literal "/dev/null"))
(deny network*)
`;
}

function shellLimits(limits: SandboxLimits): string {
  const blocks = Math.ceil(limits.fileBytes / 512);
  return `ulimit -c 0 -n ${limits.openFiles} -t ${limits.cpuSeconds} -f ${blocks}`;
}
