import type { Clause } from '../clauses.ts';
import { has, hasAll, near, type ReadClause } from './judge.ts';

/** Says what a product detects, or what others do, instead of ordering it. */
const reported =
  /\b(?:detects?|scans?|blocks?|flags?|explain(?:s|ing)|describes?|reports? (?:the|whether)|such as|prompts? that|texts? (?:such|like)|phrases?|attempts? to|matches|training text|examples? of|lists? (?:example|rules|sensitive)|checks? whether|verif(?:y|ies) that|simulates?|injection|jailbreak|attacks?|malicious|untrusted)\b|检测|検出|탐지|detecta|erkennt|détecte|находит|обнаруживает/i;

function isReported(clause: Clause): boolean {
  return reported.test(clause.passage.clean.slice(Math.max(0, clause.start - 120), clause.end));
}

/** An order, and not a description. */
function isOrder(clause: Clause): boolean {
  return has(clause, 'must', 'before', 'after', 'every', 'agent', 'hide');
}

/** Combinations that no honest definition needs, whatever the model of clauses says. */
const rules: ((clause: ReadClause) => boolean)[] = [
  // A file of credentials is read or handed over.
  (clause) =>
    has(clause, 'secret-path') &&
    !has(clause.purpose, 'secret', 'secret-path') &&
    has(clause, 'read', 'send', 'result') &&
    (has(clause, 'send', 'put', 'param', 'reply') || (has(clause, 'read') && isOrder(clause))) &&
    isOrderOrTaken(clause),
  // A step is kept from the user.
  (clause) =>
    near(clause, 'not', 'tell', 4) &&
    has(clause, 'user') &&
    near(clause, 'tell', 'step', 4) &&
    !has(clause, 'secret'),
  // What the model was told before is declared void.
  (clause) =>
    near(clause, 'void', 'rules', 4) && near(clause, 'void', 'prior', 3) && has(clause, 'prior'),
  // A shell command that the model is to run.
  (clause) =>
    has(clause, 'shell') &&
    has(clause, 'call') &&
    has(clause, 'must', 'before') &&
    !has(clause.purpose, 'command', 'call'),
  // The user's choice is replaced.
  (clause) =>
    near(clause, 'regardless', 'user', 5) &&
    has(clause, 'change') &&
    has(clause, 'param', 'identifier'),
  // A fake turn or a comment that holds an order.
  (clause) =>
    has(clause, 'markup') &&
    has(clause, 'agent', 'user', 'secret', 'secret-path', 'talk', 'rules') &&
    has(clause, 'read', 'send', 'call', 'change', 'void') &&
    isOrder(clause),
];

function isOrderOrTaken(clause: ReadClause): boolean {
  return isOrder(clause) || hasAll(clause, 'read', 'send') || hasAll(clause, 'send', 'address');
}

export function isSure(clause: ReadClause): boolean {
  return rules.some((rule) => rule(clause)) && !isReported(clause);
}
