import { findNodeAtLocation, getNodeValue, type Node, parseTree } from 'jsonc-parser';
import type { Json } from '../../classifier/definition.ts';
import { isSame, type Path } from './plan.ts';

/** Sets one value in a JSONC text. Everything else stays, byte for byte; missing objects above are made. */
export function setInJson(text: string, path: Path, value: Json): string {
  const root = parseTree(text);
  const [key, parent] = [path.at(-1), path.slice(0, -1)];
  if (!root || key === undefined) return text;
  const node = findNodeAtLocation(root, path);
  if (node) return replace(text, node, render(text, node, value));
  const container = findNodeAtLocation(root, parent);
  if (container?.type !== 'object') return setInJson(text, parent, { [key]: value });
  return appendTo(
    text,
    container,
    (indent) => `${JSON.stringify(key)}: ${pretty(text, value, indent)}`,
  );
}

/** Puts one value at the end of a list that is there. */
export function appendInJson(text: string, path: Path, value: Json): string {
  const root = parseTree(text);
  const list = root && findNodeAtLocation(root, path);
  return list ? appendTo(text, list, (indent) => pretty(text, value, indent)) : text;
}

/** Takes one property away. */
export function removeInJson(text: string, path: Path): string {
  const root = parseTree(text);
  const property = root && findNodeAtLocation(root, path)?.parent;
  return property?.type === 'property' ? cut(text, property) : text;
}

/** Takes the first item that is equal out of a list. */
export function dropInJson(text: string, path: Path, item: Json): string {
  const root = parseTree(text);
  const list = root && findNodeAtLocation(root, path);
  const found = list?.children?.find((child) => isSame(getNodeValue(child), item));
  return found ? cut(text, found) : text;
}

/** A child of a list or object with its comma; a comment between it and the next child goes too. */
function cut(text: string, child: Node): string {
  const siblings = child.parent?.children ?? [];
  const index = siblings.indexOf(child);
  const [before, next] = [siblings[index - 1], siblings[index + 1]];
  if (next) return text.slice(0, child.offset) + text.slice(next.offset);
  const end = child.offset + child.length;
  const trailing = /^\s*,/.exec(text.slice(end))?.[0] ?? '';
  const rest = text.slice(end + trailing.length);
  if (!before) return text.slice(0, child.offset) + rest;
  const start = before.offset + before.length;
  const between = text.slice(start, child.offset).trimEnd();
  return text.slice(0, start) + (trailing === '' ? between.replace(',', '') : between) + rest;
}

/** @param item renders the new item for the indentation it stands at; `undefined` for one line */
function appendTo(
  text: string,
  container: Node,
  item: (indent: string | undefined) => string,
): string {
  const last = container.children?.at(-1);
  const end = container.offset + container.length;
  if (!last) return fillEmpty(text, container, item);
  const isOneLine = !text.slice(container.offset, end).includes('\n');
  const after = last.offset + last.length;
  const tail = /^(\s*,)?([^\S\n]*\/\/[^\n\r]*|[^\S\n]*\/\*[^\n]*?\*\/)?/.exec(
    text.slice(after, end - 1),
  );
  const comma = tail?.[1] ?? '';
  if (isOneLine) return insert(text, after, `, ${item(undefined)}`);
  const indent = indentAt(text, last.offset);
  const line = `${eolOf(text)}${indent}${item(indent)}`;
  const lineEnd = after + (tail?.[0].length ?? 0);
  if (comma !== '') return insert(text, lineEnd, `${line},`);
  return insert(insert(text, lineEnd, line), after, ',');
}

function fillEmpty(
  text: string,
  container: Node,
  item: (indent: string | undefined) => string,
): string {
  const [open, close] = container.type === 'array' ? '[]' : '{}';
  const outer = indentAt(text, container.offset);
  const indent = outer + unitOf(text);
  const inner = text.slice(container.offset + 1, container.offset + container.length - 1).trim();
  const comment = inner === '' ? '' : `${eolOf(text)}${indent}${inner}`;
  const eol = eolOf(text);
  return replace(
    text,
    container,
    `${open}${comment}${eol}${indent}${item(indent)}${eol}${outer}${close}`,
  );
}

function render(text: string, node: Node, value: Json): string {
  const isInOneLine = node.parent?.parent && !sourceOf(text, node.parent.parent).includes('\n');
  return pretty(text, value, isInOneLine ? undefined : indentAt(text, node.offset));
}

function pretty(text: string, value: Json, indent: string | undefined): string {
  if (indent === undefined) return JSON.stringify(value);
  return JSON.stringify(value, null, unitOf(text)).replaceAll('\n', `${eolOf(text)}${indent}`);
}

function sourceOf(text: string, node: Node): string {
  return text.slice(node.offset, node.offset + node.length);
}

/** The white space at the start of the line that the offset is in. */
function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** One step of indentation as the file has it. */
function unitOf(text: string): string {
  const indent = /^[ \t]+(?=["/])/m.exec(text)?.[0] ?? '  ';
  return indent.startsWith('\t') ? '\t' : indent;
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function insert(text: string, offset: number, added: string): string {
  return text.slice(0, offset) + added + text.slice(offset);
}

function replace(text: string, node: Node, added: string): string {
  return text.slice(0, node.offset) + added + text.slice(node.offset + node.length);
}
