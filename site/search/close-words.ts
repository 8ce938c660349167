import type { CommonWord } from './index-format.ts';

const mostClose = 6;

/** Of the known words, those that a mistyped one may stand for: the closest only. */
export function closeWords(word: string, known: readonly CommonWord[]): CommonWord[] {
  const allowed = word.length >= 7 ? 2 : word.length >= 4 ? 1 : 0;
  if (allowed === 0) return [];
  const close = new Map<string, { entry: CommonWord; distance: number }>();
  for (const entry of known) {
    const distance = editDistance(word, entry[0], allowed);
    if (distance <= allowed) close.set(entry[0], { entry, distance });
  }
  const nearest = Math.min(...[...close.values()].map(({ distance }) => distance));
  return [...close.values()]
    .filter(({ distance }) => distance === nearest)
    .slice(0, mostClose)
    .map(({ entry }) => entry);
}

/**
 * Letters to add, drop, change or swap (neighbours) from one word to the other, or to the beginning
 * of a longer one; `limit` + 1 where it is more.
 */
export function editDistance(word: string, other: string, limit: number): number {
  if (other.length < word.length - limit) return limit + 1;
  const target = other.slice(0, word.length + limit);
  let before: number[] = [];
  let row = Array.from({ length: target.length + 1 }, (_, index) => index);
  for (let i = 1; i <= word.length; i++) {
    const next = [i];
    for (let j = 1; j <= target.length; j++) {
      const isSame = word[i - 1] === target[j - 1];
      let cost = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && word[i - 1] === target[j - 2] && word[i - 2] === target[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      next.push(cost);
    }
    if (Math.min(...next) > limit) return limit + 1;
    before = row;
    row = next;
  }
  // The longer word may go on: the best end counts, one more where it is not the whole word.
  const whole = row[target.length] ?? limit + 1;
  if (target.length === other.length && whole <= limit) return whole;
  const half = Math.min(...row.slice(Math.max(0, word.length - limit)));
  return Math.min(half, limit + 1);
}
