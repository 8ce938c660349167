import type { Floor } from './decide.ts';
import {
  type Capability,
  type Operation,
  type Risk,
  worstOperation,
  worstRisk,
} from './taxonomy.ts';

/** The mildest that a call can be. */
type Least = readonly [Operation, Risk];

interface Tie {
  /** As the rubric words it. */
  rule: Least;
  /** How far labels that were read with care go below it: a charge that comes later is a write. */
  exception?: Least;
}

const ties: Partial<Record<Capability, Tie>> = {
  'executes-code': { rule: ['destructive', 'critical'], exception: ['write', 'high'] },
  'moves-money': { rule: ['destructive', 'critical'], exception: ['write', 'high'] },
  'deletes-data': { rule: ['destructive', 'high'], exception: ['write', 'medium'] },
  'changes-access': { rule: ['write', 'high'], exception: ['write', 'medium'] },
  communicates: { rule: ['write', 'medium'] },
  'controls-systems': { rule: ['write', 'low'] },
  'reads-secrets': { rule: ['read', 'high'] },
  'reads-private-data': { rule: ['read', 'medium'] },
};

const destructiveTie: Tie = { rule: ['destructive', 'high'], exception: ['destructive', 'medium'] };
const criticalTie: Tie = { rule: ['write', 'critical'] };

function tiesOf({ operation, risk, capabilities }: Floor) {
  return [
    ...capabilities.flatMap((name) => {
      const tie = ties[name];
      return tie ? [{ tie, what: `has ${name}`, without: `take ${name} away` }] : [];
    }),
    ...(operation === 'destructive'
      ? [{ tie: destructiveTie, what: 'is destructive', without: 'lower the operation' }]
      : []),
    ...(risk === 'critical'
      ? [{ tie: criticalTie, what: 'is critical', without: 'lower the risk' }]
      : []),
  ];
}

/** Raises all that the rubric ties together: the operation to the rest, the risk to both. */
export function withTies(label: Floor): Floor {
  const least = tiesOf(label).map(({ tie }) => tie.rule[0]);
  return withTiedRisk({ ...label, operation: least.reduce(worstOperation, label.operation) });
}

/** Raises the risk alone; an operation that is milder than the rubric words it has the risk of the exception. */
export function withTiedRisk(label: Floor): Floor {
  const least = tiesOf(label).map(({ tie: { rule, exception = rule } }) =>
    isBelow(label.operation, rule[0]) ? exception[1] : rule[1],
  );
  return { ...label, risk: least.reduce(worstRisk, label.risk) };
}

/** A word of a label that is milder than the rest of it can be. */
export interface Contradiction {
  of: 'operation' | 'risk';
  message: string;
}

/** What no careful reading of the rubric says; exceptions that were made with care are none. */
export function contradictionsOf(label: Floor): Contradiction[] {
  const { operation, risk } = label;
  return tiesOf(label).flatMap(({ tie: { rule, exception = rule }, what, without }) => {
    const message = (is: string, least: string) =>
      `is ${is}, and what ${what} is at least ${least}: raise it, or ${without}`;
    const found: Contradiction[] = [];
    if (isBelow(operation, exception[0]))
      found.push({ of: 'operation', message: message(operation, exception[0]) });
    if (worstRisk(risk, exception[1]) !== risk)
      found.push({ of: 'risk', message: message(risk, exception[1]) });
    return found;
  });
}

function isBelow(operation: Operation, least: Operation): boolean {
  return worstOperation(operation, least) !== operation;
}
