import type { ToolDocument } from '../data/tool-document.ts';
import toolSchema from './tool.schema.json' with { type: 'json' };

/** One line of the bulk file: the tool's record without what can be computed from it. */
export function bulkLine(document: ToolDocument): string {
  const { policies: _, annotations: __, ...record } = document;
  return `${JSON.stringify(record)}\n`;
}

/** JSON Schema of a line: the tool's, without what a line leaves out. */
export function bulkSchema(): object {
  const { policies: _, annotations: __, ...properties } = toolSchema.properties;
  const { policy: ___, ...$defs } = toolSchema.$defs;
  return {
    ...toolSchema,
    title: 'One line of the bulk file: one MCP tool, judged',
    required: toolSchema.required.filter((name) => Object.hasOwn(properties, name)),
    properties,
    $defs,
  };
}
