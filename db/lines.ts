import type { Readable } from 'node:stream';

/** Characters of the longest line that is read: a server's tools are at most 64 MiB. */
const longestLine = 64 * 1024 * 1024;

/** The lines of a UTF-8 stream without their ends; undefined for one that is too long to hold. */
export async function* readLines(stream: Readable): AsyncGenerator<string | undefined> {
  stream.setEncoding('utf8');
  let parts: string[] = [];
  let length = 0;
  const take = () => {
    const line = length > longestLine ? undefined : parts.join('');
    parts = [];
    length = 0;
    return line;
  };
  const add = (part: string) => {
    length += part.length;
    if (length <= longestLine) parts.push(part);
    else parts = [];
  };
  for await (const chunk of stream as AsyncIterable<string>) {
    const pieces = chunk.split('\n');
    const rest = pieces.pop() ?? '';
    for (const piece of pieces) {
      add(piece);
      yield take();
    }
    add(rest);
  }
  if (length > 0) yield take();
}
