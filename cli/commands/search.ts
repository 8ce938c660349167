import { type Command, exitCode, jsonOption } from '../command.ts';
import { readCount } from '../crawl-options.ts';
import { plain } from '../terminal.ts';

export const search: Command = {
  arguments: '<words...>',
  options: [
    { flags: '--limit <number>', description: 'at most so many tools', default: '20' },
    jsonOption,
  ],
  examples: [['mcp-risk search delete message', 'tools with both words, those named so first']],
  async run({ args, options, terminal, signal }) {
    const { withCatalog } = await import('../steps/seed.ts');
    const { searchTools } = await import('../../db/queries/search.ts');
    const { classifierVersion } = await import('../../classifier/version.ts');
    const { badge } = await import('../tool-lines.ts');
    const limit = readCount('--limit', options.limit) ?? 20;
    const found = await withCatalog(signal, ({ db }) =>
      searchTools(db, args, classifierVersion, limit),
    );
    if (options.json) terminal.printJson(found);
    else {
      for (const { serverId, name, description, classification } of found) {
        terminal.print(
          `${plain(serverId, 80)} ▸ ${plain(name, 80)}  ${badge(classification, terminal)}`,
        );
        if (description) terminal.print(`    ${plain(description, 110)}`);
      }
      if (found.length === 0) terminal.note('no tool of the catalog has all these words');
    }
    return found.length > 0 ? exitCode.fine : exitCode.findings;
  },
};
