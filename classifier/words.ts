/** A word of a string: lower case, with the UTF-16 range it stands at. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

const isLower = (code: number) => code >= 97 && code <= 122;
const isUpper = (code: number) => code >= 65 && code <= 90;
const isDigit = (code: number) => code >= 48 && code <= 57;

/** Letters outside ASCII; scripts without spaces come out as one run a sentence part. */
function isForeign(code: number): boolean {
  return (
    code > 0xbf &&
    !(code >= 0x2000 && code <= 0x206f) &&
    !(code >= 0x3000 && code <= 0x303f) &&
    !(code >= 0xff00 && code <= 0xff0f)
  );
}

/** Words of prose, in order, up to `limit` words. `don't` and `e-mail` are one word each. */
export function proseWords(text: string, from = 0, to = text.length, limit = 400): Word[] {
  const words: Word[] = [];
  let start = -1;
  for (let at = from; at <= to; at++) {
    const code = at < to ? text.charCodeAt(at) : 32;
    if (isWordCode(code) || (start >= 0 && code === 39 && isLower(text.charCodeAt(at + 1)))) {
      if (start < 0) start = at;
      continue;
    }
    if (start < 0) continue;
    words.push({ text: text.slice(start, at).toLowerCase(), start, end: at });
    if (words.length >= limit) break;
    start = -1;
  }
  return words;
}

/** Words of the first `characters` of prose, up to `limit`, without their places. */
export function lowerWords(text: string, characters: number, limit: number): string[] {
  const prose = (text.length > characters ? text.slice(0, characters) : text).toLowerCase();
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at <= prose.length; at++) {
    if (at < prose.length && isWordCode(prose.charCodeAt(at))) {
      if (start < 0) start = at;
      continue;
    }
    if (start < 0) continue;
    words.push(prose.slice(start, at));
    if (words.length >= limit) break;
    start = -1;
  }
  return words;
}

function isWordCode(code: number): boolean {
  return isLower(code) || isUpper(code) || isDigit(code) || isForeign(code);
}

/** The words of an identifier in any style: `deleteRepo`, `repo.delete`, `r2_bucket_delete`, `v1BulkRemove`. */
export function nameWords(name: string, limit = 24): Word[] {
  const words: Word[] = [];
  let start = -1;
  const cut = (end: number) => {
    if (start >= 0 && end > start)
      words.push({ text: name.slice(start, end).toLowerCase(), start, end });
    start = -1;
  };
  for (let at = 0; at < name.length && words.length < limit; at++) {
    const code = name.charCodeAt(at);
    if (!isWordCode(code)) {
      cut(at);
      continue;
    }
    if (start >= 0 && startsWord(name, at, code)) cut(at);
    if (start < 0) start = at;
  }
  cut(name.length);
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
