import type { Evidence } from '../classification.ts';
import type { Text } from '../text.ts';
import { quoteRaw } from '../unicode.ts';
import type { ReadClause } from './judge.ts';
import { steeringClauses } from './steering.ts';
import { aims, manners } from './tactics.ts';

/** A quote longer than this is cut: pages and terminals show it. */
const longestQuote = 300;

/** Whether a clause that steers has the tactic of a signal: its aim, a manner, or no known one at all. */
function hasTactic(clause: ReadClause, signal: string): boolean {
  if (manners.some((manner) => manner.signal === signal && manner.fits(clause))) return true;
  const aim = aims.find(({ fits }) => fits(clause));
  if (aim !== undefined) return aim.signal === signal;
  return signal === unnamed && !manners.some(({ fits }) => fits(clause));
}

const unnamed = 'steering-clause';

/** The clauses of a definition that steer the model by the tactic of one signal. */
export function quoteSteering(signal: string, text: Text): Evidence[] {
  const clauses = steeringClauses(text);
  if (clauses.length === 0) return clauses as [];
  return clauses
    .filter((clause) => hasTactic(clause, signal))
    .map((clause) => ({
      signal,
      pointer: clause.passage.pointer,
      quote: quoteClause(clause),
    }));
}

function quoteClause({ passage, start, end }: ReadClause): string {
  const clean = passage.clean.slice(start, end);
  const from = start + clean.length - clean.trimStart().length;
  return quoteRaw(passage, from, from + Math.min(clean.trim().length, longestQuote));
}
