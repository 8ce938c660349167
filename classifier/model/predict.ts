import type { Hit } from '../decide.ts';
import type { Reading } from '../reading.ts';
import type { Capability, Operation, Risk } from '../taxonomy.ts';
import { capabilities, operations, risks } from '../taxonomy.ts';
import type { Term } from '../vocabulary.ts';
import { features, wordGroups } from './features.ts';
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
  /** By group and value, with the features that join the value to another one. */
  shapes: ReadonlyMap<string, ReadonlyMap<string, Shape>>;
  words: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Row after row, `scale` to 1. As small as they fit: reading them from memory is most of the work. */
  values: Int16Array | Int32Array;
  scale: number;
  /** For each row the number of the last prediction that added it. */
  added: Int32Array;
  predictions: number;
  sums: Int32Array;
}

/** Where the weights of a feature and of its pairs stand. */
interface Shape {
  row: number;
  pairs: Map<string, number>;
}

const none = -1;

export function loadModel(stored: Weights): Model {
  const names = Object.keys(stored.features);
  const all = names.flatMap((name) => stored.features[name] ?? []);
  const fits = all.every((weight) => Math.abs(weight) < 0x8000);
  const shapes = new Map<string, Map<string, Shape>>();
  const words = new Map<string, Map<string, number>>(wordGroups.map((name) => [name, new Map()]));
  names.forEach((name, row) => {
    const colon = name.indexOf(':');
    const group = name.slice(0, colon);
    const value = name.slice(colon + 1);
    const known = words.get(group);
    if (known === undefined) addShape(shapes, group, value, row);
    else known.set(value, row);
  });
  return {
    shapes,
    words,
    values: fits ? Int16Array.from(all) : Int32Array.from(all),
    scale: stored.scale,
    added: new Int32Array(names.length),
    predictions: 0,
    sums: new Int32Array(outputCount),
  };
}

function addShape(
  shapes: Map<string, Map<string, Shape>>,
  group: string,
  value: string,
  row: number,
): void {
  const [first = '', other] = value.split('&');
  const values = shapes.get(group) ?? new Map<string, Shape>();
  const shape = values.get(first) ?? { row: none, pairs: new Map() };
  if (other === undefined) shape.row = row;
  else shape.pairs.set(other, row);
  shapes.set(group, values.set(first, shape));
}

export const trained: Model = loadModel(weights);

/** Adds up the weights of the features of a reading. Unknown features say nothing. */
export function predict(model: Model, reading: Reading, hits: Hit[]): Prediction {
  const { sums } = model;
  sums.fill(0);
  model.predictions = model.predictions === 0x7fff_ffff ? 1 : model.predictions + 1;
  features(reading, hits, {
    shape(group, value, other) {
      const shape = model.shapes.get(group)?.get(value);
      if (shape === undefined) return;
      add(model, other === undefined ? shape.row : (shape.pairs.get(other) ?? none));
    },
    word(group, word) {
      add(model, rowsOf(model, word)[wordGroups.indexOf(group)] as number);
    },
  });
  const scores = Array.from(sums, (sum) => sum / model.scale);
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

function add({ added, predictions, values, sums }: Model, row: number): void {
  if (row === none || added[row] === predictions) return;
  added[row] = predictions;
  const base = row * outputCount;
  for (let output = 0; output < outputCount; output++)
    sums[output] = (sums[output] as number) + (values[base + output] as number);
}

/** Rows of the features that are this word, in the order of `wordGroups`; looked up once a word. */
function rowsOf(model: Model, word: Term): Int32Array {
  if (word.model === model && word.rows !== undefined) return word.rows;
  word.rows = Int32Array.from(
    wordGroups,
    (group) => model.words.get(group)?.get(word.stem) ?? none,
  );
  word.model = model;
  return word.rows;
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
