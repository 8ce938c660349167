import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Database } from './connect.ts';
import { type Lease, leaseServer, releaseLeases, renewLease } from './queries/leases.ts';
import type { Server } from './queries/servers.ts';

/** Between two looks whether a server or its host is free, and how often it is looked. */
const pauseMs = 500;
const looks = 120;

export interface LeaseTerms extends Omit<Lease, 'now'> {
  /** ISO 8601, by a clock that all who share the store go by. */
  now(): string;
}

/**
 * Runs `work` while it holds the server. The lease is renewed each third of its time, and `work` is
 * aborted before it ends: where renewing fails nobody else can be at the server at the same time, and
 * where the process dies it is free again soon.
 *
 * @returns undefined for a server that others keep for a minute, or that is none
 */
export async function whileLeased<T>(
  db: Database,
  id: string,
  terms: LeaseTerms,
  signal: AbortSignal,
  work: (server: Server, signal: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const server = await leaseInTurn(db, id, terms, signal);
  if (!server) return undefined;
  const lost = new AbortController();
  const lose = () => lost.abort(new Error('the lease could not be renewed'));
  const leaseMs = terms.seconds * 1000;
  const endIn = (milliseconds: number) => setTimeout(lose, milliseconds);
  let end = endIn(leaseMs * 0.8);
  const renewing = setInterval(async () => {
    const began = performance.now();
    try {
      if (!(await renewLease(db, id, { ...terms, now: terms.now() }))) return lose();
      clearTimeout(end);
      end = endIn(leaseMs * 0.8 - (performance.now() - began));
    } catch {
      // The database may come back in time.
    }
  }, leaseMs / 3);
  try {
    return await work(server, AbortSignal.any([signal, lost.signal]));
  } finally {
    clearInterval(renewing);
    clearTimeout(end);
    await releaseLeases(db, terms.owner);
  }
}

async function leaseInTurn(
  db: Database,
  id: string,
  terms: LeaseTerms,
  signal: AbortSignal,
): Promise<Server | undefined> {
  for (let look = 0; look < looks; look += 1) {
    const answer = await leaseServer(db, id, { ...terms, now: terms.now() });
    if ('server' in answer) return answer.server;
    await sleep(pauseMs, undefined, { signal });
  }
  return undefined;
}

/** The database's clock, asked once: the clocks of several machines differ. */
export async function databaseClock(db: Database): Promise<() => string> {
  const [row] = await db.select({ now: sql<string>`now()` }).from(sql`(select 1) as one`);
  const ahead = Date.parse(String(row?.now)) - Date.now();
  return () => new Date(Date.now() + ahead).toISOString();
}
