import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { isNotNull } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { Pool, PoolClient } from 'pg';
import { lockStore } from './lock.ts';
import { migratePglite, migratePostgres } from './migrate.ts';
import * as schema from './schema.ts';
import { vacuum } from './vacuum.ts';

/** What every query takes first: a database or a transaction, PGlite or Postgres. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** The driver under a store, for what is not a query of ours (the job queue). */
export type Driver = { kind: 'postgres'; url: string } | { kind: 'pglite'; pglite: PGlite };

export interface Store {
  db: Database;
  driver: Driver;
  /** Ends all connections and gives the directory free. May be called twice. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** `postgres://…`; without it PGlite in `<home>/db`. */
  databaseUrl?: string | undefined;
  home: string;
}

/** The Postgres of DATABASE_URL does not answer or does not let us in. */
export class StoreUnreachableError extends Error {
  override name = 'StoreUnreachableError';
}

/** Opens the store and brings its tables up to date. @throws StoreInUseError, StoreUnreachableError */
export function openStore(options: StoreOptions): Promise<Store> {
  return options.databaseUrl ? openPostgres(options.databaseUrl) : openDirectory(options.home);
}

async function openPostgres(connectionString: string): Promise<Store> {
  const [{ default: pg }, { drizzle }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres'),
  ]);
  const pool = new pg.Pool({ connectionString, application_name: 'mcp-risk' });
  // A connection lost while idle is replaced by the pool; unheard, the event would end the process.
  pool.on('error', () => {});
  let closed: Promise<void> | undefined;
  try {
    // Apart from the migration, so that a fault of that is not taken for one of the network.
    (await connect(pool)).release();
    await migratePostgres(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    db: drizzle({ client: pool, schema, casing: 'snake_case' }),
    driver: { kind: 'postgres', url: connectionString },
    close: () => (closed ??= pool.end()),
  };
}

/** An address that is none is thrown at once by the driver, not when it connects. */
async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw unreachable(error as Error);
  }
}

/** Says why without the address, which may hold a password. */
function unreachable(cause: Error & { code?: string }): StoreUnreachableError {
  const why = cause.code ?? cause.message;
  return new StoreUnreachableError(
    `Cannot open the Postgres that DATABASE_URL names (${why}). Check that it runs and that the address is right.`,
    { cause },
  );
}

const hour = 3_600_000;

async function openDirectory(home: string): Promise<Store> {
  const lock = await lockStore(home);
  try {
    const pglite = await createPglite(join(home, 'db'));
    const store = await toStore(pglite);
    // Nobody else can be crawling: what is leased was left by a process that was killed.
    await store.db
      .update(schema.servers)
      .set({ leaseOwner: null, leaseUntil: null })
      .where(isNotNull(schema.servers.leaseUntil));
    const vacuuming = setInterval(() => vacuumAsAble(pglite), hour).unref();
    let closed: Promise<void> | undefined;
    const close = async () => {
      clearInterval(vacuuming);
      try {
        await vacuumAsAble(pglite);
        await store.close();
      } finally {
        lock.release();
      }
    };
    return { ...store, close: () => (closed ??= close()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The store works without it, only larger; a full disk or the end of the store must end nothing else. */
async function vacuumAsAble(pglite: PGlite): Promise<void> {
  await vacuum(pglite).catch(() => {});
}

/** An unlocked PGlite: in memory without `directory`, for tests and for throw-away work. */
export async function openPglite(directory?: string): Promise<Store> {
  return toStore(await createPglite(directory));
}

async function createPglite(directory: string | undefined): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite');
  return PGlite.create(directory === undefined ? {} : { dataDir: directory });
}

async function toStore(pglite: PGlite): Promise<Store> {
  const { drizzle } = await import('drizzle-orm/pglite');
  let closed: Promise<void> | undefined;
  try {
    await migratePglite(pglite);
  } catch (error) {
    await pglite.close();
    throw error;
  }
  return {
    db: drizzle({ client: pglite, schema, casing: 'snake_case' }),
    driver: { kind: 'pglite', pglite },
    close: () => (closed ??= pglite.close()),
  };
}
