import {
  getNodeValue,
  type ParseError,
  type ParseErrorCode,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import type { Json } from '../classifier/definition.ts';
import { withoutByteOrderMark } from '../classifier/without-byte-order-mark.ts';
import { isDeeperThan } from './duplicate-keys.ts';
import { positionAt } from './position.ts';

/**
 * A client's JSON file. Comments and trailing commas are taken: most clients take them.
 * An empty file is `{}`.
 *
 * @throws SyntaxError with line and column, and none of the file's text
 */
export function readJson(file: string): Json {
  const text = withoutByteOrderMark(file);
  if (isDeeperThan(text, 500)) throw new SyntaxError('line 1, column 1: nested too deeply');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, {
    allowTrailingComma: true,
    allowEmptyContent: true,
  });
  const [first] = errors;
  if (first) {
    const { line, column } = positionAt(text, first.offset);
    throw new SyntaxError(`line ${line}, column ${column}: ${parseErrorWords(first.error)}`);
  }
  // Unlike parse(), this keeps a key such as `__proto__` a key.
  const value: Json = root ? getNodeValue(root) : {};
  return value;
}

/** What is wrong with a JSON text, in words: "close brace expected". */
export function parseErrorWords(error: ParseErrorCode): string {
  return printParseErrorCode(error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
}
