import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { GuardedResponse } from '../../../crawler/guard/guarded-response.ts';
import { isEventStream, readEvents } from '../../../crawler/transports/event-stream.ts';

function responseOf(chunks: Uint8Array[], type = 'text/event-stream'): GuardedResponse {
  return {
    status: 200,
    url: new URL('http://server.test/mcp'),
    header: (name) => (name === 'content-type' ? type : null),
    chunks: async function* () {
      yield* chunks;
    },
    text: async () => '',
    start: async () => '',
    cancel: () => {},
  };
}

async function eventsOf(chunks: Uint8Array[], maxBytes = 1_000_000): Promise<string[]> {
  const events: string[] = [];
  await readEvents(responseOf(chunks), maxBytes, {
    onBytes: () => {},
    onEvent: ({ data }) => events.push(data),
  });
  return events;
}

it('reads the same events however the bytes are cut', async () => {
  const message = fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify({ text }));
  await fc.assert(
    fc.asyncProperty(fc.array(message), fc.array(fc.nat(200)), async (messages, cuts) => {
      const bytes = Buffer.from(messages.map((text) => `data: ${text}\n\n`).join(''), 'utf8');
      const ends = [...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].sort(
        (a, b) => a - b,
      );
      const chunks = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
      assert.deepEqual(await eventsOf(chunks), messages);
    }),
  );
});

it('ends at an event that is too large', () =>
  assert.rejects(eventsOf([Buffer.from(`data: ${'x'.repeat(2_000)}`)], 1_000), {
    fault: 'size',
    message: 'a message larger than 1000 bytes',
  }));

it('ends at an event of more empty lines than may come, whose parts are many times their text', () =>
  assert.rejects(eventsOf(Array(20).fill(Buffer.from('data:\n'.repeat(10))), 1_000), {
    fault: 'size',
    message: 'a message larger than 1000 bytes',
  }));

it('counts what begins an event behind the end of another, in the same bytes', async () => {
  for (const end of ['\n\n', '\r\n\r\n', '\r\r']) {
    const begun = Buffer.from(`data: a${end}data: ${'x'.repeat(600)}`);
    await assert.rejects(eventsOf([begun, Buffer.from('x'.repeat(600))], 1_000), { fault: 'size' });
  }
});

it('ends at a whole event that is too large, whatever ends with it', () =>
  assert.rejects(eventsOf([Buffer.from(`data: ${'x'.repeat(2_000)}\n\ndata: a\n\n`)], 1_000), {
    fault: 'size',
  }));

it('reads many small events that come at once', async () => {
  const events = await eventsOf([Buffer.from('data: x\n\n'.repeat(500))], 1_000);
  assert.equal(events.length, 500);
});

it('reads on however many events come', async () => {
  const events = await eventsOf(Array(20).fill(Buffer.from('data: x\n\n'.repeat(10))), 1_000);
  assert.equal(events.length, 200);
});

it('knows a stream by its type without parameters', () => {
  assert.ok(isEventStream(responseOf([], 'Text/Event-Stream; charset=utf-8')));
  assert.ok(!isEventStream(responseOf([], 'application/json')));
});
