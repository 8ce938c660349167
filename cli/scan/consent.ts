import { createInterface } from 'node:readline/promises';
import { emptyFolder } from '../../crawler/sandbox/sandbox.ts';
import type { Target } from '../../crawler/server-entry.ts';
import type { ConfiguredServer } from '../../policy/client.ts';
import type { CommandCall } from '../command.ts';
import { plain } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import type { Configuration } from './find-configurations.ts';
import { launchTarget } from './launch-target.ts';
import { possibleSecrets } from './possible-secrets.ts';
import { redact, redacted } from './secrets.ts';

/** What would be started or reached for a server, in one harmless line without credentials. */
export function launchLine(server: ConfiguredServer): string {
  return `${plain(server.alias, 40)}: ${plain(describeTarget(launchTarget(server)), 200)}`;
}

function describeTarget(target: Target): string {
  switch (target.type) {
    case 'streamable-http':
    case 'sse':
      return `reach ${withoutPossibleSecrets([target.url])}`;
    case 'command':
      return `start ${target.command} ${withoutPossibleSecrets(target.args)}`;
    default: {
      const version = target.version === undefined ? '' : `@${target.version}`;
      return `start ${target.type} package ${target.identifier + version} ${withoutPossibleSecrets(target.args)}`;
    }
  }
}

/** Words as they may be shown: of the values that nothing is known of, none. */
function withoutPossibleSecrets(words: readonly string[]): string {
  const values = possibleSecrets(words);
  const long = values.filter((value) => value.length >= 4);
  return words
    .map((word) => (values.includes(word) ? redacted : redact(word, long)))
    .join(' ')
    .replaceAll(emptyFolder, '(an empty folder)');
}

/**
 * Shows what would be started and asks once for all. `--yes` is the answer where nobody can be asked.
 * @throws UserError without a terminal and without `--yes`
 */
export async function askConsent(
  configurations: readonly Configuration[],
  assumeYes: boolean,
  { terminal, signal, options }: Pick<CommandCall, 'terminal' | 'signal' | 'options'>,
): Promise<boolean> {
  const lines = configurations.flatMap(({ servers }) =>
    servers.map((server) => {
      const isLeftOut = launchTarget(server).type === 'command' && !options.allowUnsandboxed;
      return launchLine(server) + (isLeftOut ? ' (only with --allow-unsandboxed)' : '');
    }),
  );
  for (const line of new Set(lines)) terminal.note(`  ${line}`);
  if (assumeYes || lines.length === 0) return true;
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new UserError(
      'the servers above would be started or reached, in a sandbox and without your credentials: ' +
        'add --yes to agree, or --catalog-only to start nothing',
    );
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  prompt.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    const answer = await prompt.question(
      'Start or reach these, packages in a sandbox and without your credentials? [y/N] ',
      { signal },
    );
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    prompt.close();
  }
}
