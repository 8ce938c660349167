import { readText, type Text } from '../text.ts';
import { clausesOf, has, type ReadClause, readClauses } from './judge.ts';
import { isSure } from './rules.ts';
import { scoreClause } from './score.ts';
import { clauseWeights } from './weights.ts';

const steering = new WeakMap<Text, ReadClause[]>();

/** The clauses of a definition that steer the model, by a rule or by the trained weights. */
export function steeringClauses(text: Text): ReadClause[] {
  let clauses = steering.get(text);
  if (clauses === undefined) {
    clauses = findSteering(clausesOf(text));
    steering.set(text, clauses);
  }
  return clauses;
}

function findSteering(clauses: ReadClause[]): ReadClause[] {
  const found: ReadClause[] = [];
  for (const passage of new Set(clauses.map((clause) => clause.passage)))
    found.push(...steeringIn(clauses.filter((clause) => clause.passage === passage)));
  return found;
}

/** How many clauses of one passage may add up. */
const strongest = 3;

/** Clauses of one passage add up: the odds that at least one of the three worst steers are what counts. */
function steeringIn(clauses: ReadClause[]): ReadClause[] {
  const judged = clauses.map((clause) => ({
    clause,
    sure: isSure(clause),
    score: scoreClause(clause),
  }));
  judged.sort((a, b) => b.score - a.score);
  const together = judged
    .slice(0, strongest)
    .reduce((none, { score }) => none / (1 + Math.exp(score)), 1);
  const passes = Math.log((1 - together) / together) >= clauseWeights.threshold;
  const worst = judged[0];
  return judged
    .filter((one) => one.sure || (passes && (one === worst || one.score >= 0)))
    .map(({ clause }) => clause);
}

/** Whether a text that was hidden or encoded holds an order or a command; the bar is low, for it was hidden. */
export function steersWhenRead(text: string): boolean {
  const read = readText({ name: '', description: text, inputSchema: {} });
  return readClauses(read, () => true).some(
    (clause) => has(clause, 'shell', 'secret-path') || isSure(clause) || scoreClause(clause) > -1,
  );
}
