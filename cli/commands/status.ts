import { type Command, exitCode, jsonOption } from '../command.ts';

export const status: Command = {
  options: [jsonOption],
  examples: [
    ['mcp-risk status', 'servers by outcome, failures by reason, what is due, tools by risk'],
    ['mcp-risk status --json', 'the same as data'],
  ],
  async run({ options, terminal, signal }) {
    const { withStore } = await import('../store.ts');
    const { readStatus } = await import('../../db/queries/status.ts');
    const { classifierVersion } = await import('../../classifier/version.ts');
    const found = await withStore(signal, ({ db }) =>
      readStatus(db, classifierVersion, new Date().toISOString()),
    );
    if (options.json) terminal.printJson(found);
    else {
      const { statusLines } = await import('../status-lines.ts');
      for (const line of statusLines(found, terminal)) terminal.print(line);
    }
    return exitCode.fine;
  },
};
