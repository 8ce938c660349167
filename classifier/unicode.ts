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

const odd = /[^\t\n\r -~]/;
const invisible = /[[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Co}]--[\t\n\r]]/v;
/** With it goes the rest of a terminal's escape sequence, which would stand in the middle of a word. */
const everyInvisible = new RegExp(`\\x1b\\[[\\d;?]{0,20}[@-~]?|${invisible.source}`, 'gv');

/** `can’t`, `l’utente`: the apostrophe that editors set; elsewhere it is a quotation mark. */
const setApostrophe = /(?<=\p{L})[\u2018\u2019\u02bc](?=\p{L})/gu;
/** `read‑only`: the hyphens that editors and models set, where a dash would be another sign. */
const setHyphen = /[\u2010\u2011]/g;

/**
 * Text for reading: NFKC, invisible and control characters removed, look-alike letters folded to Latin in
 * words that mix scripts, apostrophes and hyphens as they are typed. Plain ASCII comes back as it is.
 */
export function cleanText(raw: string): string {
  if (!odd.test(raw)) return raw;
  const visible = invisible.test(raw) ? raw.replace(everyInvisible, '') : raw;
  return foldLookAlikes(visible.normalize('NFKC'))
    .replace(setApostrophe, "'")
    .replace(setHyphen, '-');
}

/** The part of `raw` that reads as `cleanText(raw).slice(start, end)`. */
export function quoteRaw(raw: string, start: number, end: number): string {
  if (!odd.test(raw)) return raw.slice(start, end);
  const offset = cleanText(raw) === raw ? wholeOffset : rawOffset;
  const from = offset(raw, start);
  return raw.slice(from, Math.max(from, offset(raw, end)));
}

/** Where a text that reads as it was sent is cut: not within a letter. */
function wholeOffset(raw: string, at: number): number {
  return splitsPair(raw, at) ? at - 1 : at;
}

/** The longest prefix of `raw` that does not yet read longer than `cleanOffset` units. */
function rawOffset(raw: string, cleanOffset: number): number {
  let low = 0;
  let high = raw.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cleanText(raw.slice(0, middle)).length <= cleanOffset) low = middle;
    else high = middle - 1;
  }
  return wholeOffset(raw, low);
}

function splitsPair(raw: string, at: number): boolean {
  const before = raw.charCodeAt(at - 1);
  return at > 0 && at < raw.length && before >= 0xd800 && before < 0xdc00;
}

/** Cyrillic, Greek and other letters drawn like a Latin one, after Unicode's confusables.txt. */
const lookAlikes = new Map(
  Object.entries({
    ...pairs('АВЕЅЗІЈКМНОРСТУХҮԌԛԜ', 'ABES3IJKMHOPCTYXYGQW'),
    ...pairs('авгԁеѕһіјкӏмпорԛстуѵԝхҮ', 'abrdeshijklmnopqctyvwxY'),
    ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
    ...pairs('αγικνορτυχ', 'ayiknoptux'),
    ...pairs('ՍՏօոսցհք', 'USonughp'),
  }),
);
const foreignLetter = /[\u0370-\u03ff\u0400-\u058f]/;
const letterRun = /[\p{Script=Latin}\u0370-\u03ff\u0400-\u058f]{2,}/gu;
/** Longer runs of letters are no words, and take long to compare. */
const longestWord = 100;

/** Whether a run of letters is a word of Latin and other letters. */
function isMixed(run: string): boolean {
  return run.length <= longestWord && /[A-Za-z]/.test(run) && foreignLetter.test(run);
}

function pairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((letter, index) => [letter, to[index] ?? letter]));
}

function foldLookAlikes(text: string): string {
  if (!foreignLetter.test(text)) return text;
  return text.replace(letterRun, (run) => (isMixed(run) ? foldWord(run) : undefined) ?? run);
}

/** A word of mixed scripts in Latin letters, or undefined where a letter has no Latin twin. */
function foldWord(word: string): string | undefined {
  let folded = '';
  for (const letter of word) {
    const twin = foreignLetter.test(letter) ? lookAlikes.get(letter) : letter;
    if (twin === undefined) return undefined;
    folded += twin;
  }
  return folded;
}

/**
 * Characters that hide or disguise text. Silent on what writing needs: emoji sequences, joiners in Arabic
 * and Indic words, direction marks in right-to-left text, a byte order mark at the start, soft hyphens.
 */
