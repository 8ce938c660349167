import type { Evidence } from '../classification.ts';
import type { Text } from '../text.ts';
import type { Answer } from './answer.ts';

/**
 * The quotes of an answer as evidence; undefined as soon as one stands nowhere in the definition. A
 * quote under a wrong pointer gets that of the first string it stands in.
 */
export function verifyQuotes({ passages }: Text, quotes: Answer['quotes']): Evidence[] | undefined {
  const evidence: Evidence[] = [];
  for (const { pointer, quote } of quotes) {
    if (quote.trim().length < 2) return undefined;
    const holds = passages.filter(({ raw }) => raw.includes(quote));
    const passage = holds.find((candidate) => candidate.pointer === pointer) ?? holds[0];
    if (passage === undefined) return undefined;
    evidence.push({ signal: 'second-opinion', pointer: passage.pointer, quote });
  }
  return evidence;
}
