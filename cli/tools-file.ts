import type { ToolDefinition } from '../classifier/definition.ts';
import { defaultLimits } from '../crawler/limits.ts';
import { readTool } from '../crawler/read-tool.ts';
import { isObject } from '../policy/json.ts';
import { readJsonFile } from './json-file.ts';
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
