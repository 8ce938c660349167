/** A text without one of these is plain ASCII, which hides nothing. */
export const odd = /[^\t\n\r -~]/;
/** What a person does not see: nothing is drawn for it, or no font but the sender's has it. */
export const invisible =
  /[[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Co}\p{Noncharacter_Code_Point}\ufff9-\ufffb\u2800\u{13430}-\u{1343f}]--[\t\n\r]]/v;
/** With it goes the rest of a terminal's escape sequence, which would stand in the middle of a word. */
export const everyInvisible = new RegExp(`\\x1b\\[[\\d;?]{0,20}[@-~]?|${invisible.source}`, 'gv');

/** For each UTF-16 unit whether it may be invisible, once it was met: the pattern takes long to read a text. */
const unitsMet = new Uint8Array(1 << 16);
const shown = 1;
const mayHide = 2;

/** Whether a text has a character that a person does not see. */
export function hasInvisible(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unitsMet[unit] === 0) unitsMet[unit] = invisible.test(charactersOf(unit)) ? mayHide : shown;
    if (unitsMet[unit] === mayHide) return !isLead(unit) || invisible.test(text.slice(at));
  }
  return false;
}

/** Every character that a UTF-16 unit begins. */
function charactersOf(unit: number): string {
  const first = String.fromCharCode(unit);
  if (!isLead(unit)) return first;
  const trails = Array.from({ length: 0x400 }, (_, at) => String.fromCharCode(0xdc00 + at));
  return trails.map((trail) => first + trail).join('');
}

function isLead(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

/** Whether a person sees anything of a text. */
export function isSeen(text: string): boolean {
  return text.replace(everyInvisible, '').trim() !== '';
}

/** `U+200B`. */
export function codePoint(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

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
  const visible = hasInvisible(raw) ? raw.replace(everyInvisible, '') : raw;
  return foldLookAlikes(visible.normalize('NFKC'))
    .replace(setApostrophe, "'")
    .replace(setHyphen, '-');
}

/** A text as it was sent, and as `cleanText` reads it. */
interface ReadText {
  raw: string;
  clean: string;
}

/** The part of `raw` that reads as `clean.slice(start, end)`. */
export function quoteRaw(text: ReadText, start: number, end: number): string {
  const from = rawOffset(text, start);
  return text.raw.slice(from, Math.max(from, rawOffset(text, end)));
}

/** The longest prefix of `raw` that does not yet read longer than `at` units, and ends within no letter. */
function rawOffset({ raw, clean }: ReadText, at: number): number {
  if (raw === clean) return wholeOffset(raw, at);
  let low = 0;
  while (raw.charCodeAt(low) === clean.charCodeAt(low)) low++;
  if (at < low) return wholeOffset(raw, at);
  let high = raw.length;
  const longer = high - clean.length;
  while (high > low && raw.charCodeAt(high - 1) === clean.charCodeAt(high - 1 - longer)) high--;
  if (at + longer >= high) return wholeOffset(raw, at + longer);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cleanText(raw.slice(0, middle)).length <= at) low = middle;
    else high = middle - 1;
  }
  return wholeOffset(raw, low);
}

function wholeOffset(raw: string, at: number): number {
  return splitsPair(raw, at) ? at - 1 : at;
}

function splitsPair(raw: string, at: number): boolean {
  return at > 0 && at < raw.length && isLead(raw.charCodeAt(at - 1));
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

/** A word of mixed scripts as `findLookAlikes` finds it, with what it reads like. */
export interface LookAlike {
  start: number;
  end: number;
  decoded: string;
}

/** Words of Latin letters in which a letter or two of another script stand. */
export function findLookAlikes(raw: string): LookAlike[] {
  if (!foreignLetter.test(raw)) return [];
  const found: LookAlike[] = [];
  for (const { 0: word, index: start } of raw.matchAll(letterRun)) {
    if (!isMixed(word) || !disguised.test(word)) continue;
    const decoded = foldWord(word);
    if (decoded !== undefined) found.push({ start, end: start + word.length, decoded });
  }
  return found;
}

/** Not a foreign word with a Latin letter at its end, as `кВt`. */
const disguised = /[A-Za-z].*[^A-Za-z].*[A-Za-z]|^[^A-Za-z]+[A-Za-z]{2}/;

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
