import { openStore } from '../../db/connect.ts';
import { StoreInUseError } from '../../db/lock.ts';
import { recordOutcome } from '../../db/queries/crawls.ts';
import { upsertServers } from '../../db/queries/servers.ts';
import { entry, listed, live, now, tool } from './outcomes.ts';

/** A process that crawls until it is killed: see connect.test.ts. */
async function writeForEver(home: string): Promise<void> {
  const { db } = await openStore({ home });
  for (let n = 0; ; n += 1) {
    const id = `${process.pid}-${n}`;
    await upsertServers(db, [entry(id)], now);
    const tools = Array.from({ length: 20 }, (_, index) => tool(`${id}-${index}`));
    await recordOutcome(db, listed(id, now, tools), live);
    if (n === 2) process.stdout.write('writing\n');
  }
}

await writeForEver(process.argv[2] ?? '').catch((error: unknown) => {
  if (!(error instanceof StoreInUseError)) throw error;
  process.exit(7);
});
