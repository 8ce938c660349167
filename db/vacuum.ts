import type { PGlite } from '@electric-sql/pglite';

/** Rows of one table that updates left dead: fewer are not worth the reading of the whole table. */
const worthwhile = 1_000;

/** Makes the space of dead rows usable again, in the tables where this process left many. PGlite has no autovacuum. */
export async function vacuum(pglite: PGlite): Promise<void> {
  // What was counted within the last second or so is not in the statistics yet.
  await pglite.query('select pg_stat_force_next_flush()');
  const { rows } = await pglite.query<{ name: string }>(
    `select format('%I.%I', schemaname, relname) as name
       from pg_stat_user_tables where n_dead_tup > $1`,
    [worthwhile],
  );
  for (const { name } of rows) await pglite.exec(`vacuum (analyze) ${name}`);
}
