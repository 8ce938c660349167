import { isAbsolute, join } from 'node:path';
import { plain } from '../terminal.ts';
import { UserError } from '../user-error.ts';

/**
 * Variables that move what clients keep in the home folder, and what they move: Claude Code's settings
 * (https://code.claude.com/docs/en/env-vars), Codex's folder (https://developers.openai.com/codex/config-advanced),
 * everything under `~/.config` (https://specifications.freedesktop.org/basedir-spec/latest/).
 */
const moves: readonly { variable: string; from: string; to: string }[] = [
  { variable: 'CLAUDE_CONFIG_DIR', from: '/.claude.json', to: '/.claude.json' },
  { variable: 'CLAUDE_CONFIG_DIR', from: '/.claude/', to: '/' },
  { variable: 'CODEX_HOME', from: '/.codex/', to: '/' },
  { variable: 'XDG_CONFIG_HOME', from: '/.config/', to: '/' },
];

/** What a test must not inherit: with one of these set it would write into a person's own files. */
export const movingVariables: readonly string[] = [
  ...new Set(moves.map(({ variable }) => variable)),
];

/**
 * Where a file of the home folder is, given the variables that the clients obey.
 * @throws UserError for a folder that is not absolute: it would be another one for each program
 */
export function movedPath(
  path: string,
  home: string,
  env: Readonly<Record<string, string | undefined>>,
): string {
  if (!path.startsWith(home)) return path;
  const inHome = path.slice(home.length);
  for (const { variable, from, to } of moves) {
    const folder = env[variable];
    if (folder === undefined || folder === '' || !inHome.startsWith(from)) continue;
    if (!isAbsolute(folder))
      throw new UserError(`${variable} is no absolute path: ${plain(folder)}`);
    return join(folder, to, inHome.slice(from.length));
  }
  return path;
}
