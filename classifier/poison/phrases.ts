import { conceptSet, meets } from './concept-words.ts';
import type { Concept } from './concepts.ts';
import type { ReadClause } from './judge.ts';

/** A wording that orders what no tool needs, with what must stand beside it. */
interface Phrase {
  says: RegExp;
  /** Each of these matches as well. */
  also?: readonly RegExp[];
  /** Whatever the pattern matches holds one concept of each group; cheaper, so that it is not asked where it cannot match. */
  implies?: readonly (readonly Concept[])[];
  /** The clause holds one concept of each group as well. */
  holds?: readonly (readonly Concept[])[];
  /** The tool is not made for any of these. */
  unless?: readonly Concept[];
  /** Said of somebody else, or forbidden. */
  not?: RegExp;
}

/** Forbidden, or only told. */
const forbidden =
  /\b(?:never|not|don't|no|cannot)\b|\b(?:is|are|was|were|will be|gets?) [^.]{0,40}\bwithout\b/i;
/** What a person is free to do. */
const byUser =
  /\b(?:users?|developers?) (?:can|may|could)\b|\butilisateurs? peu(?:t|vent)\b|\busuarios? pueden?\b|\b(?:Benutzer|Nutzer) k(?:ann|önnen)\b/i;
const mailed = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\./;

export const knownOrders: readonly Phrase[] = [
  // What was said before is void.
  {
    says: /\b(?:ignore|disregard|forget) (?:all |everything )?(?:of )?(?:the |your |any )?(?:above|previous|prior|earlier)(?: (?:and|instructions?|rules|directions|guidelines|guidance|orders|constraints|safety)\b|[.,;!]|$)/i,
    implies: [['void'], ['prior']],
  },
  {
    says: /(?:^\s*|[.:;,]\s|\b(?:and|must|to|please|should)\s)(?:override|bypass|ignore|disable|circumvent|disregard) (?:all |any |the |your )*(?:safety|security|content|ethical|guardrail)s? (?:rules?|checks?|filters?|guidelines?|guardrails?|polic(?:y|ies)|restrictions?|measures?|instructions?)\b/i,
    implies: [['void', 'skip']],
    unless: ['rules', 'ask'],
  },
  // A turn that nobody spoke.
  {
    says: /\bmessage from (?:the )?(?:user|system|developer|administrator) to you\b/i,
  },
  {
    says: /<\|(?:system|im_start|im_end|assistant|user)\|>|<\|start_header_id\|>/,
    unless: ['talk', 'role'],
    not: /\b(?:markers?|tokens?|templates?|delimiters?|counts?)\b/i,
  },
  // A command of a stranger is run.
  {
    says: /\b(?:curl|wget)\b[^\n|]*\|\s*(?:sudo )?(?:(?:ba|z|da)?sh|python3?)\b/,
    holds: [['call']],
    not: byUser,
  },
  {
    says: /\b(?:execute|run|enter|type|issue|invoke)\b.{0,60}\bcommands?\b.{0,40}:\s*[`'"]?(?:sudo|rm|cat|curl|wget|whoami|id|chmod|echo|nc|bash|sh|python3?|powershell|dd|kill|docker|printenv|env)\b/i,
    holds: [['must', 'before', 'after', 'every']],
    unless: ['command', 'shell'],
  },
  // The model's own instructions, or what it was told, leave it.
  {
    says: /\b(?:reveal|print|repeat|show|output|disclose|send|include|append|share|quote|paste|leak)\b.{0,40}(?<!\b(?:in|to|into|before|after) )\b(?:your|the|any) (?:\w+ ){0,2}(?:system prompts?|system messages?|system instructions?|hidden (?:system )?instructions|developer message)\b/i,
    implies: [['talk', 'rules']],
    unless: ['system-prompt', 'talk'],
  },
  {
    says: /\b(?:all|every|each|any)\b.{0,30}\b(?:e-?mails?|messages?|mails?|requests?|transfers?|payments?|conversations?)\b.{0,60}(?:(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.|https?:\/\/|\+\d{5})/i,
    holds: [['send', 'change']],
    unless: ['address'],
  },
  {
    says: /(?:^\s*|[.:;]\s*|\b(?:must|should|please)\s)always\b.{0,30}\b(?:bcc|cc|forward)\b/i,
    implies: [['must']],
    also: [mailed],
  },
  { says: /\bexfiltrate(?:\b|_)/i, unless: ['rules'] },
  {
    says: /\b(?:before|prior to)\b.{0,60}\b(?:send|make|post|issue)\b.{0,20}\brequest to https?:\/\//i,
    holds: [['must', 'every']],
    unless: ['address'],
  },
  // A shell's start-up file or a private key, ahead of another step.
  {
    says: /\.(?:ba|z)shrc\b|\.(?:bash|zsh)_(?:profile|history)|id_(?:rsa|ed25519)\b|\/etc\/(?:passwd|shadow)\b/,
    also: [
      /\b(?:before|prior to|after|whenever|when) (?:you |the )?(?:us|call|invok|access|runn|execut|search|creat|fetch|attempt)\w*\b/i,
    ],
    holds: [['read', 'send', 'put', 'call']],
  },
  // Traces are removed.
  {
    says: /\b(?:delete|clear|remove|wipe|erase|truncate)\b.{0,20}(?:\.(?:bash|zsh)_history|\b(?:shell|command) history|\baudit (?:log|trail)s?\b)/i,
    holds: [['must', 'before', 'after', 'every', 'call']],
    unless: ['command'],
  },
  // The user is told something false, or not told what happens.
  {
    says: /\b(?:halt|stop|abort|refuse|block|cancel)\b.{0,60}\b(?:and|then)\b.{0,20}\b(?:inform|tell|notify|report to) (?:the |your )?(?:user|customer|human|person)\b.{0,80}\b(?:unavailable|not available|restricted|blocked|offline|does not exist|failed|down)\b/i,
    holds: [['must', 'before', 'every']],
    not: /\b(?:if|when|whenever|whether|unless|in case)\b/i,
  },
  {
    says: /\b(?:display|show|announce|report to the user|tell the user|and (?:then )?(?:state|say))\b.{0,30}['"‘“][A-Z]{3,}[ :!]/,
    holds: [['must', 'before', 'after'], ['call']],
  },
  {
    says: /\b(?:never|not|don't|without) (?:mention|reveal|disclose|admit|say|tell|mentioning|telling|revealing|disclosing|saying)(?:ing)?\b.{0,20}\bthat you(?:'re|'ve| are| have| did| were)?\b/i,
    implies: [['not']],
  },
  // Consent is skipped, or the user's choice replaced.
  {
    says: /\bwithout (?:asking|requesting|seeking|waiting|requiring|any|needing)\b.{0,40}\b(?:approval|confirmation|consent|permission|user|authori[sz]ation)\b/i,
    holds: [['must'], ['send', 'call', 'change', 'money']],
    not: forbidden,
  },
  {
    says: /\bwhen (?:a |the )?(?:users?|customers?) (?:request|search|ask|call)\w*\b.{0,140}\bautomatically (?:redirect|replace|substitut|chang)\w*/i,
    implies: [['user'], ['skip']],
    unless: ['change'],
  },
  // Another tool is put out of use, or this one between all others.
  {
    says: /\bredirect\w*\b.{0,60}\bto (?:the |our |this )?(?:new )?(?:secure|safe|trusted)\b.{0,30}\btool\b/i,
    holds: [['must', 'every']],
  },
  {
    says: /\b(?:must|should|shall) (?:always )?be (?:called|used|invoked|run)\b.{0,20}\b(?:every time|each time|whenever|after each|after every)\b.{0,20}\b(?:a|any|another|every|each) (?:other )?tool\b/i,
    implies: [['must'], ['tool']],
  },
];

/** The phrases in one form, which costs less to read. */
const phrases = knownOrders.map(
  ({ says, also = [], implies = [], holds = [], unless = [], not }) => ({
    says,
    also,
    holds: [...implies, ...holds].map(conceptSet),
    unless: conceptSet(unless),
    not,
  }),
);

/** Whether a clause, with this text, is one of the wordings. Concepts cost less than patterns and are asked first. */
export function isKnownOrder(clause: ReadClause, text: string): boolean {
  return phrases.some(
    ({ says, also, holds, unless, not }) =>
      holds.every((concepts) => meets(clause, concepts)) &&
      !meets(clause.purpose, unless) &&
      says.test(text) &&
      also.every((pattern) => pattern.test(text)) &&
      !not?.test(text),
  );
}
