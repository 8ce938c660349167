import type { Json } from '../classifier/definition.ts';

/** From mildest to strictest. `hide`: denied, and left out of the list that the model sees. */
export const decisions = ['allow', 'ask', 'deny', 'hide'] as const;
export type Decision = (typeof decisions)[number];

export const postures = ['strict', 'balanced', 'permissive'] as const;
export type Posture = (typeof postures)[number];

export const operators = [
  'eq',
  'neq',
  'lt',
  'lte',
  'gt',
  'gte',
  'in',
  'not_in',
  'exists',
  'regex',
  'contains',
] as const;
export type Operator = (typeof operators)[number];

/** `args.amount lte 100`: true or false of one call. docs/POLICIES.md defines each operator. */
export interface Condition {
  /** `args.<name>[.<name>…]`; a name that holds a dot cannot be written. */
  path: string;
  op: Operator;
  value: Json;
}

/** Denied where all conditions of the group hold. */
export interface Denial {
  conditions: Condition[];
  message: string;
}

export const windows = ['minute', 'hour', 'day'] as const;

/** As in "5 calls an hour". */
export const windowWords: Record<(typeof windows)[number], string> = {
  minute: 'a minute',
  hour: 'an hour',
  day: 'a day',
};

export interface Limit {
  counter: string;
  window: (typeof windows)[number];
  /** Calls let through in one window: a whole number, 0 or more. */
  max: number;
}

/** What stands in front of one tool. */
export interface Rule {
  tool: string;
  decision: Decision;
  /** Why, in one or two sentences made of the classification; quotes the definition, so it is hostile text. */
  because: string;
  /** Hash of the definition the rule was made for; another definition is asked about or denied. */
  definitionHash?: string;
  /** How long a person's yes holds; only of `ask`. */
  approval: 'call' | 'session';
  /** What is said instead where nothing can check the conditions below, if that is stricter. */
  unchecked?: Decision;
  /** Denied unless every condition holds, whatever `decision` says. */
  require: Condition[];
  /** Denied where any of these holds, whatever `decision` says. */
  denyIf: Denial[];
  limits: Limit[];
}

/** The rules for one server. A tool without a rule, or whose definition changed, gets `default`. */
export interface Policy {
  schemaVersion: '1.0';
  server: string;
  posture: Posture;
  default: Decision;
  classifierVersion: string;
  /** At most one rule a tool. */
  rules: Rule[];
  /** Over all calls of the server together. */
  limits: Limit[];
}

/** What a client's format cannot say, and what it says instead. */
export interface Loss {
  /** `*` where it concerns every tool. */
  tool: string;
  wanted: string;
  instead: string;
}

/** The stricter of two decisions. */
export function stricter(a: Decision, b: Decision): Decision {
  return decisions.indexOf(a) >= decisions.indexOf(b) ? a : b;
}
