/** Rows of one design matrix: the ids of the features that are on, and what each head should say. */
export interface Row {
  features: Int32Array;
  /** Target probability per output, heads one after the other. */
  targets: Float64Array;
  /** How much each output counts; 0 where any answer is right. */
  weights: Float64Array;
}

export interface Head {
  from: number;
  to: number;
  /** `softmax`: one of the outputs; `logistic`: each for itself. */
  kind: 'softmax' | 'logistic';
}

export interface FitOptions {
  heads: Head[];
  outputs: number;
  /** Strength of L2 per feature. */
  penalty: Float64Array;
  /** What L2 pulls the weights to: knowledge that little data cannot teach. */
  prior: Float64Array;
  epochs: number;
}

/**
 * Multinomial and logistic regression with L2 by full-batch Adam: no randomness, one fixed order of sums, so
 * that the same rows give the same weights to the bit. Weights lie feature by feature.
 */
export function fit(rows: Row[], featureCount: number, options: FitOptions): Float64Array {
  const { heads, outputs, penalty, prior, epochs } = options;
  const size = featureCount * outputs;
  const weights = Float64Array.from(prior);
  const gradient = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  const scores = new Float64Array(outputs);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    gradient.fill(0);
    for (const row of rows) {
      addScores(scores, row.features, weights, outputs);
      for (const head of heads) toProbabilities(scores, head);
      for (let output = 0; output < outputs; output++) {
        scores[output] =
          (row.weights[output] as number) *
          ((scores[output] as number) - (row.targets[output] as number));
      }
      for (const feature of row.features) {
        const base = feature * outputs;
        for (let output = 0; output < outputs; output++) {
          gradient[base + output] =
            (gradient[base + output] as number) + (scores[output] as number);
        }
      }
    }
    const rate = 0.06 * (1 - (epoch - 1) / epochs) + 0.002;
    const meanBias = 1 - 0.9 ** epoch;
    const squareBias = 1 - 0.999 ** epoch;
    for (let at = 0; at < size; at++) {
      const weight = weights[at] as number;
      const slope =
        (gradient[at] as number) +
        (penalty[(at / outputs) | 0] as number) * (weight - (prior[at] as number));
      const m = 0.9 * (mean[at] as number) + 0.1 * slope;
      const v = 0.999 * (square[at] as number) + 0.001 * slope * slope;
      mean[at] = m;
      square[at] = v;
      weights[at] = weight - (rate * m) / meanBias / (Math.sqrt(v / squareBias) + 1e-8);
    }
  }
  return weights;
}

function addScores(
  scores: Float64Array,
  features: Int32Array,
  weights: Float64Array,
  outputs: number,
): void {
  scores.fill(0);
  for (const feature of features) {
    const base = feature * outputs;
    for (let output = 0; output < outputs; output++) {
      scores[output] = (scores[output] as number) + (weights[base + output] as number);
    }
  }
}

/** Turns the raw scores of one head into probabilities, in place. */
export function toProbabilities(scores: Float64Array, head: Head): void {
  if (head.kind === 'logistic') {
    for (let at = head.from; at < head.to; at++)
      scores[at] = 1 / (1 + Math.exp(-(scores[at] as number)));
    return;
  }
  let most = Number.NEGATIVE_INFINITY;
  for (let at = head.from; at < head.to; at++) most = Math.max(most, scores[at] as number);
  let sum = 0;
  for (let at = head.from; at < head.to; at++) {
    scores[at] = Math.exp((scores[at] as number) - most);
    sum += scores[at] as number;
  }
  for (let at = head.from; at < head.to; at++) scores[at] = (scores[at] as number) / sum;
}
