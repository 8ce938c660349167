/** Counts over all messages of one server. */
export interface ValueMeter {
  /** Whether the JSON text may be parsed: with it not too many values were sent. */
  takes(text: string): boolean;
}

/**
 * Parsed, a value takes up to some 90 bytes, many times its text: what is bounded before that is the
 * memory for everything a server sends.
 */
export function createValueMeter(max: number): ValueMeter {
  let left = max;
  return {
    takes: (text) => {
      left -= mostValues(text, left);
      return left >= 0;
    },
  };
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBracket = 0x5b;
const openBrace = 0x7b;

/**
 * No fewer than the values of a JSON text, without parsing it: one, and one more for each bracket that
 * opens and each comma. Counts no further than to the first one over `max`.
 */
export function mostValues(text: string, max: number): number {
  let count = 1;
  let inString = false;
  for (let at = 0; at < text.length && count <= max; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) inString = !inString;
    else if (inString) at += code === backslash ? 1 : 0;
    else if (code === comma || code === openBracket || code === openBrace) count += 1;
  }
  return count;
}
