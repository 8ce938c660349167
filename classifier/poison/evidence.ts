import type { Evidence } from '../classification.ts';
import type { Text } from '../text.ts';
import { quoteRaw } from '../unicode.ts';
import type { ReadClause } from './judge.ts';
import { steeringClauses } from './steering.ts';
import { tactics } from './tactics.ts';

/** A quote longer than this is cut: pages and terminals show it. */
const longestQuote = 300;

/** The signal of a clause that steers: its gravest tactic, or that it has no known one. */
function signalOf(clause: ReadClause): string {
  return tactics.find(({ fits }) => fits(clause))?.signal ?? 'steering-clause';
}

/** The clauses of a definition that steer the model by the tactic of one signal. */
export function quoteSteering(signal: string, text: Text): Evidence[] {
  return steeringClauses(text)
    .filter((clause) => signalOf(clause) === signal)
    .map((clause) => ({
      signal,
      pointer: clause.passage.pointer,
      quote: quoteClause(clause),
    }));
}

function quoteClause({ passage, start, end }: ReadClause): string {
  const clean = passage.clean.slice(start, end);
  const from = start + clean.length - clean.trimStart().length;
  return quoteRaw(passage.raw, from, from + Math.min(clean.trim().length, longestQuote));
}
