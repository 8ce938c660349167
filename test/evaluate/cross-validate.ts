import { type Decision, decide } from '../../classifier/decide.ts';
import { loadModel, type Model, predict, trained } from '../../classifier/model/predict.ts';
import { groupedFolds } from './folds.ts';
import { learn, type Sample } from './learn.ts';

/** A label by a model that saw no definition of the same operator or product. */
export interface Judged {
  sample: Sample;
  decision: Decision;
}

/** Trains once a fold on all other folds and judges the fold, in the order of the samples. */
export function crossValidate(samples: Sample[], folds = 8): Judged[] {
  const foldOf = groupedFolds(
    samples.map(({ example }) => example),
    folds,
  );
  const judged = new Map<Sample, Decision>();
  for (let fold = 0; fold < folds; fold++) {
    const inFold = (sample: Sample) => foldOf.get(sample.example.group) === fold;
    const model = loadModel(learn(samples.filter((sample) => !inFold(sample))));
    for (const sample of samples.filter(inFold)) judged.set(sample, judge(sample, model).decision);
  }
  return samples.map((sample) => ({ sample, decision: judged.get(sample) as Decision }));
}

/** Judges a sample by a model, without `model` by the one that is shipped. */
export function judge(sample: Sample, model: Model = trained): Judged {
  const { text, hits } = sample;
  return { sample, decision: decide(hits, predict(model, text.reading, hits)) };
}
