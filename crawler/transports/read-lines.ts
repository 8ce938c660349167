import type { Readable } from 'node:stream';
import type { Limits } from '../limits.ts';

const newline = 0x0a;

/**
 * Splits a byte stream into lines of UTF-8 (what is not UTF-8 becomes U+FFFD). After the first line
 * or total over its limit nothing is kept or read any more, and `onFault` says which one it was.
 */
export function readLines(
  stream: Readable,
  limits: Pick<Limits, 'messageBytes' | 'totalBytes'>,
  onLine: (line: string) => void,
  onFault: (message: string) => void,
): void {
  let parts: Buffer[] = [];
  let lineBytes = 0;
  let totalBytes = 0;
  let over = false;

  function fault(message: string): void {
    over = true;
    parts = [];
    onFault(message);
  }

  function take(part: Buffer): void {
    lineBytes += part.length;
    if (lineBytes > limits.messageBytes)
      fault(`a message larger than ${limits.messageBytes} bytes`);
    else parts.push(part);
  }

  stream.on('data', (chunk: Buffer) => {
    totalBytes += chunk.length;
    if (!over && totalBytes > limits.totalBytes) fault(`sent more than ${limits.totalBytes} bytes`);
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      if (over) return;
      take(chunk.subarray(start, end));
      start = end + 1;
      const line = Buffer.concat(parts).toString('utf8');
      parts = [];
      lineBytes = 0;
      if (!over) onLine(line);
    }
    if (!over && start < chunk.length) take(chunk.subarray(start));
  });
}
