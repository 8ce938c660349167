import { eachMatch } from '../each-match.ts';
import { codes, type Scan, turnedWords } from './scan.ts';

/** A run of a text that decodes to readable text. */
export interface DecodedRun {
  encoded: string;
  decoded: string;
}

const utf8 = new TextDecoder();
/** Whole runs: without the look back, each letter of a shorter run would begin a new attempt. */
const base64 = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{24,}={0,2}/g;
/** So many equals signs may stand behind the letters. */
const padding = 2;
const hexadecimal = /\b(?:[0-9a-fA-F]{2}){12,}\b/g;
const pairs = /\b(?:[0-9a-fA-F]{2}[ :]){11,}[0-9a-fA-F]{2}\b/g;
const percent = /(?:%[0-9a-fA-F]{2}|[\w.~-](?=%)|(?<=%[0-9a-fA-F]{2})[\w.~-]){6,}/g;
const escapes = /(?:\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}){6,}/g;

/** Runs of base64, hexadecimal, percent or backslash escapes, and rot13, that decode to readable text. */
export function decodeRuns(text: string, { coded: signs, longRuns }: Scan): DecodedRun[] {
  const found: DecodedRun[] = [];
  const long = longRuns.map(({ start, end }) => text.slice(start, end + padding));
  for (const run of long) found.push(...runs(run, base64, fromBase64));
  for (const run of long) found.push(...runs(run, hexadecimal, fromHexadecimal));
  if (signs & codes.pairs) found.push(...runs(text, pairs, fromHexadecimal));
  if (signs & codes.escapes) {
    found.push(...runs(text, percent, (run) => fromBytes(run.match(/[0-9a-fA-F]{2}/g) ?? [], run)));
    found.push(...runs(text, escapes, fromEscapes));
  }
  if (signs & codes.turned) found.push(...rotated(text));
  return found;
}

function fromHexadecimal(run: string): string {
  return fromBytes(run.match(/[0-9a-fA-F]{2}/g) ?? []);
}

function fromEscapes(run: string): string {
  const codes = run.match(/[0-9a-fA-F]{2,4}/g) ?? [];
  return codes.map((code) => String.fromCharCode(parseInt(code, 16))).join('');
}

function runs(text: string, pattern: RegExp, decode: (run: string) => string): DecodedRun[] {
  const found: DecodedRun[] = [];
  for (const [encoded] of eachMatch(text, pattern)) {
    const decoded = decode(encoded);
    if (isReadable(decoded)) found.push({ encoded, decoded });
  }
  return found;
}

/** Base64 of a text has capital and small letters; a name in snake case has not. */
function fromBase64(run: string): string {
  if (!/[a-z]/.test(run) || !/[A-Z]/.test(run)) return '';
  const plain = run.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (plain.length % 4 === 1) return '';
  const bytes = Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0));
  return utf8.decode(bytes);
}

function fromBytes(pairs: string[], whole?: string): string {
  if (whole !== undefined) {
    try {
      return decodeURIComponent(whole);
    } catch {
      return '';
    }
  }
  return utf8.decode(Uint8Array.from(pairs, (pair) => parseInt(pair, 16)));
}

const turnedWord = new RegExp(`\\b(?:${turnedWords.join('|')})\\b`, 'gi');

function rotated(text: string): DecodedRun[] {
  const found: DecodedRun[] = [];
  for (const [line] of text.matchAll(/[^\n.!?=]{12,}(?:[.!?][^\s][^\n.!?=]*)*/g)) {
    if ((line.match(turnedWord) ?? []).length < 2) continue;
    found.push({ encoded: line.trim(), decoded: line.trim().replace(/[a-z]/gi, turn) });
  }
  return found;
}

function turn(letter: string): string {
  const base = letter <= 'Z' ? 65 : 97;
  return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
}

/** Text, not the noise that random bytes decode to: printable, with spaces or signs between words. */
function isReadable(text: string): boolean {
  if (text.length < 12 || /[\ufffd\p{Cc}]/u.test(text.replace(/\s/g, ''))) return false;
  const letters = text.match(/[\p{L}\s]/gu)?.length ?? 0;
  return letters / text.length > 0.3 && /[\s/]/.test(text);
}
