import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
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
