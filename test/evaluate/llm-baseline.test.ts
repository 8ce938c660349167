import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, plainTool } from '../classifier/llm/tools.ts';
import { startModelService } from '../cli/fake-model-service.ts';
import { temporaryHome } from '../cli/run-cli.ts';
import type { Example } from './corpus.ts';
import { llmBaseline } from './llm-baseline.ts';
import { measure } from './measure.ts';

const label: Example['label'] = {
  id: 's::t',
  operation: 'destructive',
  accept: [],
  risk: 'high',
  risk_accept: [],
  capabilities: [],
  capabilities_accept: [],
};
const example = (name: string): Example => ({
  id: `s::${name}`,
  server: 's',
  set: 'first',
  group: 's',
  tool: { ...plainTool, name },
  label,
});

test('a model alone is measured on what it answered, without our floors', async (t) => {
  const fake = await startModelService(t, ({ tool }) =>
    tool.name === 'silent'
      ? { refusal: 'no' }
      : { answer: answer({ operation: 'read', risk: 'low' }) },
  );
  const before = { ...process.env };
  t.after(() => {
    process.env = before;
  });
  Object.assign(process.env, {
    MCP_RISK_HOME: temporaryHome(t),
    OPENAI_BASE_URL: fake.url,
    OPENAI_MODEL: 'm',
  });
  const { name, rows } = await llmBaseline(['delete_shelf', 'silent'].map(example), '1000000');
  assert.equal(name, 'm alone (1 answered)');
  const { destructiveRecall, twoLevelsTooLow } = measure(rows);
  assert.deepEqual([destructiveRecall, twoLevelsTooLow], [0, 1]);
});
