import { appendFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../db/connect.ts';
import { startWorker } from '../../db/worker.ts';
import { listed, tool } from './outcomes.ts';

/**
 * A worker process whose crawls take a moment and touch nothing; each leaves its begin and end in
 * a log: see worker.test.ts.
 */
async function work(databaseUrl: string, log: string): Promise<void> {
  const store = await openStore({ databaseUrl, home: '' });
  const note = (event: string, id: string) =>
    appendFileSync(log, `${JSON.stringify({ event, id, pid: process.pid, at: Date.now() })}\n`);
  const worker = await startWorker(store, {
    concurrency: 8,
    heartbeatSeconds: 10,
    handlers: {
      async sync() {},
      async crawl(server, signal) {
        note('begin', server.id);
        await sleep(200 + Math.random() * 400, undefined, { signal });
        note('end', server.id);
        const at = new Date().toISOString();
        if (server.id.endsWith('9')) {
          return {
            kind: 'failed',
            serverId: server.id,
            at,
            durationMs: 1,
            step: 'start',
            message: 'ended',
          };
        }
        return listed(server.id, at, [tool('shared'), tool(`own_${server.id}`)]);
      },
      async classify() {
        note('classify', '');
      },
      async build() {
        note('build', '');
      },
    },
  });
  process.once('SIGTERM', async () => {
    await worker.stop();
    await store.close();
  });
  note('ready', '');
}

await work(process.argv[2] ?? '', process.argv[3] ?? '');
