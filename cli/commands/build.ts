import { type Command, exitCode, jsonOption } from '../command.ts';

export const build: Command = {
  name: 'build',
  summary: 'write the pages of what changed',
  options: [jsonOption],
  examples: [
    ['mcp-risk build', 'writes the site below the data directory; only changed pages are written'],
  ],
  async run({ options, terminal, signal }) {
    const { withStore } = await import('../store.ts');
    const { buildSite } = await import('../steps/build.ts');
    const summary = await withStore((store) => buildSite(store, { terminal, signal }));
    if (options.json) terminal.print(JSON.stringify(summary));
    else {
      terminal.print(
        `${summary.written} files written, ${summary.unchanged} unchanged, ${summary.removed} removed`,
      );
    }
    return exitCode.fine;
  },
};
