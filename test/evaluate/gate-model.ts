import { concepts } from '../../classifier/poison/concepts.ts';
import { conceptsIn } from '../../classifier/poison/gate.ts';
import type { ClauseWeights } from '../../classifier/poison/weights.ts';
import type { Bag, Learned } from './clause-model.ts';
import { fit, type Row } from './fit.ts';

const size = concepts.length;
const bias = size * size;
/** A clause with this score or more must not be lost: alone or with others it may reach the threshold. */
const worthReading = 0;
/** The share of such clauses that the gate lets through. */
const kept = 0.995;
const penalty = 1;
const epochs = 120;
/** Of the clauses that are not worth reading one in so many teaches the gate. */
const share = 3;

/** Learns which sentences are worth a full reading, from what the trained weights say of the full reading. */
export function learnGate(bags: Bag[], learned: Learned): ClauseWeights['gate'] {
  const rows: Row[] = [];
  for (const bag of bags) {
    for (const [index, clause] of bag.clauses.entries()) {
      const worth = learned.score(clause) >= worthReading && (bag.harmful || bag.family === 'real');
      if (!worth && index % share !== 0) continue;
      rows.push({
        features: Int32Array.from([...gateFeatures(conceptsIn(clause.rough)), bias]),
        targets: Float64Array.of(worth ? 1 : 0),
        weight: worth ? 1 : share,
      });
    }
  }
  const strength = new Float64Array(bias + 1).fill(penalty);
  strength[bias] = 0;
  const weights = fit(rows, bias + 1, {
    heads: [{ from: 0, to: 1, kind: 'logistic' }],
    outputs: 1,
    penalty: strength,
    prior: new Float64Array(bias + 1),
    epochs,
  });
  const sums = rows
    .filter((row) => row.targets[0] === 1)
    .map((row) => row.features.reduce((sum, id) => sum + (id === bias ? 0 : (weights[id] ?? 0)), 0))
    .sort((a, b) => a - b);
  const lowest = sums[Math.floor(sums.length * (1 - kept))] ?? 0;
  return { bias: Math.round((0.01 - lowest) * 1000) / 1000, structure: nameGate(weights) };
}

/** Single concepts and pairs of them; pair ids are `first * size + second`, single ones pair with themselves. */
function gateFeatures(present: number[]): number[] {
  const ids: number[] = [];
  for (const [at, first] of present.entries())
    for (const second of present.slice(at)) ids.push(first * size + second);
  return ids.sort((a, b) => a - b);
}

function nameGate(weights: Float64Array): Record<string, number> {
  const named: Record<string, number> = {};
  for (let first = 0; first < size; first++) {
    for (let second = first; second < size; second++) {
      const weight = Math.round((weights[first * size + second] ?? 0) * 100) / 100;
      if (Math.abs(weight) < 0.02) continue;
      const name = first === second ? concepts[first] : `${concepts[first]}+${concepts[second]}`;
      if (name !== undefined) named[name] = weight;
    }
  }
  return named;
}
