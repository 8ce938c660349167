import {
  getNodeValue,
  type Node,
  type ParseError,
  type ParseErrorCode,
  parseTree,
} from 'jsonc-parser';
import type { JsonObject } from '../../classifier/definition.ts';
import type { ServerEntry, Target } from '../server-entry.ts';
import type { MalformedEntry, Registry } from './registry.ts';
import { readServerJson } from './server-json.ts';

export const userRegistry = 'user';

/** `ParseErrorCode.ValueExpected`, which its package declares in types only. */
const valueExpected = 4;

export interface UserListOptions {
  /**
   * What is started or reached for a server of a client's configuration, without its credentials;
   * or why nothing is.
   */
  targetOf(alias: string, server: JsonObject): Target | string;
  /** What is wrong with a JSON text, in words. */
  parseErrorWords(error: ParseErrorCode): string;
}

export interface UserList {
  entries: ServerEntry[];
  malformed: MalformedEntry[];
}

/**
 * Reads a user's own list of servers: one server.json object, an array of them, one a line, or a
 * client's configuration (`mcpServers` or `servers`), in which comments are allowed.
 *
 * @throws {SyntaxError} with line and column when it is none of these
 */
export function readUserList(text: string, options: UserListOptions): UserList {
  const list: UserList = { entries: [], malformed: [] };
  const document = parseDocument(text);
  if ('root' in document) {
    readRoot(document.root, text, options, list);
    return list;
  }
  const lines = text.split('\n');
  const parsed = lines.map((line) => (line.trim() === '' ? undefined : parseDocument(line)));
  const isLines = parsed.some((line) => line && 'root' in line && line.root.type === 'object');
  if (!isLines) throw syntaxError(document, text, options);
  for (const [index, line] of parsed.entries()) {
    if (!line) continue;
    const where = `line ${index + 1}`;
    if ('root' in line) add(list, where, readServer(line.root));
    else list.malformed.push({ where, reason: options.parseErrorWords(line.error) });
  }
  return list;
}

/** The list as a registry of one page. */
export function userListRegistry(text: string, options: UserListOptions): Registry {
  const { entries, malformed } = readUserList(text, options);
  return {
    id: userRegistry,
    sync: async function* () {
      yield { entries, malformed, cursor: undefined };
    },
  };
}

function readRoot(root: Node, text: string, { targetOf }: UserListOptions, list: UserList): void {
  if (root.type === 'array') {
    for (const [index, item] of (root.children ?? []).entries()) {
      add(list, whereOf(text, item, `/${index}`), readServer(item));
    }
    return;
  }
  const key = ['mcpServers', 'servers'].find((name) => property(root, name)?.type === 'object');
  if (key === undefined) {
    add(list, whereOf(text, root, ''), readServer(root));
    return;
  }
  for (const { children: [name, value] = [] } of property(root, key)?.children ?? []) {
    if (!name || !value) continue;
    const alias = String(name.value);
    const where = whereOf(
      text,
      name,
      `/${key}/${alias.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    );
    add(list, where, readConfigured(alias, getNodeValue(value), targetOf));
  }
}

function readServer(node: Node): ServerEntry | string {
  return readServerJson(getNodeValue(node), userRegistry);
}

function readConfigured(
  alias: string,
  server: unknown,
  targetOf: UserListOptions['targetOf'],
): ServerEntry | string {
  if (alias.trim() === '') return 'has no name';
  if (typeof server !== 'object' || server === null || Array.isArray(server)) return 'is no object';
  const target = targetOf(alias, server as JsonObject);
  if (typeof target === 'string') return target;
  return {
    id: `${userRegistry}/${alias}`,
    registry: userRegistry,
    title: alias,
    status: 'active',
    targets: [target],
  };
}

function add(list: UserList, where: string, read: ServerEntry | string): void {
  if (typeof read === 'string') list.malformed.push({ where, reason: read });
  else list.entries.push(read);
}

function parseDocument(text: string): { root: Node } | ParseError {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  const [error] = errors;
  if (error) return error;
  return root ? { root } : { error: valueExpected, offset: 0, length: 0 };
}

function property(object: Node, name: string): Node | undefined {
  const found = object.children?.find(({ children }) => children?.[0]?.value === name);
  return found?.children?.[1];
}

function whereOf(text: string, { offset }: Node, pointer: string): string {
  return `line ${lineOf(text, offset)}${pointer === '' ? '' : `, ${pointer}`}`;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function syntaxError(
  { error, offset }: ParseError,
  text: string,
  { parseErrorWords }: UserListOptions,
): SyntaxError {
  const column = offset - text.lastIndexOf('\n', offset - 1);
  const what = parseErrorWords(error);
  return new SyntaxError(`line ${lineOf(text, offset)}, column ${column}: ${what}`);
}
