import { homedir } from 'node:os';
import { stripVTControlCharacters } from 'node:util';

/** Text of a stranger made fit to be stored and shown: one line, no control or bidi characters, no paths of this machine. */
export function cleanText(
  text: string,
  maxChars: number,
  privatePaths: readonly string[] = [],
): string {
  // Twice the cap is read, so that a huge text costs nothing and escapes do not eat the whole cap.
  let cleaned = stripVTControlCharacters(text.slice(0, maxChars * 2)).toWellFormed();
  for (const path of [...privatePaths, homedir()]) {
    if (path.length > 1) cleaned = cleaned.replaceAll(path, '~');
  }
  cleaned = cleaned
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .trim();
  return cleaned.length > maxChars ? `${cleaned.slice(0, maxChars - 1).toWellFormed()}…` : cleaned;
}

/** The end of a text, where programs say why they stop. */
export function cleanTail(
  text: string,
  maxChars: number,
  privatePaths: readonly string[] = [],
): string {
  return cleanText(text.slice(-maxChars), maxChars, privatePaths);
}
