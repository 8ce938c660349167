import type { Text } from '../text.ts';
import { clausesOf, has, hasAll, near, type ReadClause } from './judge.ts';

const steering = new WeakMap<Text, ReadClause[]>();

/** The clauses of a definition that steer the model. */
export function steeringClauses(text: Text): ReadClause[] {
  let clauses = steering.get(text);
  if (clauses === undefined) {
    clauses = clausesOf(text).filter(isSure);
    steering.set(text, clauses);
  }
  return clauses;
}

/** Combinations that no honest definition needs. */
function isSure(clause: ReadClause): boolean {
  const order = has(clause, 'must', 'before', 'after', 'every', 'param', 'reply', 'tool');
  const takes = has(clause, 'put', 'send') || has(clause.around, 'put', 'send');
  if (has(clause, 'secret-path') && has(clause, 'read', 'put', 'send') && order && takes)
    return !has(clause.purpose, 'secret') && !has(clause, 'exempt');
  if (near(clause, 'not', 'tell', 5) && hasAll(clause, 'user', 'step')) return true;
  if (near(clause, 'void', 'rules', 6) && has(clause, 'prior', 'agent'))
    return !has(clause.purpose, 'rules');
  return false;
}
