import type { Clause } from '../clauses.ts';
import { comesBefore, has, hasAll, near, type ReadClause } from './judge.ts';
import { isKnownOrder } from './phrases.ts';

/** Says what a product detects, or what others do, instead of ordering it. */
const reported =
  /\b(?:detects?|detecting|scans?|blocks?|(?<!\/)flags?|explain(?:s|ing)|analy[sz]es (?:prompts?|texts?)|checks? whether|reports whether|such as|prompts? that|texts? (?:such|like)|phrases? (?:such|like)|attempts? to|matches|training text|examples? of|lists? (?:example|rules|sensitive)|verif(?:y|ies) that|simulates?|prompt injections?|jailbreaks)\b|检测|検出|탐지|detecta|erkennt|détecte|находит|обнаруживает/i;

/** Whether a clause, or the words before it, say that somebody detects or explains such a text. */
export function isReported(clause: Clause): boolean {
  return reported.test(clause.passage.clean.slice(Math.max(0, clause.start - 120), clause.end));
}

/** An order, and not a description. */
function isOrder(clause: Clause): boolean {
  return has(clause, 'must', 'before', 'after', 'every', 'agent', 'hide');
}

/** "Do not tell", and not "tell them that it cannot be undone"; Japanese and Korean negate behind the verb. */
function isUntold(clause: ReadClause, distance: number): boolean {
  const { passage, start, end } = clause;
  if (!near(clause, 'not', 'tell', distance)) return false;
  return comesBefore(clause, 'not', 'tell') || verbFirst.test(passage.clean.slice(start, end));
}

const verbFirst = /[\u3040-\u30ff\uac00-\ud7af]/;

/** A path that holds keys or history; `.env` and the like are named in honest setup notes too. */
const keyFile =
  /\.ssh|id_rsa|id_ed25519|\/etc\/(?:passwd|shadow)|\.aws|\.netrc|\.npmrc|bashrc|zshrc|_history|\.gnupg|\.kube|mcp\.json|credentials|secrets?\b/i;
const imperative =
  /(?:^|[.:;>*(\-,]|\b(?:and|also|then|first|please|must|to|you|always|should))\s*(?:read|open|load|access|include|provide|pass|send|upload|post|append|attach|cat|fetch|get|copy|retrieve)\b/i;
const userAnyway = /\bregardless of (?:the |what the )?(?:user|customer|person|human|caller)\b/i;

const copied = /\b(?:bcc|cc|blind copy)\b/i;
const shown = /\be\.g\.|\bexamples?\b/i;

/** Combinations that no honest definition needs, whatever the model of clauses says. Concepts cost less than patterns. */
const rules: ((clause: ReadClause, text: string) => boolean)[] = [
  isKnownOrder,
  // A file of credentials is read or handed over.
  (clause, text) =>
    has(clause, 'secret-path') &&
    !has(clause.purpose, 'secret', 'secret-path') &&
    (keyFile.test(text) || has(clause, 'send', 'param', 'reply')) &&
    has(clause, 'read', 'send', 'put', 'result') &&
    (imperative.test(text) ||
      hasAll(clause, 'read', 'param') ||
      (keyFile.test(text) && hasAll(clause, 'read', 'send'))),
  // A step is kept from the user.
  (clause) =>
    isUntold(clause, 4) &&
    has(clause, 'user') &&
    near(clause, 'tell', 'step', 4) &&
    (!has(clause, 'secret') || has(clause, 'read', 'send')),
  // The same without a word about the user: "do not mention this change".
  (clause) =>
    clause.passage.kind === 'description' &&
    isUntold(clause, 2) &&
    near(clause, 'tell', 'step', 3) &&
    !has(clause, 'secret'),
  // What the model was told before is declared void.
  (clause) => near(clause, 'void', 'rules', 4) && near(clause, 'void', 'prior', 3),
  // A shell command that the model is to run.
  (clause) =>
    has(clause, 'shell') &&
    has(clause, 'call') &&
    has(clause, 'must', 'before', 'after') &&
    !has(clause.purpose, 'command', 'call'),
  // A shell command where a value is expected.
  (clause) =>
    has(clause, 'shell') &&
    (clause.passage.kind === 'default' || clause.passage.kind === 'enum') &&
    !has(clause.purpose, 'command', 'secret'),
  // The user's choice is replaced.
  (clause) =>
    near(clause, 'regardless', 'user', 5) &&
    has(clause, 'change') &&
    has(clause, 'param', 'identifier'),
  // The same, where the change may stand in the sentence beside.
  (clause, text) =>
    (has(clause, 'change') || has(clause.around, 'change')) &&
    (has(clause, 'param') || has(clause.around, 'param')) &&
    userAnyway.test(text),
  // What a key file holds, where a value is expected.
  (clause, text) =>
    clause.passage.kind !== 'description' &&
    near(clause, 'result', 'secret-path', 6) &&
    keyFile.test(text) &&
    !/\.pub\b|kube\/config|by default/.test(text) &&
    !has(clause.purpose, 'secret', 'secret-path'),
  // A copy of what the user sends, for an address that the user did not give.
  (clause, text) => has(clause, 'address') && copied.test(text) && !shown.test(text),
  // A title that goes on to something else.
  (clause) =>
    clause.passage.kind === 'title' &&
    has(clause, 'after', 'before') &&
    has(clause, 'address', 'identifier'),
  // A fake turn or a comment that holds an order.
  (clause) =>
    has(clause, 'markup') &&
    has(clause, 'agent', 'user', 'secret', 'secret-path', 'talk', 'rules', 'role', 'data') &&
    has(clause, 'read', 'send', 'call', 'change', 'void', 'put') &&
    (isOrder(clause) || has(clause, 'secret', 'secret-path', 'void')),
];

export function isSure(clause: ReadClause): boolean {
  const text = clause.passage.clean.slice(clause.start, clause.end);
  return rules.some((rule) => rule(clause, text)) && !isReported(clause) && !denial.test(text);
}

/** Says what the tool never does. */
const denial =
  /\b(?:never|does not|doesn't|do not|don't|cannot|will not) (?:reads?|access|send|include|open|return)\b/i;
