import { and, asc, eq, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { Database } from '../connect.ts';
import { servers } from '../schema.ts';
import type { Server } from './servers.ts';

/** Who crawls, and for how long a server is theirs should they die. */
export interface Lease {
  /** Unique to a process. */
  owner: string;
  /** ISO 8601. */
  now: string;
  seconds: number;
}

/** Ids of servers to look at again, longest due first. */
export async function dueServers(db: Database, now: string, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: servers.id })
    .from(servers)
    .where(and(lte(servers.dueAt, now), isFree(now)))
    .orderBy(asc(servers.dueAt), asc(servers.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/**
 * Takes one server, due or not, until `recordOutcome`, `releaseLeases` or the end of the lease, which
 * is what frees the servers of a process that was killed. Undefined while another process has it, or
 * when there is none.
 */
export async function leaseServer(
  db: Database,
  id: string,
  lease: Lease,
): Promise<Server | undefined> {
  const [server] = await db
    .update(servers)
    .set(held(lease))
    .where(and(eq(servers.id, id), or(isFree(lease.now), eq(servers.leaseOwner, lease.owner))))
    .returning();
  return server;
}

/** Gives back what `owner` still holds, without an outcome. */
export async function releaseLeases(db: Database, owner: string): Promise<void> {
  await db
    .update(servers)
    .set({ leaseOwner: null, leaseUntil: null })
    .where(eq(servers.leaseOwner, owner));
}

function held({ owner, now, seconds }: Lease) {
  return {
    leaseOwner: owner,
    leaseUntil: new Date(Date.parse(now) + seconds * 1000).toISOString(),
  };
}

function isFree(now: string): SQL | undefined {
  return or(isNull(servers.leaseUntil), lte(servers.leaseUntil, now));
}
