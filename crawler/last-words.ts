import { cleanText } from './clean-text.ts';

const maxChars = 300;

/** The line of a program's stderr that best says why it stopped: its last error, else its last line. */
export function lastWords(stderr: string, secrets: readonly string[] = []): string {
  const lines = stderr
    .slice(-16_384)
    .split('\n')
    .map((line) => cleanText(line, maxChars, secrets))
    .filter((line) => line !== '' && !isNoise(line));
  const error = lines.findLast((line) => /\b\w*(?:error|exception|fatal|panic)\b/i.test(line));
  return error ?? lines.at(-1) ?? '';
}

/** Frames of a stack trace, Node's closing line, and lone brackets and carets. */
function isNoise(line: string): boolean {
  return /^(?:at |Node\.js v|\d+: 0x|[\s{}[\]^~-]*$)/.test(line);
}
