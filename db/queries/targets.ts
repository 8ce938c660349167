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
  // How an address was written is not known: any of its host, in any case, is read and compared.
  const member =
    'url' in target
      ? `%"url":"%${likeText(URL.parse(target.url)?.hostname ?? target.url)}%`
      : `%"identifier":${likeText(JSON.stringify(target.identifier))}%`;
  const rows = await db
    .select({ id: servers.id, targets: servers.targets })
    .from(servers)
    .where(sql`${servers.targets} ilike ${member}`)
    .orderBy(sql`${servers.lastListedAt} desc nulls last`, asc(servers.id));
  return rows
    .filter(({ targets }) => targets.some((known) => isSame(known, target)))
    .map(({ id }) => id);
}

function isSame(known: Target, target: Target): boolean {
  if ('url' in known && 'url' in target) return address(known.url) === address(target.url);
  if ('identifier' in known && 'identifier' in target) {
    return known.type === target.type && known.identifier === target.identifier;
  }
  return false;
}

/** As a browser would write it; what is no URL stays what it is. */
function address(url: string): string {
  return URL.parse(url)?.href ?? url;
}

function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
