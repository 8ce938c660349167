import type { Hit } from '../../classifier/decide.ts';
import { findSignals } from '../../classifier/find-signals.ts';
import { features, wordGroups } from '../../classifier/model/features.ts';
import { outputCount, type Weights } from '../../classifier/model/predict.ts';
import { shapeNames } from '../../classifier/model/shapes.ts';
import { signals } from '../../classifier/signals/index.ts';
import { capabilities, operations, risks } from '../../classifier/taxonomy.ts';
import { readText, type Text } from '../../classifier/text.ts';
import type { Example, Label } from './corpus.ts';
import { fit, type Head, type Row } from './fit.ts';

/** How the model is trained. Changed only with a figure that says why. */
export const recipe = {
  epochs: 120,
  /** A feature must occur with at least so many operators, or it says more about one of them than about tools. */
  leastGroups: 3,
  /** Strength of L2: the more a feature is bound to single words, the stronger. */
  penalty: { bias: 0.01, signal: 0.5, shape: 2, name: 3, word: 5 },
  /**
   * Log-odds that a signal starts with, by its strength. More (4, 3, 0.7, 2.5, 5) is better on the corpus, beside whose
   * errors the signals were written, and worse on servers that nobody saw (capabilities 0.72 instead of 0.75).
   */
  prior: { decisive: 4, strong: 2, weak: 0.5, capability: 1.5, implied: 3, lacking: -3 },
  /**
   * How much a definition counts that no server lists. In other languages less: with 0.4 those gained risk and lost
   * operations of listed ones.
   */
  counts: { first: 1, further: 1, 'held-out': 0, written: 0.4, abroad: 0.2 },
  /** Share of the target that accepted alternatives get. */
  alternatives: 0.3,
  scale: 100,
};

export const heads: Head[] = [
  { from: 0, to: operations.length, kind: 'softmax' },
  { from: operations.length, to: operations.length + risks.length, kind: 'softmax' },
  { from: operations.length + risks.length, to: outputCount, kind: 'logistic' },
];

/** Features of an example, computed once for all folds. */
export interface Sample {
  example: Example;
  text: Text;
  hits: Hit[];
  features: string[];
}

export function toSample(example: Example): Sample {
  const text = readText(example.tool);
  const names = new Set<string>();
  const hits = findSignals(text);
  features(text.reading, hits, {
    shape: (shape) => names.add(shapeNames[shape] as string),
    word: (group, word) => names.add(`${wordGroups[group]}:${word.stem}`),
  });
  return { example, text, hits, features: [...names] };
}

/** Trains on these samples. The same samples in the same order give the same weights, to the bit. */
export function learn(samples: Sample[]): Weights {
  const names = usableFeatures(samples);
  const idOf = new Map(names.map((name, id) => [name, id]));
  const rows = samples.map(
    (sample): Row => ({
      features: Int32Array.from(sample.features.flatMap((name) => idOf.get(name) ?? [])),
      targets: targets(sample.example.label),
      weights: outputWeights(sample.example),
    }),
  );
  const penalty = Float64Array.from(names, penaltyOf);
  const prior = priorOf(names);
  const { epochs } = recipe;
  const values = fit(rows, names.length, { heads, outputs: outputCount, penalty, prior, epochs });
  const stored: Record<string, number[]> = {};
  names.forEach((name, id) => {
    const row = Array.from(values.subarray(id * outputCount, (id + 1) * outputCount), (value) =>
      Math.round(value * recipe.scale),
    );
    if (row.some((weight) => weight !== 0)) stored[name] = row;
  });
  return { scale: recipe.scale, features: stored };
}

/** A signal starts with the label that it suggests, a capability as something that most tools lack. */
function priorOf(names: string[]): Float64Array {
  const prior = new Float64Array(names.length * outputCount);
  const capabilityFrom = operations.length + risks.length;
  names.forEach((name, id) => {
    const at = id * outputCount;
    if (name === 'bias:') prior.fill(recipe.prior.lacking, at + capabilityFrom, at + outputCount);
    const signal = signals.find(({ id: signalId }) => name === `signal:${signalId}`);
    if (signal === undefined) return;
    const { operation, risk, capability, implies, denies } = signal.suggests;
    for (const implied of implies ?? [])
      prior[at + capabilityFrom + capabilities.indexOf(implied)] = recipe.prior.implied;
    for (const denied of denies ?? [])
      prior[at + capabilityFrom + capabilities.indexOf(denied)] = -recipe.prior.implied;
    const pull = recipe.prior[signal.strength];
    if (operation !== undefined) prior[at + operations.indexOf(operation)] = pull;
    if (risk !== undefined) prior[at + operations.length + risks.indexOf(risk)] = pull;
    if (capability !== undefined)
      prior[at + capabilityFrom + capabilities.indexOf(capability)] =
        recipe.prior.capability * pull;
  });
  return prior;
}

/**
 * Words by which a description leads in to what it says: "Can be used to …" turned labels as words of their own. Fewer
 * than `leadIn` in clause-acts.ts: without articles and the like, too, labels were worse.
 */
const leadIn = new Set(
  'can be used use this tool to allows allow lets let enables enable helps help'.split(' '),
);

function isLeadIn(name: string): boolean {
  const [group, word = ''] = name.split(':');
  return (group === 'word' || group === 'clause-word') && leadIn.has(word);
}

function usableFeatures(samples: Sample[]): string[] {
  const groups = new Map<string, Set<string>>();
  for (const { example, features: names } of samples) {
    for (const name of names) {
      const seen = groups.get(name);
      if (seen === undefined) groups.set(name, new Set([example.group]));
      else seen.add(example.group);
    }
  }
  const signalNames = signals.map(({ id }) => `signal:${id}`);
  const usual = [...groups]
    .filter(([name, seen]) => seen.size >= recipe.leastGroups && !isLeadIn(name))
    .map(([name]) => name);
  return [...new Set([...usual, ...signalNames])].sort();
}

function penaltyOf(name: string): number {
  const { penalty } = recipe;
  if (name === 'bias:') return penalty.bias;
  if (name.startsWith('word:')) return penalty.word;
  if (/^(?:(?:name|clause)-word|(?:act|look)-object|parameter|name-verb|clause-verb):/.test(name))
    return penalty.name;
  return name.startsWith('signal:') && !name.includes('&') ? penalty.signal : penalty.shape;
}

function targets(label: Label): Float64Array {
  const target = new Float64Array(outputCount);
  spread(target, 0, operations, label.operation, label.accept);
  spread(target, operations.length, risks, label.risk, label.risk_accept);
  capabilities.forEach((name, index) => {
    target[operations.length + risks.length + index] = label.capabilities.includes(name) ? 1 : 0;
  });
  return target;
}

/** A capability that is neither demanded nor punished teaches nothing. */
function outputWeights({ label, set }: Example): Float64Array {
  const weights = new Float64Array(outputCount).fill(recipe.counts[set]);
  const capabilityFrom = operations.length + risks.length;
  capabilities.forEach((name, index) => {
    if (label.capabilities_accept.includes(name)) weights[capabilityFrom + index] = 0;
  });
  return weights;
}

function spread<Name extends string>(
  target: Float64Array,
  from: number,
  names: readonly Name[],
  best: Name,
  accepted: Name[],
): void {
  target[from + names.indexOf(best)] = accepted.length === 0 ? 1 : 1 - recipe.alternatives;
  for (const name of accepted)
    target[from + names.indexOf(name)] = recipe.alternatives / accepted.length;
}
