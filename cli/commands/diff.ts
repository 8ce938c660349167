import type { ToolDefinition } from '../../classifier/definition.ts';
import { type Command, exitCode, jsonOption } from '../command.ts';
import type { OpenStore } from '../store.ts';
import { UserError } from '../user-error.ts';

export const diff: Command = {
  arguments: '<before> <after>',
  options: [jsonOption],
  examples: [
    ['mcp-risk diff before.json after.json', 'two tools/list answers, or lists of definitions'],
    ['mcp-risk diff mcp-server-docker docker-tools.json', 'a server of the catalog and a file'],
    ['mcp-risk diff 3f0c9a12 91be77d0', 'two definitions of the store by the start of their hash'],
  ],
  async run({ args: [before = '', after = ''], options, terminal, signal }) {
    const { changeLines, diffToolSets } = await import('../tool-set-diff.ts');
    const changes = diffToolSets(await readSide(before, signal), await readSide(after, signal));
    if (options.json) terminal.printJson(changes);
    else {
      for (const change of changes) {
        for (const line of changeLines(change, terminal)) terminal.print(line);
      }
      if (changes.length === 0) terminal.print('no tool differs');
    }
    return changes.length > 0 ? exitCode.findings : exitCode.fine;
  },
};

/** A file, else the start of a definition's hash, else a server of the catalog. @throws UserError */
async function readSide(name: string, signal: AbortSignal): Promise<ToolDefinition[]> {
  const { namesFile } = await import('../names-file.ts');
  if (namesFile(name)) {
    const { readToolsFile } = await import('../tools-file.ts');
    return readToolsFile(name);
  }
  const { withCatalog } = await import('../steps/seed.ts');
  return withCatalog(signal, async (store) => {
    if (/^[0-9a-f]{8,64}$/.test(name)) return [await definitionByHash(store, name)];
    const { catalogServer } = await import('../catalog-tool.ts');
    const { tools } = await catalogServer(store, name);
    return tools.filter(({ current }) => current).map(({ definition }) => definition);
  });
}

async function definitionByHash({ db }: OpenStore, start: string): Promise<ToolDefinition> {
  const { findDefinitions } = await import('../../db/queries/definitions.ts');
  const found = await findDefinitions(db, start, 2);
  const [only] = found;
  if (only && found.length === 1) return only.definition;
  throw new UserError(
    found.length === 0
      ? `no definition in the store whose hash begins with ${start}`
      : `more than one definition begins with ${start}: give more of its hash`,
  );
}
