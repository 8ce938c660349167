import { after, before, describe } from 'node:test';
import { openPglite, openStore, type Store } from '../../db/connect.ts';
import { describeCrawls } from './crawls-suite.ts';
import { describeLeases } from './leases-suite.ts';
import { startPostgres } from './postgres.ts';
import { describeServers } from './servers-suite.ts';
import { describeStatus } from './status-suite.ts';

/** The same questions to every kind of store. */
const kinds = { PGlite: () => openPglite(), Postgres: openPostgres };

for (const [kind, open] of Object.entries(kinds)) {
  describe(kind, () => {
    let store: Store;
    before(async () => {
      store = await open();
    });
    after(() => store?.close());
    const db = () => store.db;
    describeStatus(db);
    describeLeases(db);
    describeServers(db);
    describeCrawls(db);
  });
}

async function openPostgres(): Promise<Store> {
  const postgres = await startPostgres();
  try {
    const store = await openStore({ databaseUrl: postgres.url, home: '' });
    return {
      ...store,
      async close() {
        await store.close();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
