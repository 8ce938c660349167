import { findHidden } from '../hidden-characters.ts';
import { type Passage, type PassageKind, readText, type Text } from '../text.ts';
import { clausesOf, has, type ReadClause, readClauses } from './judge.ts';
import { isReported, isSure } from './rules.ts';
import { scoreClause } from './score.ts';
import { clauseWeights } from './weights.ts';

/** The clauses of a definition that steer the model, by a rule or by the trained weights. */
export function steeringClauses(text: Text): ReadClause[] {
  text.memory.steering ??= findSteering(clausesOf(text), scoreClause, clauseWeights.threshold);
  return text.memory.steering;
}

/** Log-odds that a clause steers. */
export type Scorer = (clause: ReadClause) => number;

/** Which of these clauses steer, by a rule or by a score that reaches the threshold. */
export function findSteering(
  clauses: ReadClause[],
  score: Scorer,
  threshold: number,
): ReadClause[] {
  return clauses.filter((clause) => {
    if (isSure(clause)) return true;
    const scored = score(clause);
    const bar = threshold - discounts[clause.passage.kind];
    if (scored < bar && scored < disguisedThreshold) return false;
    const reached = scored - (isReported(clause) ? reportedDiscount : 0);
    return reached >= bar || (reached >= disguisedThreshold && isDisguised(clause.passage));
  });
}

/**
 * A description may order much of its tool, a value or a parameter seldom does, what an output says hardly ever:
 * less tells there. Chosen on definitions that were listed and not learnt from: none more is flagged.
 */
const discounts: Record<PassageKind, number> = {
  name: 0,
  title: 0,
  description: 0,
  'parameter-name': 0,
  'parameter-text': 1,
  enum: 0.5,
  default: 0.5,
  output: 1.5,
  other: 0.5,
};

/** A clause that says what a product detects must read far worse to count. */
const reportedDiscount = 3;
/** The threshold of a passage with invisible characters in it, and of what was hidden or encoded. */
const disguisedThreshold = -1;

/** Invisible characters beside a suspicious clause are no slip of an editor: the bar is lower there. */
function isDisguised({ raw, clean }: Passage): boolean {
  return raw !== clean && findHidden(raw).length > 0;
}

/** Whether a text that was hidden or encoded holds an order or a command; the bar is low, for it was hidden. */
export function steersWhenRead(text: string): boolean {
  const read = readText({ name: '', description: text, inputSchema: {} });
  return readClauses(read, () => true).some(
    (clause) =>
      has(clause, 'shell', 'secret-path') ||
      isSure(clause) ||
      scoreClause(clause) > disguisedThreshold,
  );
}
