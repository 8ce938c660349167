import type { JsonObject, ToolDefinition } from '../classifier/definition.ts';
import { isObject, own } from './json.ts';
import type { Condition } from './policy.ts';
import { type Checks, extensionKey, type PolicyDocument } from './policy-document.ts';
import { pointerOf } from './position.ts';
import type { Finding } from './validate.ts';

type Path = (string | number)[];

/** Rules about tools, and conditions about parameters, that the server does not have. */
export function checkAgainstTools(document: PolicyDocument, tools: ToolDefinition[]): Finding[] {
  const known = new Map(tools.map((tool) => [tool.name, tool]));
  const hidden = (document.hide ?? []).flatMap((name, index) =>
    name === '*' || known.has(name) ? [] : [unknownTool(name, ['hide', index])],
  );
  const inside = (path: Path, entries: Record<string, Checks> = {}) =>
    Object.entries(entries).flatMap(([name, checks]) => {
      const tool = known.get(name);
      return tool
        ? unknownParameters(tool, checks, [...path, name])
        : [unknownTool(name, [...path, name])];
    });
  return [
    ...hidden,
    ...inside(['tools'], document.tools),
    ...inside([extensionKey, 'tools'], document[extensionKey]?.tools),
  ];
}

function unknownTool(name: string, path: Path): Finding {
  return { pointer: pointerOf(path), message: `The server has no tool "${name}".` };
}

function unknownParameters(tool: ToolDefinition, checks: Checks, path: Path): Finding[] {
  const among = (conditions: Condition[], place: Path) =>
    conditions.flatMap((condition, index) => {
      const missing = missingParameter(tool.inputSchema, condition.path.split('.').slice(1));
      if (missing === undefined) return [];
      const message = `"${tool.name}" has no parameter "${missing}".`;
      return [{ pointer: pointerOf([...path, ...place, index, 'path']), message }];
    });
  return [
    ...among(checks.require ?? [], ['require']),
    ...(checks.deny_if ?? []).flatMap(({ conditions }, group) =>
      among(conditions, ['deny_if', group, 'conditions']),
    ),
  ];
}

/** The first part of the path that a schema with declared properties does not declare. */
function missingParameter(schema: JsonObject, names: string[]): string | undefined {
  let here: JsonObject = schema;
  for (const [index, name] of names.entries()) {
    const properties = own(here, 'properties');
    if (!isObject(properties)) return index === 0 ? name : undefined;
    const next = own(properties, name);
    if (next === undefined) return names.slice(0, index + 1).join('.');
    if (!isObject(next)) return undefined;
    here = next;
  }
  return undefined;
}
