import { asc, sql } from 'drizzle-orm';
import type { Target } from '../../crawler/server-entry.ts';
import type { Database } from '../connect.ts';
import { servers } from '../schema.ts';

/**
 * Ids of the servers that are reached as `target`: the same package or image whatever its version, or the
 * same address; those whose tools are known first. A command line is nobody's.
 */
export async function serversByTarget(db: Database, target: Target): Promise<string[]> {
  if (target.type === 'command') return [];
  const [key, value] = 'url' in target ? ['url', target.url] : ['identifier', target.identifier];
  const member = `%"${key}":${JSON.stringify(value)}%`.replace(/[\\_]/g, '\\$&');
  const rows = await db
    .select({ id: servers.id, targets: servers.targets })
    .from(servers)
    .where(sql`${servers.targets} like ${member}`)
    .orderBy(sql`${servers.lastListedAt} desc nulls last`, asc(servers.id));
  return rows
    .filter(({ targets }) => targets.some((known) => isSame(known, target)))
    .map(({ id }) => id);
}

function isSame(known: Target, target: Target): boolean {
  if ('url' in known && 'url' in target) return known.url === target.url;
  if ('identifier' in known && 'identifier' in target) {
    return known.type === target.type && known.identifier === target.identifier;
  }
  return false;
}
