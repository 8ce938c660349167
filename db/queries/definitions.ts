import { asc, like } from 'drizzle-orm';
import type { ToolDefinition } from '../../classifier/definition.ts';
import type { Database } from '../connect.ts';
import { definitions } from '../schema.ts';
import type { StoredDefinition } from './classifications.ts';

/** Definitions whose hash begins so, by hash. `start`: hex digits only. */
export async function findDefinitions(
  db: Database,
  start: string,
  limit: number,
): Promise<StoredDefinition[]> {
  const rows = await db
    .select({ hash: definitions.hash, json: definitions.json })
    .from(definitions)
    .where(like(definitions.hash, `${start}%`))
    .orderBy(asc(definitions.hash))
    .limit(limit);
  return rows.map(({ hash, json }) => ({ hash, definition: JSON.parse(json) as ToolDefinition }));
}
