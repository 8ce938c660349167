import type { Classification, DecidedBy, Evidence } from './classification.ts';
import { statedConfidence } from './confidence.ts';
import type { Prediction } from './model/predict.ts';
import type { Signal, Suggestion } from './signal.ts';
import { nothingSaid } from './signals/nothing-said.ts';
import {
  type Capability,
  capabilities,
  capabilityMeaning,
  type Operation,
  type Risk,
  worstOperation,
  worstRisk,
} from './taxonomy.ts';

/** A signal that fired, with what it quotes. */
export interface Hit {
  signal: Signal;
  evidence: Evidence[];
}

export type Decision = Pick<
  Classification,
  'operation' | 'risk' | 'capabilities' | 'confidence' | 'decidedBy' | 'evidence' | 'rationale'
>;

/** The lowest label that the decisive signals allow. */
export interface Floor {
  operation: Operation;
  risk: Risk;
  capabilities: Capability[];
}

export function floorOf(hits: Hit[]): Floor {
  const floor: Floor = { operation: 'read', risk: 'low', capabilities: [] };
  for (const { signal } of hits) {
    if (signal.strength !== 'decisive') continue;
    const { operation, risk, capability } = signal.suggests;
    if (operation !== undefined) floor.operation = worstOperation(floor.operation, operation);
    if (risk !== undefined) floor.risk = worstRisk(floor.risk, risk);
    if (capability !== undefined && !floor.capabilities.includes(capability))
      floor.capabilities.push(capability);
  }
  return floor;
}

/** Weighs what the model holds for likely, under the floor of the decisive signals and the rules of the scale. */
export function decide(hits: Hit[], prediction: Prediction): Decision {
  const floor = floorOf(hits);
  const guessed = cautiousOperation(prediction);
  const operation = worstOperation(guessed, floor.operation);
  const chosen = consistentCapabilities(operation, prediction, floor);
  const risk = worstRisk(consistentRisk(operation, chosen, prediction), floor.risk);
  const decidedBy: DecidedBy = operation !== guessed ? 'floor' : 'model';
  const likely = prediction.operation[operation];
  const confidence =
    decidedBy === 'floor'
      ? Math.max(floorConfidence, likely)
      : Math.min(isUnknown(hits) ? unknownConfidence : 1, likely);
  return {
    operation,
    risk,
    capabilities: chosen,
    confidence: statedConfidence(confidence),
    decidedBy,
    ...supportLabel(hits, { operation, risk, capabilities: chosen }),
  };
}

/** What speaks for a label and the sentences made of it, whoever decided. `added` stands first. */
export function supportLabel(
  hits: Hit[],
  { operation, risk, capabilities: chosen }: Floor,
  added: Evidence[] = [],
): Pick<Decision, 'evidence' | 'rationale'> {
  const evidence = [...added, ...decidingEvidence(hits, operation, risk, chosen)].slice(0, 12);
  return { evidence, rationale: rationale(operation, risk, chosen, evidence) };
}

/** How often a floor is right on the labelled corpus; `npm run evaluate` prints the figure. */
export const floorConfidence = 0.98;

/** Nothing understood, nothing stated more surely: of some 310 such written definitions 0.79 came out right, held out. */
const unknownConfidence = 0.75;

function isUnknown(hits: Hit[]): boolean {
  return hits.some(({ signal }) => signal === nothingSaid);
}

/** A destructive tool that is missed costs more than one that is asked about: stated from this probability on. */
export const destructiveFrom = 0.35;

function cautiousOperation({ operation }: Prediction): Operation {
  if (operation.destructive >= destructiveFrom) return 'destructive';
  return operation.read >= operation.write ? 'read' : 'write';
}

/** A capability is stated from this probability on; chosen for F1 on held-out operators. */
const stated: Record<Capability, number> = {
  'executes-code': 0.4,
  'moves-money': 0.4,
  'deletes-data': 0.3,
  communicates: 0.4,
  'changes-access': 0.4,
  'controls-systems': 0.4,
  'reads-secrets': 0.3,
  'reads-private-data': 0.45,
  'ingests-untrusted': 0.4,
  'reaches-network': 0.4,
};

function consistentCapabilities(
  operation: Operation,
  prediction: Prediction,
  floor: Floor,
): Capability[] {
  return capabilities.filter((name) => {
    if (floor.capabilities.includes(name)) return true;
    if (operation === 'read' && changing.has(name)) return false;
    if (operation === 'write' && name === 'deletes-data') return false;
    return likelihood(name, operation, prediction) >= stated[name];
  });
}

/** What a call that leaves no change cannot do. */
const changing: ReadonlySet<Capability> = new Set([
  'executes-code',
  'moves-money',
  'deletes-data',
  'communicates',
  'changes-access',
]);

