import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClauseWeights } from '../../classifier/poison/weights.ts';
import { makeCases, readHarmless } from './attack-corpus.ts';
import { type Bag, bagOfCase, bagOfListed, learnClauses } from './clause-model.ts';
import { readWritten } from './corpus.ts';
import { learnGate } from './gate-model.ts';

const file = join(import.meta.dirname, '../../classifier/model/clauses.json');

/** Log-odds from which a clause steers; what it costs in false alarms is in `docs/adr/0010-clause-model.md`. */
const threshold = 0.5;

/** What the clause model learns from: attacks and look-alikes in real definitions, and harmless definitions whole. */
export function trainingBags(): Bag[] {
  const harmless = readHarmless();
  return [
    ...makeCases(harmless).map(bagOfCase),
    ...harmless.map((listed) => bagOfListed(listed)),
    ...readWritten().map((written) => bagOfListed(written, 'written')),
  ];
}

/** Trains the gate and the clause model on all of data/attacks, every listed definition and those of data/written. */
export function trainClauses(): ClauseWeights {
  const bags = trainingBags();
  const learned = learnClauses(bags);
  return { threshold, gate: learnGate(bags, learned), clause: learned.weights };
}

/** One feature a line, so that a change of the model is a readable diff. */
export function formatClauseWeights({ threshold, gate, clause }: ClauseWeights): string {
  const lines = (weights: Record<string, number>) =>
    Object.entries(weights)
      .map(([name, weight]) => `${JSON.stringify(name)}:${weight}`)
      .join(',\n');
  return `{"threshold":${threshold},
"gate":{"bias":${gate.bias},"structure":{\n${lines(gate.structure)}\n},
"words":{\n${lines(gate.words)}\n}},
"clause":{"bias":${clause.bias},"structure":{\n${lines(clause.structure)}\n},
"words":{\n${lines(clause.words)}\n}}}
`;
}

if (import.meta.main) {
  const text = formatClauseWeights(trainClauses());
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
  console.error(`trained the clause model: ${text.length} bytes`);
}
