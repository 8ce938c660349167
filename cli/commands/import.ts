import { type Command, exitCode, jsonOption } from '../command.ts';
import { fileError } from '../file-error.ts';
import { counted, plain } from '../terminal.ts';

export const importCommand: Command = {
  arguments: '<file>',
  options: [jsonOption],
  examples: [
    ['mcp-risk import servers.jsonl.gz', 'adds what it lists; a newer crawl of your own is kept'],
  ],
  async run({ args, options, terminal, signal }) {
    const { withStore } = await import('../store.ts');
    const { importSnapshot } = await import('../../db/snapshot.ts');
    const now = new Date().toISOString();
    const file = args[0] ?? '';
    const result = await withStore(signal, ({ db }) => importSnapshot(db, file, now)).catch(
      (error) => {
        throw fileError('read', file, error);
      },
    );
    for (const { line, reason } of result.errors) {
      process.stderr.write(`${plain(file)}: line ${line}: ${plain(reason)}\n`);
    }
    if (options.json) terminal.printJson(result);
    else
      terminal.print(
        `${counted(result.imported, 'server')} imported, ${result.known} known already`,
      );
    return result.invalid > 0 ? exitCode.usage : exitCode.fine;
  },
};
