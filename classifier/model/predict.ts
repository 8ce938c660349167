import type { Hit } from '../decide.ts';
import type { Reading } from '../reading.ts';
import type { Capability, Operation, Risk } from '../taxonomy.ts';
import { capabilities, operations, risks } from '../taxonomy.ts';
import type { Term } from '../vocabulary.ts';
import { features, wordGroups } from './features.ts';
import { shapeNames } from './shapes.ts';
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

/** A trained model, laid out so that a prediction reads numbers only. */
export interface Model {
  /** The row of each shape. */
  shapes: Int32Array;
  /** Of a word without its ending, where its rows begin in `wordRows`: one for each of `wordGroups`. */
  words: ReadonlyMap<string, number>;
  wordRows: Int32Array;
  /** Row after row, `scale` to 1. As small as they fit: reading them from memory is most of the work. */
  values: Int16Array | Int32Array;
  scale: number;
  /** For each row the number of the last prediction that added it. */
  added: Int32Array;
  predictions: number;
  /** The rows that the current prediction adds, each once. */
  rows: Int32Array;
  count: number;
  sums: Int32Array;
}

/** The row of a feature that the model does not know. */
const none = -1;

export function loadModel(stored: Weights): Model {
  const names = Object.keys(stored.features);
  const all = names.flatMap((name) => stored.features[name] ?? []);
  const fits = all.every((weight) => Math.abs(weight) < 0x8000);
  const rowOf = new Map(names.map((name, row) => [name, row]));
  const groups: ReadonlySet<string> = new Set(wordGroups);
  const known = names.map((name) => name.split(':') as [string, string]);
  const words = new Set(known.filter(([group]) => groups.has(group)).map(([, word]) => word));
  return {
    shapes: Int32Array.from(shapeNames, (name) => rowOf.get(name) ?? none),
    words: new Map([...words].map((word, place) => [word, (place + 1) * wordGroups.length])),
    // The first ones are those of a word that the model does not know.
    wordRows: Int32Array.from(
      [undefined, ...words].flatMap((word) =>
        wordGroups.map((group) => rowOf.get(`${group}:${word}`) ?? none),
      ),
    ),
    values: fits ? Int16Array.from(all) : Int32Array.from(all),
    scale: stored.scale,
    added: new Int32Array(names.length),
    predictions: 0,
    rows: new Int32Array(names.length),
    count: 0,
    sums: new Int32Array(outputCount),
  };
}

export const trained: Model = loadModel(weights);

/** Adds up the weights of the features of a reading. Unknown features say nothing. */
export function predict(model: Model, reading: Reading, hits: Hit[]): Prediction {
  const { shapes, wordRows, sums, scale } = model;
  model.count = 0;
  model.predictions = model.predictions === 0x7fff_ffff ? 1 : model.predictions + 1;
  features(reading, hits, {
    shape: (shape) => add(model, shapes[shape] as number),
    word: (group, word) => add(model, wordRows[rowsOf(model, word) + group] as number),
  });
  addUp(model);
  const riskFrom = operations.length;
  const capabilityFrom = riskFrom + risks.length;
  const odds = {} as Record<Capability, number>;
  for (let index = 0; index < capabilities.length; index++) {
    const score = (sums[capabilityFrom + index] as number) / scale;
    odds[capabilities[index] as Capability] = 1 / (1 + Math.exp(-score));
  }
  return {
    operation: softmax(operations, model, 0),
    risk: softmax(risks, model, riskFrom),
    capabilities: odds,
  };
}

function add(model: Model, row: number): void {
  const { added, predictions, rows } = model;
  if (row === none || added[row] === predictions) return;
  added[row] = predictions;
  rows[model.count++] = row;
}

/** Output by output, so that a sum stays in a register. */
function addUp({ rows, count, values, sums }: Model): void {
  for (let output = 0; output < outputCount; output++) {
    let sum = 0;
    for (let index = 0; index < count; index++)
      sum += values[(rows[index] as number) * outputCount + output] as number;
    sums[output] = sum;
  }
}

/** Where the rows of a word begin, looked up once a word. */
function rowsOf(model: Model, word: Term): number {
  if (word.model !== model) {
    word.rows = model.words.get(word.stem) ?? 0;
    word.model = model;
  }
  return word.rows;
}

/** Probabilities of the words of one scale, which add up to 1. */
function softmax<Name extends string>(
  names: readonly Name[],
  { sums, scale }: Model,
  from: number,
): Record<Name, number> {
  let most = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < names.length; index++)
    most = Math.max(most, (sums[from + index] as number) / scale);
  let sum = 0;
  for (let index = 0; index < names.length; index++)
    sum += Math.exp((sums[from + index] as number) / scale - most);
  const odds = {} as Record<Name, number>;
  for (let index = 0; index < names.length; index++)
    odds[names[index] as Name] = Math.exp((sums[from + index] as number) / scale - most) / sum;
  return odds;
}
