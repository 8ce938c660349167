import type { Classification } from './classification.ts';
import { decide, type Hit } from './decide.ts';
import type { ToolDefinition } from './definition.ts';
import { hashDefinition } from './hash.ts';
import { features } from './model/features.ts';
import { predict, trained } from './model/predict.ts';
import { signals } from './signals/index.ts';
import { readText, type Text } from './text.ts';
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
  const prediction = predict(trained, features(text.reading, hits));
  return {
    definitionHash: context.definitionHash ?? hashDefinition(definition),
    classifierVersion,
    ...decide(hits, prediction),
    warnings: findWarnings(text),
  };
}

/** Every signal that fires, in the order of ids. */
export function findSignals(text: Text): Hit[] {
  const hits: Hit[] = [];
  for (const signal of signals) {
    if (signal.status === 'retired') continue;
    const evidence = signal.find(text);
    if (evidence.length > 0) hits.push({ signal, evidence });
  }
  return hits;
}
