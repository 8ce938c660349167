import type { Classification, DecidedBy, Evidence } from './classification.ts';
import type { Prediction } from './model/predict.ts';
import type { Signal, Suggestion } from './signal.ts';
import {
  type Capability,
  capabilities,
  capabilityMeaning,
  type Operation,
  operations,
  type Risk,
  risks,
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
  const guessed = likeliest(operations, prediction.operation);
  const operation = worstOperation(guessed, floor.operation);
  const chosen = consistentCapabilities(operation, prediction, floor);
  const risk = consistentRisk(operation, chosen, worstRisk(cautiousRisk(prediction), floor.risk));
  const decidedBy: DecidedBy = operation !== guessed ? 'floor' : 'model';
  const evidence = decidingEvidence(hits, operation, risk, chosen);
  const confidence =
    decidedBy === 'floor'
      ? Math.max(floorConfidence, prediction.operation[operation])
      : prediction.operation[operation];
  return {
    operation,
    risk,
    capabilities: chosen,
    confidence: Math.round(confidence * 1000) / 1000,
    decidedBy,
    evidence,
    rationale: rationale(operation, risk, chosen, evidence),
  };
}

/** How often a floor is right on the labelled corpus; `npm run evaluate` prints the figure. */
const floorConfidence = 0.98;

function likeliest<Name extends string>(names: readonly Name[], odds: Record<Name, number>): Name {
  let best = names[0] as Name;
  for (const name of names) if (odds[name] > odds[best]) best = name;
  return best;
}

/** The likeliest risk, raised where the level two above is not unlikely: two levels too low is the worst error. */
function cautiousRisk(prediction: Prediction): Risk {
  const best = risks.indexOf(likeliest(risks, prediction.risk));
  let above = 0;
  for (let level = best + 2; level < risks.length; level++)
    above += prediction.risk[risks[level] as Risk];
  return risks[above > 0.15 ? best + 1 : best] as Risk;
}

const threshold = 0.5;

function consistentCapabilities(
  operation: Operation,
  prediction: Prediction,
  floor: Floor,
): Capability[] {
  return capabilities.filter((name) => {
    if (floor.capabilities.includes(name)) return true;
    if (operation === 'read' && changing.has(name)) return false;
    return prediction.capabilities[name] >= threshold;
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

function consistentRisk(operation: Operation, chosen: Capability[], risk: Risk): Risk {
  if (chosen.includes('executes-code') || chosen.includes('moves-money')) {
    if (operation === 'destructive') return 'critical';
  }
  if (operation === 'destructive') return worstRisk(risk, 'medium');
  if (chosen.includes('reads-secrets')) return worstRisk(risk, 'high');
  return risk;
}

/** Signals that say what the label says, decisive ones first, each once. */
function decidingEvidence(
  hits: Hit[],
  operation: Operation,
  risk: Risk,
  chosen: Capability[],
): Evidence[] {
  const order = { decisive: 0, strong: 1, weak: 2 };
  return hits
    .filter(({ signal }) => agrees(signal.suggests, operation, risk, chosen))
    .sort((a, b) => order[a.signal.strength] - order[b.signal.strength])
    .flatMap((hit) => hit.evidence)
    .slice(0, 12);
}

function agrees(
  suggests: Suggestion,
  operation: Operation,
  risk: Risk,
  chosen: Capability[],
): boolean {
  if (suggests.capability !== undefined) return chosen.includes(suggests.capability);
  if (suggests.operation !== undefined) return suggests.operation === operation;
  return suggests.risk === risk;
}

const operationMeaning: Record<Operation, string> = {
  read: 'It reads or computes and leaves no lasting change',
  write: 'It changes state in a way that can be corrected',
  destructive: 'It deletes, overwrites, gives away or runs what it is handed',
};

function rationale(
  operation: Operation,
  risk: Risk,
  chosen: Capability[],
  evidence: Evidence[],
): string {
  const sentences = [`${operationMeaning[operation]}; ${risk} risk.`];
  if (chosen.length > 0)
    sentences.push(`One call can ${chosen.map((name) => capabilityMeaning[name]).join('; ')}.`);
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
