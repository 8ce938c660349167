import type { NamedCommand } from './commands/index.ts';

/** docs/cli.md: every command with its options and examples, from the definitions that `--help` shows. */
export function cliReference(commands: readonly NamedCommand[]): string {
  const sections = commands.map(commandSection);
  return `# The command line

Written by \`npm run docs\` from the definitions of the commands; do not edit it by hand.

Results go to standard output, everything else to standard error. \`--json\` prints the result as JSON,
and a failure as \`{"error": {"code", "message"}}\` in a last line of its own.
Exit codes: 0 fine, 1 findings, 2 wrong use or wrong input, 3 something could not be reached,
70 a fault of mcp-risk itself, 130 interrupted.
\`MCP_RISK_HOME\` is the directory that everything is written to, \`DATABASE_URL\` a Postgres to use instead of it.
One process at a time uses the directory: a command waits up to 10 s for another to end, and says so on standard error.

Credentials of a configuration are neither shown nor given to a server: values of \`env\` and headers, what follows
a name such as \`--db-passwd\`, logins in addresses, and long random words and parts of addresses. What follows a flag or
query parameter of which nothing is known is not shown, but a server gets it. Not recognised: a short password that stands
alone among the arguments, a password in a path or a host name that does not look random, and a login with \`/\` in an
http address whose user looks like a host name. The \`.bak\` that \`policy for --write\` leaves beside a file holds what
stood there, credentials too: only you can read it, and it is not to be committed.

${sections.join('\n')}`;
}

function commandSection({
  name,
  summary,
  arguments: args,
  options,
  examples,
  notes = [],
}: NamedCommand): string {
  const rows = options.map(
    ({ flags, description, default: value, choices }) =>
      `| \`${flags}\` | ${cell(description)}${choices ? `: ${choices.join(', ')}` : ''} | ${value === undefined ? '' : `\`${value}\``} |`,
  );
  const table =
    rows.length > 0 ? ['| option | meaning | default |', '|---|---|---|', ...rows, ''] : [];
  return [
    `## ${name}`,
    '',
    `\`mcp-risk ${[name, args].filter(Boolean).join(' ')}\` — ${summary}`,
    '',
    ...table,
    '```sh',
    ...examples.flatMap(([line, does]) => [`# ${does}`, line]),
    '```',
    '',
    ...notes.flatMap((note) => [note, '']),
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
