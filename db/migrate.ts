import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import type { Pool } from 'pg';

/** Beside this module, in the checkout and in the package alike. Written by `npm run db:generate`. */
const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url));

/** Any number that no other program uses on the same database. */
const migrationLock = 5_183_946_307;

/** Applies what is missing, in order. Processes that start together wait for each other. */
export async function migratePostgres(pool: Pool): Promise<void> {
  const [{ drizzle }, { migrate }] = await Promise.all([
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
  ]);
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await migrate(drizzle({ client }), { migrationsFolder });
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
    client.release();
  } catch (error) {
    // Ending the connection frees the lock.
    client.release(true);
    throw error;
  }
}

/** Applies what is missing, in order. */
export async function migratePglite(pglite: PGlite): Promise<void> {
  const [{ drizzle }, { migrate }] = await Promise.all([
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator'),
  ]);
  await migrate(drizzle({ client: pglite }), { migrationsFolder });
}
