import { parseTree } from 'jsonc-parser';
import { isNode, parseDocument } from 'yaml';
import { offsetOf } from './json-offset.ts';
import { sectionsOf } from './merge/toml-sections.ts';
import { type Position, pathOf, positionAt } from './position.ts';

/**
 * Where the value that a JSON Pointer names stands in a client's file, by the file's ending (JSON with
 * comments, TOML, YAML). The first line where it cannot be found: a place is shown, never computed with.
 */
export function positionOf(text: string, pointer: string, file: string): Position {
  const path = pathOf(pointer);
  const found = /\.ya?ml$/i.test(file)
    ? yamlPosition(text, path)
    : /\.toml$/i.test(file)
      ? tomlPosition(text, path)
      : jsonPosition(text, path);
  return found ?? { line: 1, column: 1 };
}

function jsonPosition(text: string, path: string[]): Position | undefined {
  const root = parseTree(text);
  return root && positionAt(text, offsetOf(root, path));
}

function indexOrKey(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part;
}

function yamlPosition(text: string, path: string[]): Position | undefined {
  const node = parseDocument(text).getIn(path.map(indexOrKey), true);
  return isNode(node) && node.range ? positionAt(text, node.range[0]) : undefined;
}

/** The header of the table, the key in it, or the nearest table around the value. */
function tomlPosition(text: string, path: string[]): Position | undefined {
  const around = sectionsOf(text).filter((section) =>
    section.path.every((part, index) => part === path[index]),
  );
  const nearest = around.toSorted((a, b) => b.path.length - a.path.length)[0];
  if (!nearest) return undefined;
  const key = nearest.keys.find((one) => one.key === path[nearest.path.length]);
  return { line: (key ? key.start : Math.max(nearest.header, 0)) + 1, column: 1 };
}
