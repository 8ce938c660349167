import type { Response } from 'undici';
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
  cancel(): Promise<void>;
}

/** Counts what a visit may still receive, over all its answers. */
export interface ByteBudget {
  left: number;
  readonly total: number;
}

export function guardResponse(
  response: Response,
  url: URL,
  budget: ByteBudget,
  translate: (error: unknown) => unknown,
): GuardedResponse {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    if (!response.body) return;
    try {
      for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
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

  return {
    status: response.status,
    url,
    header: (name) => response.headers.get(name),
    chunks,
    text,
    cancel: async () => {
      if (response.body && !response.body.locked) await response.body.cancel().catch(() => {});
    },
  };
}
