import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { GuardError } from '../guard/guard-error.ts';
import type { GuardedResponse } from '../guard/guarded-response.ts';

/**
 * Reads server-sent events until the stream ends; `onBytes` is told of every sign of life. What comes
 * between two events counts as part of the second: each of its lines takes memory, also an empty one.
 * @throws {GuardError} `size` for an event larger than `maxBytes`, and what the guard throws
 */
export async function readEvents(
  response: GuardedResponse,
  maxBytes: number,
  { onEvent, onBytes }: { onEvent(event: EventSourceMessage): void; onBytes(): void },
): Promise<void> {
  const decoder = new TextDecoder();
  let eventBytes = 0;
  let hasEnded = false;
  const limit = (bytes: number) => {
    if (bytes > maxBytes) throw new GuardError('size', `a message larger than ${maxBytes} bytes`);
  };
  const parser = createParser({
    onEvent: (event) => {
      limit(event.data.length);
      hasEnded = true;
      onEvent(event);
    },
  });
  for await (const chunk of response.chunks()) {
    onBytes();
    const text = decoder.decode(chunk, { stream: true });
    hasEnded = false;
    parser.feed(text);
    eventBytes = hasEnded ? Buffer.byteLength(begun(text)) : eventBytes + chunk.byteLength;
    limit(eventBytes);
  }
}

/** What follows the last event that ends in the text; all of it where only a part of that end is in it. */
function begun(text: string): string {
  const behind = ['\n\n', '\r\r', '\r\n\r\n'].map((end) => {
    const at = text.lastIndexOf(end);
    return at < 0 ? 0 : at + end.length;
  });
  return text.slice(Math.max(...behind));
}

/** Whether the answer's body is a stream of events. */
export function isEventStream(response: GuardedResponse): boolean {
  return mediaType(response) === 'text/event-stream';
}

/** The type without parameters, short enough to be shown. */
export function mediaType(response: GuardedResponse): string {
  const [type = ''] = (response.header('content-type') ?? '').split(';');
  return type.trim().toLowerCase().slice(0, 60) || 'an unnamed type';
}
