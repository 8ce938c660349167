import type { Text } from '../text.ts';
import type { Word } from '../words.ts';

/** Longest main clause that is read, in UTF-16 units and words. */
const clauseLimit = { characters: 420, words: 40 };
const opening =
  /^(?:\s*(?:<[a-z_-]{1,30}>|\[[^\]\n]{0,80}\][-:\s]*|#+\s[^\n]{0,200}\n|[^\p{L}\p{N}\s[("'`]+|(?:purpose|description|summary|overview|warning|important|destructive|deprecated|beta|note)\W{0,4}:))+/iu;
const sentenceEnd = /[.!?](?=\s|$)|[。！？]|\n\s*\n|\n\s*[-*#•]|[—–](?=\s)/g;

/** The words of the first sentence that says something. */
export function mainClause(text: Text): Word[] {
  const clean = text.description?.clean;
  if (clean === undefined) return [];
  let from = ownNameEnd(clean, text.name.clean);
  from += opening.exec(clean.slice(from))?.[0].length ?? 0;
  for (let tries = 0; tries < 3; tries++) {
    const to = clauseEnd(clean, from);
    const words = between(text.descriptionWords, from, to);
    if (words.length >= 2 || to >= clean.length || words.some((word) => word.end - word.start > 5))
      return words;
    from = to + 1;
  }
  return [];
}

const afterName = /^[`*"'\]]{0,3}(?:\(\))?[`*"']{0,3}\s{0,2}[:–—-]{1,2}\s+/;

/** Where the text goes on that begins with the name of its tool: `get_issue: Reads an issue`; else 0. */
function ownNameEnd(clean: string, name: string): number {
  const start = /^\s*[`*"'[]{0,3}/.exec(clean)?.[0].length ?? 0;
  const end = start + name.length;
  if (name === '' || clean.slice(start, end).toLowerCase() !== name.toLowerCase()) return 0;
  const mark = afterName.exec(clean.slice(end, end + 16));
  return mark === null ? 0 : end + mark[0].length;
}

function between(words: Word[], from: number, to: number): Word[] {
  let first = 0;
  while (first < words.length && (words[first] as Word).start < from) first++;
  let end = first;
  while (end < words.length && (words[end] as Word).end <= to && end - first < clauseLimit.words)
    end++;
  return words.slice(first, end);
}

function clauseEnd(clean: string, from: number): number {
  const limit = Math.min(clean.length, from + clauseLimit.characters);
  sentenceEnd.lastIndex = from + 8;
  for (let found = sentenceEnd.exec(clean); found !== null; found = sentenceEnd.exec(clean)) {
    if (found.index >= limit) break;
    if (
      found[0] === '.' &&
      /\b(?:e\.g|i\.e|etc|vs)$/i.test(clean.slice(Math.max(0, found.index - 4), found.index))
    )
      continue;
    return found.index;
  }
  return limit;
}
