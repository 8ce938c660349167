import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readCorpus } from './corpus.ts';
import { learn, toSample } from './learn.ts';
import { formatWeights, trainingSamples } from './train.ts';

test('the same definitions give the same weights, to the bit', () => {
  const subset = readCorpus().filter((_, index) => index % 8 === 0);
  const once = formatWeights(learn(subset.map(toSample)));
  assert.equal(formatWeights(learn(subset.map(toSample))), once);
  assert.ok(once.split('\n').length > 200);
});

test('the weights that ship are those of the corpus that ships', () => {
  const shipped = join(import.meta.dirname, '../../classifier/model/weights.json');
  const trained = formatWeights(learn(trainingSamples()));
  assert.ok(trained === readFileSync(shipped, 'utf8'), 'run npm run train');
});
