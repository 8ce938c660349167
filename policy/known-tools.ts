import type { JsonObject, ToolDefinition } from '../classifier/definition.ts';
import { isObject, own } from './json.ts';
import type { Condition } from './policy.ts';
import { extensionKey } from './policy-json.ts';
import { pointerOf } from './position.ts';
import type { Finding } from './validate.ts';

/** Rules about tools, and conditions about parameters, that the server does not have. */
export function checkAgainstTools(document: JsonObject, tools: ToolDefinition[]): Finding[] {
  const known = new Map(tools.map((tool) => [tool.name, tool]));
  const found: Finding[] = [];
  const hidden = (own(document, 'hide') as string[] | undefined) ?? [];
  hidden.forEach((name, index) => {
    if (name !== '*' && !known.has(name)) found.push(unknownTool(name, ['hide', index]));
  });
  for (const path of [['tools'], [extensionKey, 'tools']]) {
    for (const [name, checks] of Object.entries(objectAt(document, path))) {
      const tool = known.get(name);
      if (!tool) found.push(unknownTool(name, [...path, name]));
      else if (isObject(checks)) found.push(...unknownParameters(tool, checks, [...path, name]));
    }
  }
  return found;
}

function unknownTool(name: string, path: (string | number)[]): Finding {
  return { pointer: pointerOf(path), message: `The server has no tool "${name}".` };
}

function unknownParameters(tool: ToolDefinition, checks: JsonObject, path: string[]): Finding[] {
  const require = (own(checks, 'require') ?? []) as unknown as Condition[];
  const denials = (own(checks, 'deny_if') ?? []) as unknown as { conditions: Condition[] }[];
  const placed: [Condition, (string | number)[]][] = [
    ...require.map((one, index): [Condition, (string | number)[]] => [one, ['require', index]]),
    ...denials.flatMap(({ conditions }, group) =>
      conditions.map((one, index): [Condition, (string | number)[]] => [
        one,
        ['deny_if', group, 'conditions', index],
      ]),
    ),
  ];
  return placed.flatMap(([condition, place]) => {
    const missing = missingParameter(tool.inputSchema, condition.path.split('.').slice(1));
    if (missing === undefined) return [];
    const message = `"${tool.name}" has no parameter "${missing}".`;
    return [{ pointer: pointerOf([...path, ...place, 'path']), message }];
  });
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

function objectAt(document: JsonObject, path: string[]): JsonObject {
  let here = document;
  for (const key of path) {
    const next = own(here, key);
    if (!isObject(next)) return {};
    here = next;
  }
  return here;
}
