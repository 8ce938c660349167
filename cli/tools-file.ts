import { readFile } from 'node:fs/promises';
import type { ToolDefinition } from '../classifier/definition.ts';
import { defaultLimits } from '../crawler/limits.ts';
import { readTool } from '../crawler/read-tool.ts';
import { isObject } from '../policy/json.ts';
import { readJson } from '../policy/read-json.ts';
import { fileError } from './file-error.ts';
import { plain } from './terminal.ts';
import { UserError } from './user-error.ts';

/**
 * The definitions of a JSON file: `{"tools": […]}`, also within a `result`, `[…]` or one definition; one without
 * `inputSchema` takes no parameter.
 *
 * @throws UserError with the JSON Pointer of what is no definition, or has the name of another
 */
export async function readToolsFile(path: string): Promise<ToolDefinition[]> {
  const { pointer, items, isList } = listIn(await readJsonFile(path));
  const seen = new Map<string, string>();
  return items.map((item, index) => {
    const at = isList ? `${pointer}/${index}` : pointer || 'it';
    const tool = readTool(isObject(item) ? { inputSchema: {}, ...item } : item, defaultLimits);
    if (typeof tool === 'string') {
      throw new UserError(`${plain(path)}: ${at} is no tool definition: ${tool}`);
    }
    const other = seen.get(tool.name);
    if (other !== undefined) {
      throw new UserError(
        `${plain(path)}: ${at} has the name of ${other}: ${plain(tool.name, 80)}`,
      );
    }
    seen.set(tool.name, at);
    return tool;
  });
}

async function readJsonFile(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw fileError('read', path, error);
  }
  if (text.trim() === '') throw new UserError(`${plain(path)}: the file is empty`);
  try {
    return JSON.parse(text);
  } catch {
    return readTolerantly(path, text);
  }
}

/** With comments, as people write such files; what is no JSON either way is told by line and column. */
function readTolerantly(path: string, text: string): unknown {
  try {
    return readJson(text);
  } catch (error) {
    throw new UserError(`${plain(path)}: ${(error as Error).message}`);
  }
}

interface FoundList {
  /** JSON Pointer of the list, or of the one definition. */
  pointer: string;
  items: unknown[];
  isList: boolean;
}

/** The list in a value, and where it stands. */
function listIn(value: unknown, pointer = ''): FoundList {
  if (Array.isArray(value)) return { pointer, items: value, isList: true };
  if (isObject(value)) {
    if (Array.isArray(value.tools))
      return { pointer: `${pointer}/tools`, items: value.tools, isList: true };
    if ('result' in value) return listIn(value.result, `${pointer}/result`);
  }
  return { pointer, items: [value], isList: false };
}
