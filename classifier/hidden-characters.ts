import { everyInvisible, findLookAlikes, hasInvisible, invisible, odd } from './unicode.ts';

/** Text that a person does not see as a model reads it. Offsets are UTF-16 units of the raw string. */
export interface HiddenText {
  kind:
    | 'invisible'
    | 'tags'
    | 'variation-bytes'
    | 'zero-width-bits'
    | 'private-use'
    | 'bidi'
    | 'control'
    | 'look-alike';
  start: number;
  end: number;
  /** What the characters spell, where they spell something. */
  decoded: string;
}

/**
 * Characters that hide or disguise text. Silent on what writing needs: emoji, joiners and variants of the scripts
 * that have them, spaces between words of scripts without, direction marks in right-to-left text, a byte order mark
 * at the start, soft hyphens; but not where there are so many that they may be bits.
 */
export function findHidden(raw: string): HiddenText[] {
  if (!odd.test(raw)) return [];
  const found = hasInvisible(raw) ? findInvisible(raw) : [];
  for (const word of findLookAlikes(raw)) found.push({ kind: 'look-alike', ...word });
  return found;
}

/**
 * ASCII (but no digit that begins a keycap) or an emoji (to try the list of all at every letter is slow, so first
 * whether one may begin here); else a direction override with the text it turns, or invisible characters before the
 * next one.
 */
const hiddenRun = new RegExp(
  `(?<shown>[\\t\\n\\r -~]+(?!\\ufe0f)|(?=\\p{Emoji})\\p{RGI_Emoji})|[\\u202d\\u202e][^\\u202c]*\\u202c?|[${invisible.source}--[\\u202d\\u202e]]+`,
  'gv',
);
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;
/** So many characters that are needed where they stand, and one to so many others: bits, not writing. */
const bits = { least: 8, among: 3 };

function findInvisible(raw: string): HiddenText[] {
  const found: HiddenText[] = [];
  const needed: number[] = [];
  const mayMark = rightToLeft.test(raw);
  for (const { 0: run, index: start, groups } of raw.matchAll(hiddenRun)) {
    if (groups?.shown !== undefined) continue;
    const hidden = readRun(raw, run, start, mayMark);
    if (hidden) found.push({ ...hidden, start, end: start + run.length });
    else for (const { index } of run.matchAll(everyInvisible)) needed.push(start + index);
  }
  const [first = 0] = needed;
  if (needed.length >= bits.least && needed.length * (1 + bits.among) > raw.length) {
    const end = Math.min((needed.at(-1) ?? first) + 1, raw.length);
    found.push({ kind: 'invisible', start: first, end, decoded: '' });
  }
  return found;
}

type Read = Pick<HiddenText, 'kind' | 'decoded'>;

/** @param mayMark whether the text has right-to-left writing, which needs marks of direction */
function readRun(raw: string, run: string, start: number, mayMark: boolean): Read | undefined {
  if (/^[\u202d\u202e]/.test(run)) return readOverride(run, mayMark);
  const codes = [...run].map((letter) => letter.codePointAt(0) ?? 0);
  const tags = codes.filter((code) => code >= 0xe0020 && code < 0xe007f);
  if (tags.length > 0)
    return {
      kind: 'tags',
      decoded: tags.map((code) => String.fromCodePoint(code - 0xe0000)).join(''),
    };
  const bytes = codes.map(variationByte).filter((byte) => byte !== undefined);
  if (bytes.length > 3) return { kind: 'variation-bytes', decoded: utf8(bytes) };
  const own = [...run].filter((letter) => privateUse.test(letter));
  if (own.length > 0)
    return { kind: 'private-use', decoded: utf8(own.map((it) => (it.codePointAt(0) ?? 0) & 0xff)) };
  if (codes.length >= 16 && codes.every((code) => code >= 0x200b && code <= 0xfeff))
    return { kind: 'zero-width-bits', decoded: utf8(bitsToBytes(codes)) };
  if (codes.some((code) => code < 0xa0)) return { kind: 'control', decoded: '' };
  const [before = ''] = [...raw.slice(Math.max(0, start - 2), start)].slice(-1);
  const [after = ''] = raw.slice(start + run.length, start + run.length + 2);
  const beside = { before, after, mayMark };
  if (codes.length <= longestNeeded && [...run].every((letter) => isNeeded(letter, beside)))
    return undefined;
  return { kind: /[\u202a-\u202e\u2066-\u2069]/.test(run) ? 'bidi' : 'invisible', decoded: '' };
}

