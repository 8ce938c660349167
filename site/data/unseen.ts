import { findHidden, type HiddenText } from '../../classifier/hidden-characters.ts';
import { codePoint, invisible } from '../../classifier/unicode.ts';

/** Characters of a text that a person does not see or takes for others, and what is shown in their place. */
export interface Unseen {
  /** UTF-16 units. */
  start: number;
  end: number;
  words: string;
}

const invisibleRun = new RegExp(`(?:${invisible.source})+`, 'gv');
const longestMessage = 300;
const mostCodes = 4;

/** Silent on what writing needs, as the classifier is. In order, none over another. */
export function findUnseen(text: string): Unseen[] {
  const found = findHidden(text)
    .flatMap((hidden) => inWords(text, hidden))
    .sort((a, b) => a.start - b.start);
  let end = 0;
  return found.filter((unseen) => {
    if (unseen.start < end) return false;
    end = unseen.end;
    return true;
  });
}

function inWords(text: string, { kind, start, end, decoded }: HiddenText): Unseen[] {
  const raw = text.slice(start, end);
  if (kind === 'look-alike') {
    return [
      { start, end, words: `${raw} [looks like “${decoded}”, has letters of another script]` },
    ];
  }
  if (decoded !== '' && kind !== 'bidi') {
    return [{ start, end, words: `[invisible text: “${message(decoded)}”]` }];
  }
  return [...raw.matchAll(invisibleRun)].map(({ 0: run, index }) => ({
    start: start + index,
    end: start + index + run.length,
    words: `[invisible: ${codesOf(run)}]`,
  }));
}

function message(decoded: string): string {
  const line = decoded.replace(/[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu, ' ');
  return line.length <= longestMessage ? line : `${line.slice(0, longestMessage).toWellFormed()}…`;
}

/** `U+200B ×2 U+FEFF`. */
function codesOf(run: string): string {
  const counts = Map.groupBy(run, (letter) => letter);
  const codes = [...counts].map(([letter, all]) => {
    return all.length === 1 ? codePoint(letter) : `${codePoint(letter)} ×${all.length}`;
  });
  const more = codes.length > mostCodes ? ` and ${codes.length - mostCodes} more` : '';
  return codes.slice(0, mostCodes).join(' ') + more;
}
