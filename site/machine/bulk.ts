import type { ToolDocument } from '../data/tool-document.ts';

/** One line of the bulk file: the tool's record without what can be computed from it. */
export function bulkLine(document: ToolDocument): string {
  const { policies: _, annotations: __, ...record } = document;
  return `${JSON.stringify(record)}\n`;
}