export function findHidden(raw: string): HiddenText[] {
  if (!odd.test(raw)) return [];
  const found: HiddenText[] = [];
  if (invisible.test(raw)) {
    const mayMark = rightToLeft.test(raw);
    for (const run of raw.matchAll(hiddenRun)) {
      const hidden = readRun(raw, run[0], run.index, mayMark);
      if (hidden) found.push(hidden);
    }
  }
  if (foreignLetter.test(raw)) {
    for (const word of raw.matchAll(letterRun)) {
      if (!isMixed(word[0])) continue;
      if (!/[A-Za-z].*[^A-Za-z].*[A-Za-z]|^[^A-Za-z]+[A-Za-z]{2}/.test(word[0])) continue;
      const decoded = foldWord(word[0]);
      if (decoded !== undefined)
        found.push(hiddenText('look-alike', word.index, word[0].length, decoded));
    }
  }
  return found;
}

/** A direction override with the text it turns, or a run of invisible characters before the next one. */
const hiddenRun = new RegExp(
  `[\\u202d\\u202e][^\\u202c]*\\u202c?|[${invisible.source}--[\\u202d\\u202e]]+`,
  'gv',
);
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const joinsLetters = /[\u0590-\u0fff\u1000-\u109f\u1780-\u17ff\u1800-\u18af]/;
/** Unicode has variants of digits, symbols and other scripts, of no Latin letter and no space. */
const hasNoVariants = /(?:^|[\p{Script=Latin}\s])$/u;
const endsInHan = /\p{Script=Han}$/u;
const privateUse = /\p{Co}/u;
const pictograph = /[\p{Extended_Pictographic}\p{Emoji}]/u;

function hiddenText(
  kind: HiddenText['kind'],
  start: number,
  length: number,
  decoded = '',
): HiddenText {
  return { kind, start, end: start + length, decoded };
}

/** @param mayMark whether the text has right-to-left writing, which needs marks of direction */
function readRun(
  raw: string,
  run: string,
  start: number,
  mayMark: boolean,
): HiddenText | undefined {
  const length = run.length;
  if (/^[\u202d\u202e]/.test(run)) {
    const turned = [...run.replace(everyInvisible, '')].reverse().join('');
    return hiddenText('bidi', start, length, turned);
  }
  const codes = [...run].map((letter) => letter.codePointAt(0) ?? 0);
  const tags = codes.filter((code) => code >= 0xe0020 && code < 0xe007f);
  const flag = raw.slice(0, start).endsWith('\u{1f3f4}') && tags.length <= 6;
  if (tags.length > 0 && !flag)
    return hiddenText(
      'tags',
      start,
      length,
      tags.map((code) => String.fromCodePoint(code - 0xe0000)).join(''),
    );
  const bytes = codes.map(variationByte).filter((byte) => byte !== undefined);
  if (bytes.length > 3) return hiddenText('variation-bytes', start, length, utf8(bytes));
  if (codes.length >= 16 && codes.every((code) => code >= 0x200b && code <= 0xfeff))
    return hiddenText('zero-width-bits', start, length, utf8(bitsToBytes(codes)));
  const own = codes.filter((code) => code >= 0xe000 && privateUse.test(String.fromCodePoint(code)));
  if (own.length > 0)
    return hiddenText('private-use', start, length, utf8(own.map((code) => code & 0xff)));
  if (codes.some((code) => code < 0xa0)) return hiddenText('control', start, length);
  if (isNeeded(raw, run, start, mayMark)) return undefined;
  return hiddenText(/[\u202a-\u202e\u2066-\u2069]/.test(run) ? 'bidi' : 'invisible', start, length);
}

function isNeeded(raw: string, run: string, start: number, mayMark: boolean): boolean {
  if (start === 0 && run === '\ufeff') return true;
  const before = raw.slice(Math.max(0, start - 2), start);
  const after = raw.slice(start + run.length, start + run.length + 2);
  if (/^(\u00ad|\u034f)$/.test(run)) return true;
  if (/^[\ufe00-\ufe0f]$/.test(run)) return !hasNoVariants.test(before);
  if (/^[\u{e0100}-\u{e01ef}]$/u.test(run)) return endsInHan.test(before);
  if (/^[\u200c\u200d]$/.test(run) && joinsLetters.test(before + after)) return true;
  if (/^[\u200e\u200f\u061c\u2066-\u2069\u202a-\u202c]$/.test(run)) return mayMark;
  return pictograph.test(before) && /^(?:[\ufe0e\ufe0f\u{e0020}-\u{e007f}]|\u200d)+$/u.test(run);
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
