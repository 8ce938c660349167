import { commandGroups } from './commands/index.ts';

/** What `mcp-risk --help` prints, at most 80 columns wide; made without the parser, so that it is there at once. */
export function overview(): string {
  const groups = Object.entries(commandGroups).map(([heading, commands]) => {
    const rows = Object.entries(commands).map(([name, { summary }]) => row(name, summary));
    return `${heading}:\n${rows.join('\n')}\n`;
  });
  return `Usage: mcp-risk <command> [options]

What can this MCP tool do to me, and what rule should stand in front of it?

Crawls MCP servers, labels each of their tools read, write or destructive with
a risk level and the evidence for it, and recommends the policy that should
stand in front of it.

${groups.join('\n')}
Options:
${row('-h, --help', 'this, or with a command: its options and examples')}
${row('-V, --version', 'the version number')}

Examples:
  $ mcp-risk scan
  $ mcp-risk start --offline
  $ mcp-risk scan --help
`;
}

function row(term: string, meaning: string): string {
  return `  ${term.padEnd(13)}  ${meaning}`;
}
