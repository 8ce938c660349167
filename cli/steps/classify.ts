import { isDeepStrictEqual } from 'node:util';
import type { Classification } from '../../classifier/classification.ts';
import { classify } from '../../classifier/classify.ts';
import type { SecondOpinion } from '../../classifier/llm/second-opinion.ts';
import { agreesWith, applyOverride, type Override } from '../../classifier/overrides.ts';
import { classifierVersion } from '../../classifier/version.ts';
import {
  type JudgedDefinition,
  judgedBelow,
  judgedByReview,
  recordClassifications,
  unjudged,
} from '../../db/queries/classifications.ts';
import { inOrder } from '../in-order.ts';
import { llmConcurrency } from '../llm-options.ts';
import { bundledOverrides } from '../overrides-file.ts';
import type { OpenStore } from '../store.ts';

/** Hashes of definitions that reviews speak of. */
export interface OverrideReport {
  applied: string[];
  /** Applied, though the classifier says the same by now: the override can go. */
  agreed: string[];
  /** Of no definition in the store: another text has come in its place, or it was never listed. */
  unmatched: string[];
}

export interface ClassifyRun {
  signal: AbortSignal;
  onBatch?: (judged: Classification[]) => void;
  /** Asked about labels of the store that are not sure enough for it, also those of earlier runs. */
  opinion?: SecondOpinion | undefined;
  /** By definition hash; those that the package ships where none are given. */
  overrides?: ReadonlyMap<string, Override>;
}

/**
 * Judges every definition that this version of the classifier has not judged, asks for second opinions
 * and lets reviews have the last word. Resumable at any point.
 */
export async function classifyStore(
  { db }: Pick<OpenStore, 'db'>,
  { signal, onBatch, opinion, overrides: given }: ClassifyRun,
): Promise<{ judged: number; overrides: OverrideReport }> {
  const overrides = given ?? (await bundledOverrides());
  let judged = 0;
  for await (const definitions of unjudged(db, classifierVersion)) {
    signal.throwIfAborted();
    const batch = definitions.map(({ definition }) => classify(definition));
    await recordClassifications(db, batch, new Date().toISOString());
    judged += batch.length;
    onBatch?.(batch);
  }
  if (opinion) await improveLabels(db, opinion, signal);
  const report = await applyOverrides(db, overrides);
  return { judged, overrides: report };
}

/** The stored definitions that a second opinion is wanted on. */
export async function* uncertainDefinitions(
  { db }: Pick<OpenStore, 'db'>,
  below: number,
): AsyncGenerator<JudgedDefinition> {
  for await (const page of judgedBelow(db, classifierVersion, below)) {
    yield* page.filter(({ classification }) => classification.decidedBy !== 'override');
  }
}

/** Asks again of the classifier's own label, so that an answer that is known leads to the same result. */
async function improveLabels(
  db: OpenStore['db'],
  opinion: SecondOpinion,
  signal: AbortSignal,
): Promise<void> {
  for await (const page of judgedBelow(db, classifierVersion, opinion.below)) {
    signal.throwIfAborted();
    const open = page.filter(({ classification }) => classification.decidedBy !== 'override');
    const improve = async ({ definition, classification }: (typeof open)[number]) => {
      const own = classify(definition);
      const improved = await opinion.improve(definition, own);
      return improved === own || isDeepStrictEqual(improved, classification) ? [] : [improved];
    };
    const changed: Classification[] = [];
    for await (const improved of inOrder(open, llmConcurrency, improve)) changed.push(...improved);
    await recordClassifications(db, changed, new Date().toISOString());
  }
}

/** Sets the labels of reviews, and gives back to the classifier what no review speaks of any more. */
async function applyOverrides(
  db: OpenStore['db'],
  overrides: ReadonlyMap<string, Override>,
): Promise<OverrideReport> {
  const report: OverrideReport = { applied: [], agreed: [], unmatched: [] };
  const matched = new Set<string>();
  const changed: Classification[] = [];
  for (const row of await judgedByReview(db, classifierVersion, [...overrides.keys()])) {
    const { hash, definition, classification } = row;
    matched.add(hash);
    const own = classify(definition);
    const override = overrides.get(hash);
    const label = override === undefined ? own : applyOverride(definition, own, override);
    if (override !== undefined) report.applied.push(hash);
    if (override !== undefined && agreesWith(own, override)) report.agreed.push(hash);
    if (!isDeepStrictEqual(label, classification)) changed.push(label);
  }
  report.unmatched.push(...[...overrides.keys()].filter((hash) => !matched.has(hash)));
  await recordClassifications(db, changed, new Date().toISOString());
  return report;
}
