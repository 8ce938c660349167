import type { Classification } from './classification.ts';
import { decide } from './decide.ts';
import type { ToolDefinition } from './definition.ts';
import { findSignals } from './find-signals.ts';
import { hashDefinition } from './hash.ts';
import { predict, trained } from './model/predict.ts';
import { readText } from './text.ts';
import { classifierVersion } from './version.ts';
import { findWarnings } from './warnings.ts';

/** What is known of a definition already. */
export interface Context {
  /** Its hash, where the caller has it. */
  definitionHash?: string;
}

/** Judges one definition: reads it, finds signals, asks the model, decides above the floor. */
export function classify(definition: ToolDefinition, context: Context = {}): Classification {
  const text = readText(definition);
  const hits = findSignals(text);
  const prediction = predict(trained, text.reading, hits);
  const decision = decide(hits, prediction);
  return {
    definitionHash: context.definitionHash ?? hashDefinition(definition),
    classifierVersion,
    ...decision,
    warnings: findWarnings(text, decision),
  };
}
