import { existsSync } from 'node:fs';
import type { SandboxLimits } from '../limits.ts';

const dash = '/usr/bin/dash';

/** What dash takes for a name; to `OPTIND` it gives numbers alone. */
const shellName = /^(?!OPTIND$)[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * The words before a command line that give it these limits and this environment. One start of dash does
 * both, which costs half of what `prlimit` and `env` take: the way where there is no dash, or a name that it cannot say.
 * They must themselves be started with no more of an environment than PATH and PWD.
 */
export function limited(
  limits: SandboxLimits,
  env: Readonly<Record<string, string>>,
  hasDash = existsSync(dash),
): string[] {
  const sayable = Object.keys(env).every((name) => shellName.test(name));
  return hasDash && sayable ? byDash(limits, env) : byTools(limits, env);
}

/**
 * Names and values are words beside the script and no part of it. A limit that cannot be set ends it, before
 * anything else is started. Kilobytes and blocks are rounded down.
 */
function byDash(limits: SandboxLimits, env: Readonly<Record<string, string>>): string[] {
  const pairs = pairsOf(env);
  const script = [
    `ulimit -d ${Math.floor(limits.dataBytes / 1024)}`,
    `ulimit -n ${limits.openFiles}`,
    `ulimit -p ${limits.processes}`,
    `ulimit -t ${limits.cpuSeconds}`,
    `ulimit -f ${Math.floor(limits.fileBytes / 512)}`,
    'ulimit -c 0',
    'unset PATH PWD',
    ...pairs.map((_, index) => `export "\${${index + 1}}"`),
    `shift ${pairs.length}`,
    'exec "$@"',
  ];
  return [dash, '-c', script.join(' && '), 'sh', ...pairs];
}

/** `--data` and not `--as`: Node reserves far more addresses than it uses. */
function byTools(limits: SandboxLimits, env: Readonly<Record<string, string>>): string[] {
  return [
    'prlimit',
    `--data=${limits.dataBytes}`,
    `--nofile=${limits.openFiles}`,
    `--nproc=${limits.processes}`,
    `--cpu=${limits.cpuSeconds}`,
    `--fsize=${limits.fileBytes}`,
    '--core=0',
    '--',
    ...['env', '-i', ...pairsOf(env)],
  ];
}

function pairsOf(env: Readonly<Record<string, string>>): string[] {
  return Object.entries(env).map(([name, value]) => `${name}=${value}`);
}
