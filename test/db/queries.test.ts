import { after, before, describe } from 'node:test';
import { openPglite, openStore, type Store } from '../../db/connect.ts';
import { describeCrawls } from './crawls-suite.ts';
import { describeLeases } from './leases-suite.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import { describeServers } from './servers-suite.ts';
import { describeStatus } from './status-suite.ts';

let postgres: Postgres;
before(async () => {
  postgres = await startPostgres();
});
after(() => postgres?.stop());

/** The same questions to every kind of store. */
const kinds = {
  PGlite: () => openPglite(),
  Postgres: () => openStore({ databaseUrl: postgres.url, home: '' }),
};

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
