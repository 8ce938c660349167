import type { ConfiguredServer } from '../../policy/client.ts';

/** A package that a runner installs and starts. `args` are the last words of the command line. */
export interface PackageCall {
  type: 'npm' | 'pypi' | 'oci';
  identifier: string;
  version?: string;
  args: string[];
  /** How the command line names the package: with its version or tag. */
  spec: string;
  /** What stands between a package and its exact version there. */
  joint: '@' | '==';
}

/** The package that a command line runs; undefined where it is no plain call of a package runner. */
export function packageCall(target: ConfiguredServer['target']): PackageCall | undefined {
  if (target.type !== 'stdio') return undefined;
  const [runner, ...words] = unwrapShell([target.command, ...target.args]);
  return packageOf(runnerName(runner ?? ''), words);
}

function packageOf(runner: string, words: string[]): PackageCall | undefined {
  switch (runner) {
    case 'npx':
    case 'bunx':
      return npmCall(words);
    case 'pnpm':
    case 'yarn':
      return words[0] === 'dlx' ? npmCall(words.slice(1)) : undefined;
    case 'npm':
      return words[0] === 'exec' || words[0] === 'x' ? npmCall(words.slice(1)) : undefined;
    case 'uvx':
      return pypiCall(words, '@');
    case 'uv':
      return words[0] === 'tool' && words[1] === 'run' ? pypiCall(words.slice(2), '@') : undefined;
    case 'pipx':
      return words[0] === 'run' ? pypiCall(words.slice(1), '==') : undefined;
    case 'docker':
    case 'podman':
      return words[0] === 'run' ? imageCall(words.slice(1)) : undefined;
    default:
      return undefined;
  }
}

/** `npx [-y] [-p package] package[@version] args…`; no package, no call. */
function npmCall(words: string[]): PackageCall | undefined {
  let named: string | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '-y' || word === '--yes' || word === '-q' || word === '--quiet' || word === '--') {
      continue;
    }
    if (word === '-p' || word === '--package') {
      named ??= words[at + 1];
      at += 1;
    } else if (word.startsWith('--package=')) {
      named ??= word.slice('--package='.length);
    } else if (word.startsWith('-')) {
      return undefined;
    } else {
      return splitVersion('npm', named ?? word, words.slice(at + 1));
    }
  }
  return undefined;
}

function splitVersion(
  type: 'npm' | 'pypi',
  spec: string,
  args: string[],
  joint: PackageCall['joint'] = '@',
): PackageCall | undefined {
  const match = /^(@[\w.-]+\/[\w.-]+|[\w.-]+)(?:@([\w.+-]+)|==([\w.+-]+))?$/.exec(spec);
  if (!match?.[1] || match[1] === '.' || match[1] === '..') return undefined;
  const version = match[2] ?? match[3];
  const exact = version !== undefined && /^\d/.test(version) ? { version } : {};
  return { type, identifier: match[1], ...exact, args, spec, joint };
}

const wordSet = (text: string) => new Set(text.split(' '));
const uvxFlags = wordSet(
  '-q --quiet -v --verbose --isolated -n --no-cache --refresh --offline --no-config --no-progress -U --upgrade --managed-python --no-managed-python',
);
const uvxOptions = wordSet(
  '-p --python --with --python-preference --color --cache-dir --link-mode --directory',
);

/** `uvx [--from package] command args…`; `bareJoint` is for a command that names its package itself. With another index or an unknown option it is no plain call. */
function pypiCall(words: string[], bareJoint: PackageCall['joint']): PackageCall | undefined {
  let named: string | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [option = '', value] = word.split('=');
    if (option === '--from' || option === '--spec') {
      named = value === undefined ? words[at + 1] : word.slice(option.length + 1);
      if (value === undefined) at += 1;
    } else if (uvxOptions.has(option)) {
      if (value === undefined) at += 1;
    } else if (!word.startsWith('-')) {
      const joint = named === undefined ? bareJoint : '==';
      return splitVersion('pypi', named ?? word, words.slice(at + 1), joint);
    } else if (!uvxFlags.has(word)) {
      return undefined;
    }
  }
  return undefined;
}

const imageFlags = wordSet(
  '-i --interactive -t --tty -it -ti -d --detach --rm --init --privileged --read-only -P --publish-all -q --quiet --no-healthcheck --oom-kill-disable',
);
const imageOptions = wordSet(
  '-e --env --env-file -v --volume --volumes-from --mount --tmpfs --name --network --net --network-alias --ip -p --publish --expose -u --user -w --workdir --entrypoint --platform --pull --add-host --dns -h --hostname -l --label -m --memory --memory-swap --shm-size -c --cpu-shares --cpus --cpuset-cpus --pids-limit --ulimit --gpus --device --ipc --pid --uts --userns --cgroupns --cap-add --cap-drop --security-opt --sysctl --group-add --restart --runtime --stop-signal --stop-timeout --log-driver --log-opt --cidfile',
);
const imageName = /^[a-z\d][\w./:@-]*$/i;

/** `docker run [options] image args…`; mounts and networks of the user are left behind. */
function imageCall(words: string[]): PackageCall | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (imageOptions.has(word)) at += 1;
    else if (!word.startsWith('-')) {
      return imageName.test(word)
        ? { type: 'oci', identifier: word, args: words.slice(at + 1), spec: word, joint: '@' }
        : undefined;
    } else if (!imageFlags.has(word) && !/^--[\w-]+=/.test(word)) return undefined;
  }
  return undefined;
}

/** `cmd /c npx …` is how Windows configurations start a script. */
function unwrapShell(words: string[]): string[] {
  const [shell, flag] = words;
  if (shell && runnerName(shell) === 'cmd' && flag?.toLowerCase() === '/c') return words.slice(2);
  return words;
}

function runnerName(command: string): string {
  const base = command.split(/[\\/]/).pop() ?? '';
  return base.replace(/\.(exe|cmd|bat)$/i, '').toLowerCase();
}