/** A read is of medium risk where it returns private data, and only there: both say the same thing. */
function likelihood(name: Capability, operation: Operation, prediction: Prediction): number {
  const alone = prediction.capabilities[name];
  if (name !== 'reads-private-data' || operation !== 'read') return alone;
  const { low, medium, high } = prediction.risk;
  return (alone + medium / (low + medium + high)) / 2;
}

/** From these probabilities on a write counts as high: what controls or opens something usually is. */
const highFrom = { systems: 0.3, communicates: 0.3, plain: 0.6 };

/** A tool that may well write after all is not called harmless. */
const sureRead = 0.55;

/** The level that the rubric ties to an operation and its capabilities; the model chooses where it leaves room. */
function consistentRisk(operation: Operation, chosen: Capability[], prediction: Prediction): Risk {
  const can = (name: Capability) => chosen.includes(name);
  const { risk } = prediction;
  if (operation === 'read') {
    if (can('reads-secrets')) return 'high';
    return can('reads-private-data') || prediction.operation.read < sureRead ? 'medium' : 'low';
  }
  if (can('executes-code') || (can('moves-money') && operation === 'destructive'))
    return 'critical';
  if (operation === 'destructive') return risk.critical > 1.5 * risk.high ? 'critical' : 'high';
  if (can('changes-access') || can('moves-money')) return risk.critical > 0.5 ? 'critical' : 'high';
  if (can('controls-systems')) return cautiousRisk(prediction, highFrom.systems);
  return cautiousRisk(prediction, can('communicates') ? highFrom.communicates : highFrom.plain);
}

/** The likeliest level of a write, high from this probability on; two levels too low is the worst error. */
function cautiousRisk({ risk }: Prediction, from: number): Risk {
  const high = risk.high + risk.critical;
  if (risk.critical > 0.5) return 'critical';
  if (high > from) return 'high';
  return risk.low > 0.6 && high < 0.15 ? 'low' : 'medium';
}

/** Signals that say what the label says, decisive ones first, each once. */
function decidingEvidence(
  hits: Hit[],
  operation: Operation,
  risk: Risk,
  chosen: Capability[],
): Evidence[] {
  const found: Evidence[] = [];
  for (const strength of strengths) {
    for (const { signal, evidence } of hits) {
      if (signal.strength === strength && agrees(signal.suggests, operation, risk, chosen))
        found.push(...evidence);
    }
  }
  return found;
}

const strengths = ['decisive', 'strong', 'weak'] as const;

function agrees(
  suggests: Suggestion,
  operation: Operation,
  risk: Risk,
  chosen: Capability[],
): boolean {
  const { capability } = suggests;
  if (capability !== undefined && (operation === 'read' || suggests.operation !== operation))
    return chosen.includes(capability);
  if (suggests.operation !== undefined) return suggests.operation === operation;
  return suggests.risk === risk;
}

/** What cannot be undone, by what the tool can do. */
const losing: readonly [Capability, string][] = [
  ['executes-code', 'runs what it is handed'],
  ['deletes-data', 'deletes or overwrites data'],
  ['moves-money', 'gives money or assets away'],
];

function meaningOf(operation: Operation, chosen: readonly Capability[]): string {
  if (operation === 'read') return 'It reads or computes and leaves no lasting change';
  if (operation === 'write') {
    return chosen.includes('communicates')
      ? 'It sends or publishes something that others see'
      : 'It changes state in a way that can be corrected';
  }
  const ways = losing.filter(([name]) => chosen.includes(name)).map(([, way]) => way);
  return ways.length > 0 ? `It ${ways.join(', and ')}` : 'It does what cannot be undone';
}

function rationale(
  operation: Operation,
  risk: Risk,
  chosen: Capability[],
  evidence: Evidence[],
): string {
  const isUnderstood = evidence.every(({ signal }) => signal !== nothingSaid.id);
  const meaning = isUnderstood
    ? meaningOf(operation, chosen)
    : 'Nothing that is understood says what it does';
  const sentences = [`${meaning}; ${risk} risk.`];
  if (chosen.length > 0)
    sentences.push(
      `One call ${isUnderstood ? 'can' : 'may'} ${chosen.map((name) => capabilityMeaning[name]).join('; ')}.`,
    );
  const quotes = [...new Set(evidence.map(({ quote }) => quote))].slice(0, 4);
  sentences.push(
    quotes.length > 0
      ? `Read from ${quotes.map((quote) => `“${clip(quote)}”`).join(', ')}.`
      : 'No single phrase decides; the words together do.',
  );
  return sentences.join(' ');
}

function clip(quote: string): string {
  return quote.length > 80 ? `${quote.slice(0, 79)}…` : quote;
}
