import type { Json } from '../classifier/definition.ts';

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

/** `args.amount lte 100`: true or false of one call. */
export interface Condition {
  /** `args.<name>[.<name>…]`. */
  path: string;
  op: Operator;
  value: Json;
}

export interface Limit {
  counter: string;
  window: 'minute' | 'hour' | 'day';
  max: number;
}

/** What stands in front of one tool. */
export interface Rule {
  tool: string;
  decision: Decision;
  /** Why, in one sentence made of the classification. */
  because: string;
  /** Hash of the definition the rule was made for; another definition is asked about or denied. */
  definitionHash: string;
  /** Denied where any condition group holds, whatever `decision` says. */
  denyIf: { conditions: Condition[]; message: string }[];
  limits: Limit[];
}

/** The rules for one server. A tool without a rule gets `default`. */
export interface Policy {
  schemaVersion: '1.0';
  server: string;
  posture: Posture;
  default: 'ask' | 'deny';
  classifierVersion: string;
  rules: Rule[];
}

/** What a client's format cannot say, and what it says instead. */
export interface Loss {
  tool: string;
  wanted: string;
  instead: string;
}
