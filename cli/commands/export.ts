import { type Command, exitCode, jsonOption } from '../command.ts';
import { fileError } from '../file-error.ts';

export const exportCommand: Command = {
  arguments: '<file>',
  options: [jsonOption],
  examples: [
    [
      'mcp-risk export servers.jsonl.gz',
      'one line a server: its package, version, integrity and tools',
    ],
  ],
  async run({ args, options, terminal, signal }) {
    const { withStore } = await import('../store.ts');
    const { exportSnapshot } = await import('../../db/snapshot.ts');
    const file = args[0] ?? '';
    const servers = await withStore(signal, ({ db }) => exportSnapshot(db, file)).catch((error) => {
      throw fileError('write', file, error);
    });
    if (options.json) terminal.printJson({ servers });
    else terminal.print(`${servers} servers written`);
    return exitCode.fine;
  },
};
