import type { Clause } from '../clauses.ts';
import { has, near } from './judge.ts';

/** One way to steer, told by what a clause is about. */
interface Tactic {
  signal: string;
  fits: (clause: Clause) => boolean;
}

/** What a clause wants of the model; the first that fits counts. */
export const aims: Tactic[] = [
  {
    signal: 'voided-rules',
    fits: (clause) => near(clause, 'void', 'rules', 9) || has(clause, 'role'),
  },
  {
    signal: 'secret-request',
    fits: (clause) =>
      has(clause, 'secret', 'secret-path') && has(clause, 'put', 'send', 'read', 'call'),
  },
  {
    signal: 'command-order',
    fits: (clause) =>
      has(clause, 'shell') ||
      (has(clause, 'command') && has(clause, 'call') && has(clause, 'must', 'before', 'after')),
  },
  {
    signal: 'conversation-request',
    fits: (clause) => has(clause, 'talk', 'system-prompt') && has(clause, 'put', 'send', 'read'),
  },
  {
    signal: 'skipped-consent',
    fits: (clause) =>
      has(clause, 'exempt') || near(clause, 'not', 'ask', 6) || near(clause, 'skip', 'ask', 5),
  },
  {
    signal: 'tool-precedence',
    fits: (clause) =>
      has(clause, 'tool', 'identifier', 'other') &&
      has(clause, 'distrust', 'prefer') &&
      has(clause, 'other', 'distrust', 'every') &&
      !has(clause, 'address', 'recipient', 'param', 'result'),
  },
  {
    signal: 'foreign-tool-order',
    fits: (clause) => has(clause, 'identifier') && has(clause, 'change'),
  },
  {
    signal: 'foreign-address',
    fits: (clause) =>
      has(clause, 'address') && has(clause, 'send', 'put', 'call', 'read', 'change'),
  },
  {
    signal: 'changed-argument',
    fits: (clause) =>
      (near(clause, 'void', 'user', 6) && has(clause, 'param')) ||
      (has(clause, 'change') &&
        has(
          clause,
          'param',
          'recipient',
          'money',
          'result',
          'reply',
          'regardless',
          'user',
          'address',
        )),
  },
  {
    signal: 'foreign-tool-order',
    fits: (clause) =>
      has(clause, 'identifier', 'tool') &&
      has(clause, 'call', 'change', 'send') &&
      has(clause, 'change', 'must', 'before', 'after', 'every', 'other'),
  },
  {
    signal: 'data-request',
    fits: (clause) =>
      has(clause, 'data', 'file', 'result') &&
      has(clause, 'put', 'send') &&
      !has(clause, 'secret', 'secret-path', 'talk', 'system-prompt'),
  },
  {
    signal: 'reply-order',
    fits: (clause) =>
      has(clause, 'reply', 'user', 'tell') &&
      has(clause, 'put', 'tell', 'must', 'after') &&
      !has(clause, 'talk', 'secret', 'secret-path', 'system-prompt'),
  },
];

/** How a clause goes about it; each that fits counts beside the aim. */
export const manners: Tactic[] = [
  {
    signal: 'concealment',
    fits: (clause) =>
      near(clause, 'not', 'tell', 5) ||
      (has(clause, 'hide') && has(clause, 'user', 'must', 'put', 'send', 'call')),
  },
  { signal: 'hidden-block', fits: (clause) => has(clause, 'markup') },
];
