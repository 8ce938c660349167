import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from '../../classifier/classify.ts';
import { openStore } from '../../db/connect.ts';
import { recordOutcome } from '../../db/queries/crawls.ts';
import { upsertServers } from '../../db/queries/servers.ts';
import { answer, plainTool } from '../classifier/llm/tools.ts';
import { entry, listed, live, now } from '../db/outcomes.ts';
import { startModelService } from './fake-model-service.ts';
import { runCli, temporaryHome } from './run-cli.ts';

test('a label that a model set is stored and explained as such, beside what the classifier says alone', async (t) => {
  const home = temporaryHome(t);
  const store = await openStore({ databaseUrl: undefined, home });
  await upsertServers(store.db, [entry('library')], now);
  await recordOutcome(store.db, listed('library', now, [plainTool]), live);
  await store.close();

  const said = answer({ operation: 'destructive', risk: 'critical' });
  const fake = await startModelService(t, () => ({ answer: said }));
  const env = { OPENAI_BASE_URL: fake.url, OPENAI_MODEL: 'm' };
  const classified = await runCli(home, ['classify', '--llm', 'all', '--json'], { env });
  assert.equal(classified.code, 0, classified.stderr);
  const { judged, overrides, secondOpinion } = JSON.parse(classified.stdout);
  assert.deepEqual([judged, overrides.applied, secondOpinion.used], [1, [], 1]);

  const json = await runCli(home, ['explain', 'library', plainTool.name, '--json']);
  const { classification } = JSON.parse(json.stdout);
  assert.deepEqual(
    [classification.operation, classification.risk, classification.decidedBy],
    ['destructive', 'critical', 'llm'],
  );
  const { stdout } = await runCli(home, ['explain', 'library', plainTool.name]);
  assert.match(stdout, /destructive · critical .*decided by llm/);
  const { operation, risk } = classify(plainTool);
  assert.ok(stdout.includes(`the classifier alone: ${operation} · ${risk}`));
  assert.match(stdout, /^floor: none, no decisive signal raises one$/m);

  const slip = await runCli(home, ['explain', 'library', `${plainTool.name}s`]);
  assert.equal(slip.code, 2);
  assert.ok(slip.stderr.includes(`; near: ${plainTool.name}`), slip.stderr);
});
