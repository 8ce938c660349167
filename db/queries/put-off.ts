import { and, eq, inArray, lt } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { servers } from '../schema.ts';

/**
 * A host asked for no request before `until` (ISO 8601): none of its servers is due before, whoever
 * crawls. Waits for nobody: a server that is being written at the moment learns it by its own crawl.
 */
export async function putOffHost(tx: Database, host: string, until: string): Promise<void> {
  const early = tx
    .select({ id: servers.id })
    .from(servers)
    .where(and(eq(servers.host, host), lt(servers.dueAt, until)))
    .for('update', { skipLocked: true });
  await tx.update(servers).set({ dueAt: until }).where(inArray(servers.id, early));
}
