import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Weights } from '../../classifier/model/predict.ts';
import { readCorpus, readWritten } from './corpus.ts';
import { learn, type Sample, toSample } from './learn.ts';

const file = join(import.meta.dirname, '../../classifier/model/weights.json');

/** What the weights that ship are learnt from. */
export function trainingSamples(): Sample[] {
  return [...readCorpus(), ...readWritten()].map(toSample);
}

/** One feature a line, so that a change of the model is a readable diff. */
export function formatWeights(weights: Weights): string {
  const lines = Object.entries(weights.features).map(
    ([name, row]) => `${JSON.stringify(name)}:${JSON.stringify(row)}`,
  );
  return `{"scale":${weights.scale},"features":{\n${lines.join(',\n')}\n}}\n`;
}

if (import.meta.main) {
  const samples = trainingSamples();
  const text = formatWeights(learn(samples));
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
  console.error(`trained on ${samples.length} definitions: ${text.length} bytes`);
}
