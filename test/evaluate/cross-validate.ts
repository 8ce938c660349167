import { type Decision, decide } from '../../classifier/decide.ts';
import { loadModel, type Model, predict, trained } from '../../classifier/model/predict.ts';
import { productWords } from './corpus.ts';
import { groupedFolds } from './folds.ts';
import { learn, type Sample } from './learn.ts';

/** A label by a model that saw no definition of the same operator or product. */
export interface Judged {
  sample: Sample;
  decision: Decision;
}

/**
 * Trains once a fold on all other folds and judges the fold, in the order of the samples.
 *
 * @param written learnt from in each fold, less what shares a product's word with a server of the fold
 */
export function crossValidate(samples: Sample[], written: Sample[] = [], folds = 8): Judged[] {
  const foldOf = groupedFolds(
    samples.map(({ example }) => example),
    folds,
  );
  const judged = new Map<Sample, Decision>();
  for (let fold = 0; fold < folds; fold++) {
    const inFold = (sample: Sample) => foldOf.get(sample.example.group) === fold;
    const judgedHere = samples.filter(inFold);
    const words = new Set(judgedHere.flatMap(({ example }) => productWords(example.server)));
    const isApart = ({ example }: Sample) =>
      !productWords(example.server).some((word) => words.has(word));
    const learnt = [...samples.filter((sample) => !inFold(sample)), ...written.filter(isApart)];
    const model = loadModel(learn(learnt));
    for (const sample of judgedHere) judged.set(sample, judge(sample, model).decision);
  }
  return samples.map((sample) => ({ sample, decision: judged.get(sample) as Decision }));
}

/** Judges a sample by a model, without `model` by the one that is shipped. */
export function judge(sample: Sample, model: Model = trained): Judged {
  const { text, hits } = sample;
  return { sample, decision: decide(hits, predict(model, text.reading, hits)) };
}
