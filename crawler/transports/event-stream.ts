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
  const parser = createParser({
    onEvent: (event) => {
      eventBytes = 0;
      onEvent(event);
    },
  });
  for await (const chunk of response.chunks()) {
    onBytes();
    eventBytes += chunk.byteLength;
    parser.feed(decoder.decode(chunk, { stream: true }));
    if (eventBytes > maxBytes)
      throw new GuardError('size', `a message larger than ${maxBytes} bytes`);
  }
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
