/** Bytes of one reply; an answer of the most tokens that are asked for has hardly a tenth. */
export const longestReply = 1024 ** 2;

/** No `Response` can be made with a higher one: https://fetch.spec.whatwg.org/#dom-response. */
const lastStatus = 599;

/** A body that went on after its limit. */
export class ReplyTooLarge extends Error {
  override name = 'ReplyTooLarge';

  constructor(longest: number) {
    super(`a reply larger than ${longest / 1024 ** 2} MiB`);
  }
}

/**
 * `fetch`, where reading a body throws `ReplyTooLarge` after so many bytes, counted after they are unpacked.
 * A refusal has no more than `longestReply`, and one of a status that is none has nothing to read.
 */
export function fetchWithin(longest: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.body === null) return response;
    if (response.status > lastStatus) {
      await response.body.cancel();
      return response;
    }
    const most = response.ok ? longest : Math.min(longest, longestReply);
    let left = most;
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        left -= chunk.byteLength;
        if (left >= 0) controller.enqueue(chunk);
        else controller.error(new ReplyTooLarge(most));
      },
    });
    return new Response(response.body.pipeThrough(counted), response);
  };
}