const privateUse = /\p{Co}/u;
/** `PDI` and `FSI`, a selector and a joiner within an emoji: longer runs no writing needs. */
const longestNeeded = 3;

/** A left-to-right override turns only right-to-left letters: around a number it is a mark. */
function readOverride(run: string, mayMark: boolean): Read | undefined {
  if (run.startsWith('\u202d') && !rightToLeft.test(run))
    return mayMark ? undefined : { kind: 'bidi', decoded: '' };
  const turned = [...run.replace(everyInvisible, '')].reverse().join('');
  return { kind: 'bidi', decoded: turned };
}

/** The visible characters around a run; empty at the ends of a text. */
interface Beside {
  before: string;
  after: string;
  mayMark: boolean;
}

const joining =
  /[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]]/v;
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Javanese}\p{Script=Balinese}]/u;
/** Symbols, digits and letters that Unicode's StandardizedVariants.txt has variants of. */
const varied =
  /[0\p{Sm}\p{Script=Han}\p{Script=Myanmar}\p{Script=Phags_Pa}\p{Script=Manichaean}\u3000-\u303f\uff00-\uffef]/u;
const pictograph = /\p{Extended_Pictographic}|\p{Emoji_Modifier}/u;

/** What a character may be needed for, by itself: the first that fits it counts. */
const needs: readonly [RegExp, (beside: Beside) => boolean][] = [
  [/\ufeff/, ({ before }) => before === ''],
  [
    /\u00ad|\u034f/,
    ({ before, after }) => /[\p{L}\p{M}]/u.test(before) && /[\p{L}\p{M}]/u.test(after),
  ],
  [/[\ufe0e\ufe0f]/, ({ before }) => pictograph.test(before) || varied.test(before)],
  [/[\ufe00-\ufe0d]/, ({ before }) => varied.test(before)],
  [/[\u{e0100}-\u{e01ef}]/u, ({ before }) => /\p{Script=Han}/u.test(before)],
  [/[\u180b-\u180f]/, ({ before }) => /\p{Script=Mongolian}/u.test(before)],
  [/[\u115f\u1160]/, ({ before, after }) => /[\u1100-\u11ff\ua960-\ua97f]/.test(before + after)],
  [/[\u17b4\u17b5]/, ({ before }) => /\p{Script=Khmer}/u.test(before)],
  [/\u2800/, ({ before, after }) => /[\u2801-\u28ff]/.test(before + after)],
  [/\u200b/, ({ before, after }) => unspaced.test(before + after)],
  [
    /[\u200c\u200d]/,
    ({ before, after }) =>
      joining.test(before) ||
      joining.test(after) ||
      (pictograph.test(before) && pictograph.test(after)),
  ],
  [/[\u200e\u200f\u061c\u2066-\u2069\u202a-\u202c]/, ({ mayMark }) => mayMark],
];

function isNeeded(letter: string, beside: Beside): boolean {
  return needs.find(([characters]) => characters.test(letter))?.[1](beside) ?? false;
}

/** Variation selectors 1 to 256 as the bytes 0 to 255: a known way to smuggle text behind one character. */
function variationByte(code: number): number | undefined {
  if (code >= 0xfe00 && code <= 0xfe0f) return code - 0xfe00;
  if (code >= 0xe0100 && code <= 0xe01ef) return code - 0xe0100 + 16;
  return undefined;
}

/** Two invisible characters as the bits of bytes, the first one met taken as the zero. */
function bitsToBytes(codes: number[]): number[] {
  const zero = codes[0];
  const bytes: number[] = [];
  for (let at = 0; at + 8 <= codes.length; at += 8) {
    let byte = 0;
    for (let bit = 0; bit < 8; bit += 1) byte = byte * 2 + (codes[at + bit] === zero ? 0 : 1);
    bytes.push(byte);
  }
  return bytes;
}

/** Empty where the bytes are no printable UTF-8. */
function utf8(bytes: number[]): string {
  const text = new TextDecoder('utf-8', { fatal: false }).decode(new Uint8Array(bytes));
  return /[\ufffd\p{Cc}]/u.test(text.replace(/\s/g, '')) ? '' : text;
}
