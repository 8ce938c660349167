import type { Classification, Evidence } from './classification.ts';
import { classify } from './classify.ts';
import { type Floor, floorOf } from './decide.ts';
import type { ToolDefinition } from './definition.ts';
import { findSignals } from './find-signals.ts';
import { type Prediction, predict, trained } from './model/predict.ts';
import type { Signal } from './signal.ts';
import { readText } from './text.ts';

/** A label with everything that led to it. */
export interface Explanation {
  classification: Classification;
  signals: {
    id: string;
    title: string;
    strength: Signal['strength'];
    /** Words of the taxonomy. */
    suggests: string[];
    evidence: Evidence[];
  }[];
  prediction: Prediction;
  floor: Floor;
}

/** Judges a definition like `classify` and shows how: what each signal saw, the model's odds and the floor. */
export function explain(definition: ToolDefinition): Explanation {
  const text = readText(definition);
  const hits = findSignals(text);
  return {
    classification: classify(definition),
    signals: hits.map(({ signal: { id, title, strength, suggests }, evidence }) => ({
      id,
      title,
      strength,
      suggests: [suggests.operation, suggests.risk, suggests.capability].filter(
        (word) => word !== undefined,
      ),
      evidence,
    })),
    prediction: predict(trained, text.reading, hits),
    floor: floorOf(hits),
  };
}
