import { homedir } from 'node:os';
import { stripVTControlCharacters } from 'node:util';

/**
 * Text of a stranger made fit to be stored and shown: one line without control or bidi characters.
 * The given secrets (paths, addresses) and the home folder of this machine become `~`.
 */
export function cleanText(text: string, maxChars: number, secrets: readonly string[] = []): string {
  // Twice the cap is read, so that a huge text costs nothing and escapes do not eat the whole cap.
  let cleaned = stripVTControlCharacters(text.slice(0, maxChars * 2)).toWellFormed();
  for (const secret of [...secrets, homedir()]) {
    if (secret.length > 1) cleaned = cleaned.replaceAll(secret, '~');
  }
  cleaned = cleaned
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .trim();
  return cleaned.length > maxChars ? `${cleaned.slice(0, maxChars - 1).toWellFormed()}…` : cleaned;
}
