import {
  type Capability,
  capabilities,
  type Operation,
  operations,
  type Risk,
  risks,
} from '../../classifier/taxonomy.ts';
import type { Label } from './corpus.ts';

/** What a classifier or a baseline says of one definition; a baseline may leave parts out. */
export interface Answer {
  operation: Operation;
  risk?: Risk;
  capabilities?: Capability[];
  confidence?: number;
}

export interface Scored {
  label: Label;
  answer: Answer;
  server: string;
}

/** The figures of one classifier; null where it does not answer. */
export interface Figures {
  operationMacroF1: number;
  destructiveRecall: number;
  riskExact: number | null;
  twoLevelsTooLow: number | null;
  capabilityMicroF1: number | null;
  calibrationError: number | null;
}

export function measure(rows: Scored[]): Figures {
  const confusion = confusionOf(rows);
  const withRisk = rows.filter(({ answer }) => answer.risk !== undefined);
  return {
    operationMacroF1: mean(operations.map((name) => f1(confusion, name))),
    destructiveRecall: recall(confusion, 'destructive'),
    riskExact:
      withRisk.length === 0 ? null : mean(withRisk.map((row) => (isRiskRight(row) ? 1 : 0))),
    twoLevelsTooLow: withRisk.length === 0 ? null : withRisk.filter(isTwoTooLow).length,
    capabilityMicroF1: rows.some(({ answer }) => answer.capabilities) ? microF1(rows) : null,
    calibrationError: rows.some(({ answer }) => answer.confidence !== undefined)
      ? calibrationError(rows)
      : null,
  };
}

export type Confusion = Record<Operation, Record<Operation, number>>;

/** Rows are the labels, columns the answers; an accepted alternative counts as the label. */
export function confusionOf(rows: Scored[]): Confusion {
  const empty = () => ({ read: 0, write: 0, destructive: 0 });
  const confusion: Confusion = { read: empty(), write: empty(), destructive: empty() };
  for (const row of rows) {
    const truth = isOperationRight(row) ? row.answer.operation : row.label.operation;
    confusion[truth][row.answer.operation] += 1;
  }
  return confusion;
}

export function isOperationRight({ label, answer }: Scored): boolean {
  return answer.operation === label.operation || label.accept.includes(answer.operation);
}

export function isRiskRight({ label, answer }: Scored): boolean {
  return answer.risk === label.risk || label.risk_accept.includes(answer.risk as Risk);
}

/** Two levels below the lowest level that counts as right. */
export function isTwoTooLow({ label, answer }: Scored): boolean {
  const lowest = Math.min(
    ...[label.risk, ...label.risk_accept].map((level) => risks.indexOf(level)),
  );
  return lowest - risks.indexOf(answer.risk as Risk) >= 2;
}

function f1(confusion: Confusion, name: Operation): number {
  const right = confusion[name][name];
  const labelled = sum(operations.map((answer) => confusion[name][answer]));
  const answered = sum(operations.map((label) => confusion[label][name]));
  return labelled + answered === 0 ? 1 : (2 * right) / (labelled + answered);
}

function recall(confusion: Confusion, name: Operation): number {
  const labelled = sum(operations.map((answer) => confusion[name][answer]));
  return labelled === 0 ? 1 : confusion[name][name] / labelled;
}

/** Hits, false alarms and misses of one capability; accepted ones are left out. */
export function capabilityCounts(
  rows: Scored[],
  name: Capability,
): { hit: number; extra: number; missed: number } {
  const counts = { hit: 0, extra: 0, missed: 0 };
  for (const { label, answer } of rows) {
    if (label.capabilities_accept.includes(name)) continue;
    const wanted = label.capabilities.includes(name);
    const stated = answer.capabilities?.includes(name) ?? false;
    if (wanted && stated) counts.hit += 1;
    else if (stated) counts.extra += 1;
    else if (wanted) counts.missed += 1;
  }
  return counts;
}

function microF1(rows: Scored[]): number {
  const counts = capabilities.map((name) => capabilityCounts(rows, name));
  const hit = sum(counts.map((count) => count.hit));
  return (2 * hit) / (2 * hit + sum(counts.map((count) => count.extra + count.missed)));
}

/** Expected calibration error over ten bins of equal width. */
function calibrationError(rows: Scored[]): number {
  const gaps = new Array<number>(10).fill(0);
  for (const row of rows) {
    const confidence = row.answer.confidence ?? 0;
    const bin = Math.min(9, Math.floor(confidence * 10));
    gaps[bin] = (gaps[bin] as number) + confidence - (isOperationRight(row) ? 1 : 0);
  }
  return sum(gaps.map(Math.abs)) / rows.length;
}

function sum(values: number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}
