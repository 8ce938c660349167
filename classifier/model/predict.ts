import type { Capability, Operation, Risk } from '../taxonomy.ts';
import { capabilities, operations, risks } from '../taxonomy.ts';
import weights from './weights.json' with { type: 'json' };

/** What the model holds for likely: one probability for each word of the taxonomy. */
export interface Prediction {
  operation: Record<Operation, number>;
  risk: Record<Risk, number>;
  capabilities: Record<Capability, number>;
}

/** The trained model as it is stored: integer weights, `scale` to 1, outputs in the order of the taxonomy. */
export interface Weights {
  scale: number;
  features: Record<string, number[]>;
}

export const outputCount = operations.length + risks.length + capabilities.length;

export interface Model {
  rowOf: ReadonlyMap<string, number>;
  values: Float64Array;
}

export function loadModel(stored: Weights): Model {
  const names = Object.keys(stored.features);
  const values = new Float64Array(names.length * outputCount);
  const rowOf = new Map<string, number>();
  names.forEach((name, row) => {
    rowOf.set(name, row * outputCount);
    stored.features[name]?.forEach((weight, output) => {
      values[row * outputCount + output] = weight / stored.scale;
    });
  });
  return { rowOf, values };
}

export const trained: Model = loadModel(weights);

/** Adds up the weights of the features that are on. Unknown features say nothing. */
export function predict(model: Model, features: Iterable<string>): Prediction {
  const scores = new Float64Array(outputCount);
  for (const feature of features) {
    const row = model.rowOf.get(feature);
    if (row === undefined) continue;
    for (let output = 0; output < outputCount; output++) {
      scores[output] = (scores[output] as number) + (model.values[row + output] as number);
    }
  }
  const riskFrom = operations.length;
  const capabilityFrom = riskFrom + risks.length;
  return {
    operation: softmax(operations, scores, 0),
    risk: softmax(risks, scores, riskFrom),
    capabilities: Object.fromEntries(
      capabilities.map((name, index) => [
        name,
        1 / (1 + Math.exp(-(scores[capabilityFrom + index] as number))),
      ]),
    ) as Record<Capability, number>,
  };
}

function softmax<Name extends string>(
  names: readonly Name[],
  scores: Float64Array,
  from: number,
): Record<Name, number> {
  const raw = names.map((_, index) => scores[from + index] as number);
  const most = Math.max(...raw);
  const powers = raw.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return Object.fromEntries(
    names.map((name, index) => [name, (powers[index] as number) / sum]),
  ) as Record<Name, number>;
}
