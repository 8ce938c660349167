import type { Readable } from 'node:stream';
import { withoutByteOrderMark } from '../classifier/without-byte-order-mark.ts';

/** Characters of the longest line that is read: a server's tools are at most 64 MiB. */
const longestLine = 64 * 1024 * 1024;

/**
 * The lines of a UTF-8 stream without their `\n` and without a byte order mark before the first; undefined for
 * one that is too long to hold. Not node:readline, which also ends a line at U+2028, and a JSON string may hold that.
 */
export async function* readLines(
  stream: Readable,
  longest = longestLine,
): AsyncGenerator<string | undefined> {
  stream.setEncoding('utf8');
  let parts: string[] = [];
  let length = 0;
  const take = () => {
    const line = length > longest ? undefined : parts.join('');
    parts = [];
    length = 0;
    return line;
  };
  const add = (part: string) => {
    length += part.length;
    if (length <= longest) parts.push(part);
    else parts = [];
  };
  let hasBegun = false;
  for await (const chunk of stream as AsyncIterable<string>) {
    const pieces = (hasBegun ? chunk : withoutByteOrderMark(chunk)).split('\n');
    hasBegun ||= chunk !== '';
    const rest = pieces.pop() ?? '';
    for (const piece of pieces) {
      add(piece);
      yield take();
    }
    add(rest);
  }
  if (length > 0) yield take();
}
