import { and, asc, eq, gt, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { escapeText } from '../columns.ts';
import type { Database } from '../connect.ts';
import { servers } from '../schema.ts';
import type { Server } from './servers.ts';

/** Who crawls, and for how long a server is theirs should they die. */
export interface Lease {
  /** Unique to a process, or to one job of it. */
  owner: string;
  /** ISO 8601. */
  now: string;
  seconds: number;
  /** Servers of one host that may be crawled at a time, by all owners together. */
  hostVisits: number;
}

export type LeaseAnswer =
  | { server: Server }
  /** `taken`: somebody else has it, or there is none; `host-busy`: its host has no place. */
  | { refused: 'taken' | 'host-busy' };

export interface DueServer {
  id: string;
  host: string | null;
}

/**
 * Servers to look at again: of each host the one that is longest due, then the second of each, so
 * that a host with many servers does not keep the others waiting.
 */
export async function dueServers(
  db: Database,
  now: string,
  limit = 2 ** 31 - 1,
): Promise<DueServer[]> {
  const due = db
    .select({
      id: servers.id,
      host: servers.host,
      dueAt: servers.dueAt,
      round:
        sql<number>`row_number() over (partition by coalesce(${servers.host}, ${servers.id}) order by ${servers.dueAt}, ${servers.id})`.as(
          'round',
        ),
    })
    .from(servers)
    .where(and(lte(servers.dueAt, now), isFree(now)))
    .as('due');
  return db
    .select({ id: due.id, host: due.host })
    .from(due)
    .orderBy(asc(due.round), asc(due.dueAt), asc(due.id))
    .limit(limit);
}

/**
 * Takes one server, due or not, until `recordOutcome`, `releaseLeases` or the end of the lease, which
 * is what frees the servers of a process that was killed. Servers of one host go to `hostVisits` at a
 * time; to more only when one owner has them all, who then keeps the limit by itself.
 */
export function leaseServer(db: Database, id: string, lease: Lease): Promise<LeaseAnswer> {
  return db.transaction(async (tx) => {
    const [known] = await tx.select({ host: servers.host }).from(servers).where(eq(servers.id, id));
    if (known && known.host !== null && (await isBusy(tx, known.host, id, lease))) {
      return { refused: 'host-busy' };
    }
    const [server] = await tx
      .update(servers)
      .set(held(lease))
      .where(and(eq(servers.id, id), or(isFree(lease.now), eq(servers.leaseOwner, lease.owner))))
      .returning();
    return server ? { server } : { refused: 'taken' };
  });
}

/** Until the end of the transaction nobody else can count the leases of the host. */
async function isBusy(
  tx: Database,
  host: string,
  id: string,
  { owner, now, hostVisits }: Lease,
): Promise<boolean> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${escapeText(host)}, 0))`);
  const [leases] = await tx
    .select({
      all: sql<number>`count(*)`.mapWith(Number),
      ofOthers: sql<number>`count(*) filter (where ${ne(servers.leaseOwner, owner)})`.mapWith(
        Number,
      ),
    })
    .from(servers)
    .where(and(eq(servers.host, host), gt(servers.leaseUntil, now), ne(servers.id, id)));
  return leases !== undefined && leases.ofOthers > 0 && leases.all >= hostVisits;
}

/** False when the lease has ended or is somebody else's by now. */
export async function renewLease(db: Database, id: string, lease: Lease): Promise<boolean> {
  const renewed = await db
    .update(servers)
    .set(held(lease))
    .where(
      and(
        eq(servers.id, id),
        eq(servers.leaseOwner, lease.owner),
        gt(servers.leaseUntil, lease.now),
      ),
    )
    .returning({ id: servers.id });
  return renewed.length > 0;
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
