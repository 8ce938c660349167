import type { Json } from '../../classifier/definition.ts';
import { valueAt } from '../configured-servers.ts';
import { isObject } from '../json.ts';
import { pointerOf } from '../position.ts';
import { readToml } from '../read-toml.ts';
import { tomlKey, tomlString } from '../toml-text.ts';
import { type Edit, type MergeOptions, type Path, planMerge } from './plan.ts';
import { type Section, sectionsOf } from './toml-sections.ts';

/**
 * Comments, order and white space of `existing` stay: only lines of changed keys are touched.
 *
 * @throws SyntaxError where a table that has to change is written inline or with dotted keys
 */
export function mergeToml(
  existing: string,
  ours: string,
  options: MergeOptions,
): { text: string; replaced: Path[] } {
  const { edits, replaced } = planMerge(readToml(existing), readToml(ours), options);
  return { text: edits.reduce(apply, existing), replaced };
}

function apply(text: string, edit: Edit): string {
  switch (edit.kind) {
    case 'set':
      return isObject(edit.value)
        ? setTable(text, edit.path, edit.value)
        : setKey(text, edit.path, edit.value);
    case 'append':
      return setKey(text, edit.path, [...listAt(text, edit.path), ...edit.items]);
    case 'drop':
      return setKey(
        text,
        edit.path,
        listAt(text, edit.path).filter((item) => !edit.items.includes(item)),
      );
    case 'remove':
      return removeKey(text, edit.path);
  }
}

function listAt(text: string, path: Path): Json[] {
  const list = valueAt(readToml(text), pointerOf(path));
  return Array.isArray(list) ? list : [];
}

function removeKey(text: string, path: Path): string {
  const table = path.slice(0, -1).join('\0');
  const section = sectionsOf(text).find((one) => one.path.join('\0') === table);
  const had = section?.keys.find((one) => one.key === path.at(-1));
  if (!had) return text;
  const lines = text.split('\n');
  lines.splice(had.start, had.end - had.start);
  return lines.join('\n');
}

/** A whole new table: its own keys, then the tables below it. */
function setTable(text: string, path: Path, table: Record<string, Json>): string {
  const entries = Object.entries(table);
  const scalars = entries.filter(([, value]) => !isObject(value));
  const tables = entries.filter(([, value]) => isObject(value));
  let result = scalars.length > 0 || tables.length === 0 ? addSection(text, path, scalars) : text;
  for (const [key, value] of tables) {
    if (isObject(value)) result = setTable(result, [...path, key], value);
  }
  return result;
}

/** Behind the last table of the same family, so that a server's tables stay together. */
function addSection(text: string, path: Path, entries: [string, Json][]): string {
  const lines = text === '' ? [] : text.replace(/\r?\n$/, '').split('\n');
  const sections = sectionsOf(text);
  const family = longestFamily(sections, path);
  const at = family ? family.contentEnd : lines.length;
  const eol = text.includes('\r\n') ? '\r' : '';
  const block = [
    ...(at === 0 ? [] : ['']),
    `[${path.map(tomlKey).join('.')}]`,
    ...entries.map(([key, value]) => `${tomlKey(key)} = ${tomlValue(value)}`),
  ].map((line) => line + eol);
  lines.splice(at, 0, ...block);
  return `${lines.join('\n')}\n`;
}

/** The last section that shares the longest prefix (two parts or more) with the path. */
function longestFamily(sections: Section[], path: Path): Section | undefined {
  for (let length = path.length; length >= 2; length -= 1) {
    const prefix = path.slice(0, length).join('\0');
    const found = sections.findLast((one) => one.path.slice(0, length).join('\0') === prefix);
    if (found) return found;
  }
  return undefined;
}

function setKey(text: string, path: Path, value: Json): string {
  const key = path.at(-1) ?? '';
  const table = path.slice(0, -1);
  const section = sectionsOf(text).find((one) => one.path.join('\0') === table.join('\0'));
  if (!section) {
    const name = table.map(tomlKey).join('.');
    throw new SyntaxError(`line 1, column 1: write [${name}] as a table of its own first`);
  }
  const lines = text.split('\n');
  const eol = text.includes('\r\n') ? '\r' : '';
  const line = `${tomlKey(key)} = ${tomlValue(value)}`;
  const had = section.keys.find((one) => one.key === key);
  if (had) {
    const comment = had.comment === '' ? '' : ` ${had.comment}`;
    lines.splice(had.start, had.end - had.start, `${line}${comment}${eol}`);
  } else {
    lines.splice(section.contentEnd, 0, line + eol);
  }
  return lines.join('\n');
}

function tomlValue(value: Json): string {
  if (typeof value === 'string') return tomlString(value);
  if (Array.isArray(value)) return `[${value.map(tomlValue).join(', ')}]`;
  return String(value);
}
