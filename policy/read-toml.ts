import { parse, TomlError } from 'smol-toml';
import type { Json } from '../classifier/definition.ts';
import { withoutByteOrderMark } from '../classifier/without-byte-order-mark.ts';

/**
 * A client's TOML file; dates become text.
 *
 * @throws SyntaxError with line and column, and none of the file's text
 */
export function readToml(text: string): Json {
  try {
    return JSON.parse(
      JSON.stringify(parse(withoutByteOrderMark(text), { integersAsBigInt: false })),
    );
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason] = error.message.split('\n');
    throw new SyntaxError(`line ${error.line}, column ${error.column}: ${reason}`);
  }
}
