import { parseDocument } from 'yaml';
import type { Json } from '../classifier/definition.ts';

/**
 * A client's YAML file; an empty one is `{}`.
 *
 * @throws SyntaxError with line and column, and none of the file's text
 */
export function readYaml(text: string): Json {
  const document = parseDocument(text, { prettyErrors: true, uniqueKeys: true });
  const [error] = document.errors;
  if (error) {
    const at = error.linePos?.[0];
    throw new SyntaxError(`line ${at?.line ?? 1}, column ${at?.col ?? 1}: ${error.code}`);
  }
  const value: Json = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: 100 }) ?? {}));
  return value;
}
