import { runningAt } from './lexicon/abroad.ts';
import { spacelessTerm, type Term, termAt } from './vocabulary.ts';

/** A word of a string: in lower case, with the UTF-16 range it stands at. */
export interface Word {
  text: string;
  term: Term;
  start: number;
  end: number;
}

const isLower = (code: number) => code >= 97 && code <= 122;
const isUpper = (code: number) => code >= 65 && code <= 90;
const isDigit = (code: number) => code >= 48 && code <= 57;

/** For each ASCII code whether it belongs to a word. */
const letters = new Uint8Array(128).map((_, code) =>
  isLower(code) || isUpper(code) || isDigit(code) ? 1 : 0,
);

/** Letters outside ASCII; scripts without spaces come out as one run a sentence part. */
function isForeign(code: number): boolean {
  return (
    code > 0xbf &&
    !(code >= 0x2000 && code <= 0x206f) &&
    !(code >= 0x3000 && code <= 0x303f) &&
    !(code >= 0xff00 && code <= 0xff0f)
  );
}

function isWordCode(code: number): boolean {
  return code < 128 ? letters[code] === 1 : isForeign(code);
}

/** @param found what stands at `start` to `end` */
export function wordOf(found: Term, start: number, end: number): Word {
  return { text: found.text, term: found, start, end };
}

/** The first letter of the scripts that part words by nothing. */
const firstSpaceless = 0x2e80;

/** Words of prose, in order. `don't` is one word. */
export function proseWords(text: string): Word[] {
  const words: Word[] = [];
  let start = -1;
  let isSpaceless = false;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 32;
    if (isWordCode(code) || (start >= 0 && code === 39 && isLower(text.charCodeAt(at + 1)))) {
      if (start < 0) start = at;
      if (code >= firstSpaceless) isSpaceless = true;
      continue;
    }
    if (start < 0) continue;
    if (isSpaceless) addSpaceless(words, text, start, at);
    else words.push(wordOf(termAt(text, start, at), start, at));
    start = -1;
    isSpaceless = false;
  }
  return words;
}

/** Parts a run of letters at the words that are known; what stands between is a word too. */
function addSpaceless(words: Word[], text: string, start: number, end: number): void {
  let from = start;
  const addRest = (to: number) => {
    if (from < to) words.push(wordOf(termAt(text, from, to), from, to));
  };
  for (let at = start; at < end; ) {
    const found = runningAt(text, at);
    if (found === undefined || found[1] > end) {
      at++;
      continue;
    }
    const [word, to] = found;
    addRest(at);
    words.push(wordOf(spacelessTerm(text.slice(at, to), word), at, to));
    at = from = to;
  }
  addRest(end);
}

/**
 * The words of an identifier in any style: `deleteRepo`, `repo.delete`, `r2_bucket_delete`. The version in
 * `v1BulkRemove`, `delete_repo_2` and `delete_repo_beta` is none.
 */
export function nameWords(name: string, limit = 24): Word[] {
  const words = identifierWords(name, limit);
  const unversioned = words.filter(({ text }) => !version.test(text));
  return unversioned.length > 0 ? unversioned : words;
}

const version = /^(?:v?\d{1,2}|beta|experimental|legacy|deprecated)$/;

function identifierWords(name: string, limit: number): Word[] {
  const words: Word[] = [];
  let start = -1;
  for (let at = 0; at <= name.length && words.length < limit; at++) {
    const code = at < name.length ? name.charCodeAt(at) : 32;
    const within = isWordCode(code);
    if (start >= 0 && (!within || startsWord(name, at, code))) {
      if (name.charCodeAt(at - 1) >= firstSpaceless || name.charCodeAt(start) >= firstSpaceless)
        addSpaceless(words, name, start, at);
      else words.push(wordOf(termAt(name, start, at), start, at));
      start = -1;
    }
    if (within && start < 0) start = at;
  }
  return words;
}

/** `listDNSRecords` turns at D and R, `r2Bucket` at B, `getV2User` at V and U. */
function startsWord(name: string, at: number, code: number): boolean {
  if (!isUpper(code)) return false;
  const before = name.charCodeAt(at - 1);
  if (isLower(before) || isDigit(before)) return true;
  return isUpper(before) && isLower(name.charCodeAt(at + 1)) && !endsAcronym(name, at);
}

/** The `s` of `listPRs` belongs to the acronym. */
function endsAcronym(name: string, at: number): boolean {
  if (name[at + 1] !== 's') return false;
  const after = name.charCodeAt(at + 2);
  return Number.isNaN(after) || isUpper(after) || !isWordCode(after);
}
