import type { Classification } from '../../classifier/classification.ts';
import { classify } from '../../classifier/classify.ts';
import { classifierVersion } from '../../classifier/version.ts';
import { recordClassifications, unjudged } from '../../db/queries/classifications.ts';
import type { OpenStore } from '../store.ts';

/** Judges every definition that this version of the classifier has not judged; resumable at any point. */
export async function classifyStore(
  { db }: OpenStore,
  { signal, onBatch }: { signal: AbortSignal; onBatch?: (judged: Classification[]) => void },
): Promise<{ judged: number }> {
  let judged = 0;
  for await (const definitions of unjudged(db, classifierVersion)) {
    signal.throwIfAborted();
    const batch = definitions.map(({ definition }) => classify(definition));
    await recordClassifications(db, batch, new Date().toISOString());
    judged += batch.length;
    onBatch?.(batch);
  }
  return { judged };
}
