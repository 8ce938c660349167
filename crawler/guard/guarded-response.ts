import { pipeline, type Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Dispatcher } from 'undici';
import { GuardError } from './guard-error.ts';

/** An answer whose body is read within the limits of its visit. Read it to its end or cancel it. */
export interface GuardedResponse {
  status: number;
  /** Where the answer came from, after redirects. */
  url: URL;
  header(name: string): string | null;
  /** Decompressed chunks. @throws {GuardError} */
  chunks(): AsyncIterable<Uint8Array>;
  /** The whole body as UTF-8. @throws {GuardError} `size` when it is longer than `maxBytes` */
  text(maxBytes: number): Promise<string>;
  /** The first `maxBytes` of the body as UTF-8; the rest is not read. @throws {GuardError} */
  start(maxBytes: number): Promise<string>;
  cancel(): void;
}

/** Counts what a visit may still receive, over all its answers. */
export interface ByteBudget {
  left: number;
  /** Before they are decompressed: some encodings say nothing in many bytes. */
  wireLeft: number;
  readonly total: number;
}

const decoders = { gzip: createGunzip, br: createBrotliDecompress, deflate: createInflate };

/** For `Accept-Encoding`. */
export const acceptedEncodings = Object.keys(decoders).join(', ');

export function guardResponse(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  url: URL,
  budget: ByteBudget,
  translate: (error: unknown) => unknown,
): GuardedResponse {
  function header(name: string): string | null {
    const value = headers[name];
    return (Array.isArray(value) ? value.join(', ') : value) ?? null;
  }

  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of decode(body, header('content-encoding'), budget)) {
        budget.left -= chunk.byteLength;
        if (budget.left < 0) throw new GuardError('size', `sent more than ${budget.total} bytes`);
        yield chunk;
      }
    } catch (error) {
      throw translate(error);
    }
  }

  async function text(maxBytes: number): Promise<string> {
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of chunks()) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw new GuardError('size', `an answer larger than ${maxBytes} bytes`);
      parts.push(chunk);
    }
    return Buffer.concat(parts).toString('utf8');
  }

  async function start(maxBytes: number): Promise<string> {
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of chunks()) {
      parts.push(chunk);
      bytes += chunk.byteLength;
      if (bytes >= maxBytes) break;
    }
    return Buffer.concat(parts).subarray(0, maxBytes).toString('utf8');
  }

  function cancel(): void {
    body.on('error', () => {}).destroy();
  }

  return { status: statusCode, url, header, chunks, text, start, cancel };
}

function decode(
  body: Readable,
  encoding: string | null,
  budget: ByteBudget,
): AsyncIterable<Uint8Array> {
  const name = encoding?.trim().toLowerCase() ?? 'identity';
  if (name === 'identity' || name === '') return body;
  if (!Object.hasOwn(decoders, name)) {
    body.on('error', () => {}).destroy();
    throw new GuardError('broken', 'an encoding that was not asked for');
  }
  const decoder = decoders[name as keyof typeof decoders]();
  // What breaks the body breaks the decoder, which is being read.
  return pipeline(body, wireCounter(budget), decoder, () => {});
}

/** A stream and no generator: one that waits for more of the body could not be ended with the decoder. */
function wireCounter(budget: ByteBudget): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      budget.wireLeft -= chunk.byteLength;
      if (budget.wireLeft < 0) done(new GuardError('size', `sent more than ${budget.total} bytes`));
      else done(null, chunk);
    },
  });
}
