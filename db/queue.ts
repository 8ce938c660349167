import type { PgBoss } from 'pg-boss';
import type { Store } from './connect.ts';

/**
 * The jobs of a worker, in the order of the data. `plan` turns due servers into crawls; the others
 * call the functions of the same name.
 */
export const queueNames = ['sync', 'plan', 'crawl', 'classify', 'build'] as const;
export type QueueName = (typeof queueNames)[number];

/** Data of a `crawl` job: the server's id through `escapeText`, because jobs are jsonb. */
export interface CrawlJob {
  server: string;
}

export interface QueueTimes {
  /** A job whose worker was silent for so long is given to another one. At least 10. */
  heartbeatSeconds: number;
}

/**
 * Opens the job queue inside the store and makes its queues. Any number of processes on one
 * Postgres share them; on PGlite there is one process.
 */
export async function openQueue(
  { driver }: Store,
  { heartbeatSeconds }: QueueTimes,
  onError: (error: Error) => void,
): Promise<PgBoss> {
  const { PgBoss, fromPglite } = await import('pg-boss');
  const boss = new PgBoss({
    ...(driver.kind === 'postgres'
      ? { connectionString: driver.url, max: 4, application_name: 'mcp-risk-queue' }
      : { db: fromPglite(driver.pglite), backend: 'pglite' as const }),
    // How soon a silent worker is noticed.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    openTelemetry: { enabled: false },
  });
  boss.on('error', onError);
  await boss.start();
  const shared = {
    heartbeatSeconds,
    retryLimit: 5,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
    deleteAfterSeconds: 3600,
  };
  // One crawl queued or active for each server; one run of each other job, and one waiting for it.
  await boss.createQueue('crawl', { ...shared, policy: 'exclusive', expireInSeconds: 900 });
  for (const name of ['sync', 'plan', 'classify', 'build'] as const) {
    await boss.createQueue(name, { ...shared, policy: 'stately', expireInSeconds: 4 * 3600 });
  }
  return boss;
}
