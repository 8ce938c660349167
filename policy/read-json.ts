import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import type { Json } from '../classifier/definition.ts';
import { positionAt } from './position.ts';

/**
 * A client's JSON file. Comments and trailing commas are taken: most clients take them.
 * An empty file is `{}`.
 *
 * @throws SyntaxError with line and column, and none of the file's text
 */
export function readJson(text: string): Json {
  const errors: ParseError[] = [];
  const value: Json = parse(text.replace(/^\uFEFF/, ' '), errors, {
    allowTrailingComma: true,
    allowEmptyContent: true,
  });
  const [first] = errors;
  if (first) {
    const { line, column } = positionAt(text, first.offset);
    throw new SyntaxError(`line ${line}, column ${column}: ${printParseErrorCode(first.error)}`);
  }
  return value ?? {};
}
