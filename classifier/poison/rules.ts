import type { Clause } from '../clauses.ts';
import { comesBefore, has, hasAll, near, type ReadClause } from './judge.ts';

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
const aboveIgnored =
  /\b(?:ignore|disregard|forget) (?:all |everything )?(?:of )?(?:the |your |any )?(?:above|previous|prior|earlier)(?: (?:and|instructions?|rules|directions|guidelines|guidance|orders|constraints|safety)\b|[.,;!]|$)/i;
const messageFromUser = /\bmessage from (?:the )?(?:user|system|developer|administrator) to you\b/i;
const pipedToShell = /\b(?:curl|wget)\b[^\n|]*\|\s*(?:sudo )?(?:(?:ba|z|da)?sh|python3?)\b/;
const promptRevealed =
  /\b(?:reveal|print|repeat|show|output|disclose|send|include|append|share|quote|paste|leak)\b.{0,40}\b(?:your|the|any) (?:\w+ ){0,2}(?:system prompts?|system messages?|system instructions?|hidden (?:system )?instructions|developer message)\b/i;
const allSentAway =
  /\b(?:all|every|each|any)\b.{0,30}\b(?:e-?mails?|messages?|mails?|requests?|transfers?|payments?|conversations?)\b.{0,60}(?:[\w.+-]+@[\w-]+\.|https?:\/\/|\+\d{5})/i;
const leak = /\bexfiltrat(?:e|es|ing)(?:\b|_)/i;
/** A shell's own start-up file, a private key or a list of accounts, which no purpose but a shell's needs. */
const startFile =
  /\.(?:ba|z)shrc\b|\.(?:bash|zsh)_(?:profile|history)|id_(?:rsa|ed25519)\b|\/etc\/(?:passwd|shadow)\b/;
const anotherFirst =
  /\b(?:before|prior to|after|whenever|when) (?:you |the )?(?:us|call|invok|access|runn|execut|search|creat|fetch|attempt)\w*\b/i;
const controlToken = /<\|(?:system|im_start|im_end|assistant|user)\|>|<\|start_header_id\|>/;
const falseHalt =
  /\b(?:halt|stop|abort|refuse|block|cancel)\b.{0,60}\b(?:and|then)\b.{0,20}\b(?:inform|tell|notify|report to) (?:the |your )?(?:user|customer|human|person)\b.{0,80}\b(?:unavailable|not available|restricted|blocked|offline|does not exist|failed|down)\b/i;
const admitted =
  /\b(?:never|not|don't|without) (?:mention|reveal|disclose|admit|say|tell|mentioning|telling|revealing|disclosing|saying)(?:ing)?\b.{0,20}\bthat you(?:'re|'ve| are| have| did| were)?\b/i;
const unapproved =
  /\bwithout (?:asking|requesting|seeking|waiting|requiring|any|needing)\b.{0,40}\b(?:approval|confirmation|consent|permission|user|authori[sz]ation)\b/i;
const forbidden = /\b(?:never|not|don't|no|cannot)\b/i;
const safetyVoid =
  /(?:^\s*|[.:;,]\s|\b(?:and|must|to|please|should)\s)(?:override|bypass|ignore|disable|circumvent|disregard) (?:all |any |the |your )*(?:safety|security|content|ethical|guardrail)s? (?:rules?|checks?|filters?|guidelines?|guardrails?|polic(?:y|ies)|restrictions?|measures?|instructions?)\b/i;
const userAnyway = /\bregardless of (?:the |what the )?(?:user|customer|person|human|caller)\b/i;

/** Combinations that no honest definition needs, whatever the model of clauses says. Concepts cost less than patterns. */
const rules: ((clause: ReadClause, text: string) => boolean)[] = [
  // A file of credentials is read or handed over.
  (clause, text) =>
    has(clause, 'secret-path') &&
    !has(clause.purpose, 'secret', 'secret-path') &&
    (keyFile.test(text) || has(clause, 'send', 'param', 'reply')) &&
    has(clause, 'read', 'send', 'put', 'result') &&
    (imperative.test(text) ||
      hasAll(clause, 'read', 'param') ||
      (keyFile.test(text) && hasAll(clause, 'read', 'send'))),
  (_, text) => aboveIgnored.test(text) || messageFromUser.test(text) || admitted.test(text),
  // The same ahead of another step, whatever the tool says it is for.
  (clause, text) =>
    has(clause, 'read', 'send', 'put', 'call') && startFile.test(text) && anotherFirst.test(text),
  (clause, text) => controlToken.test(text) && !has(clause.purpose, 'talk', 'role'),
  // The user is told something false and sent elsewhere.
  (clause, text) => has(clause, 'must', 'before', 'every') && falseHalt.test(text),
  (clause, text) =>
    has(clause, 'must', 'every') &&
    has(clause, 'send', 'call', 'change', 'money') &&
    unapproved.test(text) &&
    !forbidden.test(text),
  (clause, text) =>
    clause.passage.kind === 'description' &&
    !has(clause.purpose, 'rules', 'ask') &&
    safetyVoid.test(text),
  (clause, text) =>
    (has(clause, 'change') || has(clause.around, 'change')) &&
    (has(clause, 'param') || has(clause.around, 'param')) &&
    userAnyway.test(text),
  (clause, text) => has(clause, 'call') && pipedToShell.test(text),
  (clause, text) => promptRevealed.test(text) && !has(clause.purpose, 'system-prompt', 'talk'),
  (clause, text) =>
    has(clause, 'send', 'change') && !has(clause.purpose, 'address') && allSentAway.test(text),
  (clause, text) => leak.test(text) && !has(clause.purpose, 'rules'),
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
  // A fake turn or a comment that holds an order.
  (clause) =>
    has(clause, 'markup') &&
    has(clause, 'agent', 'user', 'secret', 'secret-path', 'talk', 'rules', 'role') &&
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
