import type { ToolDefinition } from '../../classifier/definition.ts';
import { type Command, exitCode, jsonOption } from '../command.ts';
import type { OpenStore } from '../store.ts';
import { plain } from '../terminal.ts';
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
  const { existsSync } = await import('node:fs');
  if (existsSync(name)) return readFileSide(name);
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

/** `{"tools": […]}`, `[…]` or one definition. */
async function readFileSide(path: string): Promise<ToolDefinition[]> {
  const { readFile } = await import('node:fs/promises');
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UserError(`${plain(path)}: ${plain((error as Error).message)}`);
  }
  const list = Array.isArray(value) ? value : listIn(value);
  return list.map((tool, index) => {
    if (typeof tool === 'object' && tool !== null && typeof tool.name === 'string') {
      return { inputSchema: {}, ...tool };
    }
    throw new UserError(`${plain(path)}: /${index} is no tool definition: its name is missing`);
  });
}

function listIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  if ('tools' in value && Array.isArray(value.tools)) return value.tools;
  if ('result' in value) return listIn(value.result);
  return [value];
}
