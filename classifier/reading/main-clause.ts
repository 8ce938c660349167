import type { Text } from '../text.ts';
import type { Word } from '../words.ts';

/** Longest main clause that is read, in UTF-16 units and words. */
const clauseLimit = { characters: 420, words: 40 };
const opening =
  /^(?:\s*(?:\[[^\]\n]{0,80}\][-:\s]*|#+\s[^\n]{0,200}\n|[^\p{L}\p{N}\s[("'`]+|(?:purpose|description|summary|overview|warning|important|destructive|deprecated|beta|note)\W{0,4}:))+/iu;
const sentenceEnd = /[.!?](?=\s|$)|[。！？]|\n\s*\n|\n\s*[-*#•]|[—–](?=\s)/g;

/** The words of the first sentence that says something. */
export function mainClause(text: Text): Word[] {
  const clean = text.description?.clean;
  if (clean === undefined) return [];
  let from = opening.exec(clean)?.[0].length ?? 0;
  for (let tries = 0; tries < 3; tries++) {
    const to = clauseEnd(clean, from);
    const words = between(text.descriptionWords, from, to);
    if (words.length >= 2 || to >= clean.length || words.some((word) => word.end - word.start > 5))
      return words;
    from = to + 1;
  }
  return [];
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
