import { and, asc, eq, gt, inArray, isNull, like, lt, type SQL, sql } from 'drizzle-orm';
import type { Classification } from '../../classifier/classification.ts';
import type { ToolDefinition } from '../../classifier/definition.ts';
import { inBatches } from '../batch.ts';
import type { Database } from '../connect.ts';
import { classifications, definitions } from '../schema.ts';

export interface StoredDefinition {
  hash: string;
  definition: ToolDefinition;
}

/**
 * Definitions that this version of the classifier has not judged, in the order of their hashes.
 * Reads `pageSize` at a time and goes on behind the last: judgements may be stored meanwhile.
 */
export async function* unjudged(
  db: Database,
  classifierVersion: string,
  pageSize = 500,
): AsyncGenerator<StoredDefinition[]> {
  let last = '';
  for (;;) {
    const rows = await db
      .select({ hash: definitions.hash, json: definitions.json })
      .from(definitions)
      .leftJoin(
        classifications,
        and(
          eq(classifications.definitionHash, definitions.hash),
          eq(classifications.classifierVersion, classifierVersion),
        ),
      )
      .where(and(gt(definitions.hash, last), isNull(classifications.definitionHash)))
      .orderBy(asc(definitions.hash))
      .limit(pageSize);
    const end = rows.at(-1);
    if (!end) return;
    yield rows.map(({ hash, json }) => ({ hash, definition: JSON.parse(json) as ToolDefinition }));
    last = end.hash;
  }
}

/**
 * Stores judgements. One that is there already is replaced: an override or a second opinion came.
 *
 * @param at ISO 8601
 */
export async function recordClassifications(
  db: Database,
  judged: readonly Classification[],
  at: string,
): Promise<void> {
  const byHash = new Map(
    judged.map((classification) => [classification.definitionHash, classification]),
  );
  const sorted = [...byHash.values()].sort((a, b) =>
    a.definitionHash < b.definitionHash ? -1 : 1,
  );
  for (const batch of inBatches(sorted)) {
    await db
      .insert(classifications)
      .values(
        batch.map((classification) => ({
          definitionHash: classification.definitionHash,
          classifierVersion: classification.classifierVersion,
          operation: classification.operation,
          risk: classification.risk,
          capabilities: classification.capabilities,
          confidence: classification.confidence,
          classification,
          at,
        })),
      )
      .onConflictDoUpdate({
        target: [classifications.definitionHash, classifications.classifierVersion],
        set: {
          operation: sql`excluded.operation`,
          risk: sql`excluded.risk`,
          capabilities: sql`excluded.capabilities`,
          confidence: sql`excluded.confidence`,
          classification: sql`excluded.classification`,
          at: sql`excluded.at`,
        },
      });
  }
}

export interface JudgedDefinition extends StoredDefinition {
  classification: Classification;
}

/** Definitions with this version's judgement, where its confidence is below a figure, in the order of their hashes. */
export async function* judgedBelow(
  db: Database,
  classifierVersion: string,
  confidence: number,
  pageSize = 500,
): AsyncGenerator<JudgedDefinition[]> {
  let last = '';
  for (;;) {
    const page = await readJudged(db, classifierVersion, pageSize, [
      gt(definitions.hash, last),
      ...(Number.isFinite(confidence) ? [lt(classifications.confidence, confidence)] : []),
    ]);
    const end = page.at(-1);
    if (!end) return;
    yield page;
    last = end.hash;
  }
}

/** This version's judgements of these definitions, and every one that an override made. */
export async function judgedByReview(
  db: Database,
  classifierVersion: string,
  hashes: readonly string[],
): Promise<JudgedDefinition[]> {
  // Quotation marks inside a text are escaped in JSON, so only the key itself matches.
  const overridden = like(classifications.classification, '%"decidedBy":"override"%');
  const found = await readJudged(db, classifierVersion, undefined, [overridden]);
  const seen = new Set(found.map(({ hash }) => hash));
  for (const batch of inBatches(hashes.filter((hash) => !seen.has(hash)))) {
    const listed = inArray(definitions.hash, batch);
    found.push(...(await readJudged(db, classifierVersion, undefined, [listed])));
  }
  return found;
}

async function readJudged(
  db: Database,
  classifierVersion: string,
  limit: number | undefined,
  conditions: SQL[],
): Promise<JudgedDefinition[]> {
  const query = db
    .select({
      hash: definitions.hash,
      json: definitions.json,
      classification: classifications.classification,
    })
    .from(definitions)
    .innerJoin(classifications, eq(classifications.definitionHash, definitions.hash))
    .where(and(eq(classifications.classifierVersion, classifierVersion), ...conditions))
    .orderBy(asc(definitions.hash));
  const rows = await (limit === undefined ? query : query.limit(limit));
  return rows.map(({ hash, json, classification }) => ({
    hash,
    definition: JSON.parse(json) as ToolDefinition,
    classification,
  }));
}
