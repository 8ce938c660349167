import type { Hit } from '../decide.ts';
import type { Reading } from '../reading.ts';
import type { Capability, Operation, Risk } from '../taxonomy.ts';
import { capabilities, operations, risks } from '../taxonomy.ts';
import { features } from './features.ts';
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
  /** Group of features, then value, to the row of weights. */
  rows: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Row after row, `scale` to 1. As small as they fit: reading them from memory is most of the work. */
  values: Int16Array | Int32Array;
  scale: number;
  /** For each row the number of the last prediction that added it. */
  added: Int32Array;
  predictions: number;
}

export function loadModel(stored: Weights): Model {
  const names = Object.keys(stored.features);
  const all = names.flatMap((name) => stored.features[name] ?? []);
  const fits = all.every((weight) => Math.abs(weight) < 0x8000);
  const values = fits ? Int16Array.from(all) : Int32Array.from(all);
  const rows = new Map<string, Map<string, number>>();
  names.forEach((name, row) => {
    const colon = name.indexOf(':');
    const group = rows.get(name.slice(0, colon)) ?? new Map<string, number>();
    rows.set(name.slice(0, colon), group.set(name.slice(colon + 1), row));
  });
  const added = new Int32Array(names.length);
  return { rows, values, scale: stored.scale, added, predictions: 0 };
}

export const trained: Model = loadModel(weights);

/** Adds up the weights of the features of a reading. Unknown features say nothing. */
export function predict(model: Model, reading: Reading, hits: Hit[]): Prediction {
  const { rows, values, added } = model;
  const scores = new Array<number>(outputCount).fill(0);
  model.predictions = model.predictions === 0x7fff_ffff ? 1 : model.predictions + 1;
  const { predictions } = model;
  features(reading, hits, (group, value) => {
    const row = rows.get(group)?.get(value);
    if (row === undefined || added[row] === predictions) return;
    added[row] = predictions;
    const base = row * outputCount;
    for (let output = 0; output < outputCount; output++) {
      scores[output] = (scores[output] as number) + (values[base + output] as number);
    }
  });
  for (let output = 0; output < outputCount; output++)
    scores[output] = (scores[output] as number) / model.scale;
  const riskFrom = operations.length;
  const capabilityFrom = riskFrom + risks.length;
  const odds = {} as Record<Capability, number>;
  for (let index = 0; index < capabilities.length; index++) {
    const score = scores[capabilityFrom + index] as number;
    odds[capabilities[index] as Capability] = 1 / (1 + Math.exp(-score));
  }
  return {
    operation: softmax(operations, scores, 0),
    risk: softmax(risks, scores, riskFrom),
    capabilities: odds,
  };
}

/** Probabilities of the words of one scale, which add up to 1. */
function softmax<Name extends string>(
  names: readonly Name[],
  scores: readonly number[],
  from: number,
): Record<Name, number> {
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < names.length; index++)
    most = Math.max(most, scores[from + index] as number);
  let sum = 0;
  for (let index = 0; index < names.length; index++)
    sum += Math.exp((scores[from + index] as number) - most);
  const odds = {} as Record<Name, number>;
  for (let index = 0; index < names.length; index++) {
    odds[names[index] as Name] = Math.exp((scores[from + index] as number) - most) / sum;
  }
  return odds;
}
