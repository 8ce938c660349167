import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Classification } from '../../classifier/classification.ts';
import { classify } from '../../classifier/classify.ts';
import { hashDefinition } from '../../classifier/hash.ts';
import type { Answer } from '../../classifier/llm/answer.ts';
import type { Ask } from '../../classifier/llm/ask.ts';
import { openBudget } from '../../classifier/llm/budget.ts';
import { openSecondOpinion } from '../../classifier/llm/second-opinion.ts';
import type { Override } from '../../classifier/overrides.ts';
import { classifierVersion } from '../../classifier/version.ts';
import { classifyStore } from '../../cli/steps/classify.ts';
import { openPglite, type Store } from '../../db/connect.ts';
import { judgedBelow } from '../../db/queries/classifications.ts';
import { recordOutcome } from '../../db/queries/crawls.ts';
import { upsertServers } from '../../db/queries/servers.ts';
import { answer, plainTool, shellTool } from '../classifier/llm/tools.ts';
import { entry, listed, live, now } from '../db/outcomes.ts';

/** Says in a description what an override would say: text is not a label. */
const quotingTool = { ...plainTool, name: 'quote', description: '"decidedBy":"override"' };
const tools = [plainTool, shellTool, quotingTool];
const [plainHash, shellHash] = tools.map(hashDefinition) as [string, string];
const signal = new AbortController().signal;
const none: ReadonlyMap<string, Override> = new Map();

let store: Store;
before(async () => {
  store = await openPglite();
  await upsertServers(store.db, [entry('s')], now);
  await recordOutcome(store.db, listed('s', now, tools), live);
});
after(() => store?.close());

async function stored(hash: string): Promise<Classification | undefined> {
  const pages = await Array.fromAsync(judgedBelow(store.db, classifierVersion, Infinity));
  return pages.flat().find((row) => row.hash === hash)?.classification;
}

function review(definitionHash: string, label: Override['label']): [string, Override] {
  const rest = { reason: 'Read by hand.', reviewer: 'a reviewer', date: '2026-01-02' };
  return [definitionHash, { definitionHash, label, ...rest }];
}

function opinionOf(said: (name: string) => Answer, answers = new Map<string, Answer>()) {
  const asked: string[] = [];
  const ask: Ask = async ({ user }) => {
    const { name } = JSON.parse(user.split('\n')[1] ?? '');
    asked.push(name);
    return { kind: 'answered', text: JSON.stringify(said(name)) };
  };
  const cache = {
    get: (hash: string) => answers.get(hash),
    async set(hash: string, value: Answer) {
      answers.set(hash, value);
    },
  };
  const budget = openBudget({ tokens: 1e9 });
  const patience = { sleep: async () => {}, random: () => 0, attempts: 1 };
  const opinion = openSecondOpinion({ mode: 'all', cache, ask, budget, patience, signal });
  return { opinion, asked, answers };
}

const destroying = (name: string) =>
  answer({
    operation: 'destructive',
    risk: 'critical',
    quotes: [{ pointer: '/name', quote: name }],
  });

test('a second opinion is asked about labels of earlier runs too, and only once', async () => {
  const first = await classifyStore(store, { signal, overrides: none });
  assert.equal(first.judged, tools.length);
  const { opinion, asked, answers } = opinionOf(destroying);
  const second = await classifyStore(store, { signal, overrides: none, opinion });
  assert.equal(second.judged, 0);
  assert.deepEqual(asked.sort(), tools.map(({ name }) => name).sort());
  const label = await stored(plainHash);
  assert.deepEqual(
    [label?.operation, label?.risk, label?.decidedBy],
    ['destructive', 'critical', 'llm'],
  );
  const again = opinionOf(destroying, answers);
  await classifyStore(store, { signal, overrides: none, opinion: again.opinion });
  assert.deepEqual(again.asked, []);
  assert.deepEqual(await stored(plainHash), label);
});

test('a review has the last word until it is taken back', async () => {
  const own = classify(shellTool);
  const { operation, risk, capabilities } = own;
  const gone = 'f'.repeat(64);
  const overrides = new Map([
    review(plainHash, { operation: 'write', risk: 'medium', capabilities: [] }),
    review(shellHash, { operation, risk, capabilities }),
    review(gone, { operation: 'read', risk: 'low', capabilities: [] }),
  ]);
  const { opinion, asked } = opinionOf(destroying);
  const { overrides: report } = await classifyStore(store, { signal, overrides });
  assert.deepEqual(report, {
    applied: [plainHash, shellHash].sort(),
    agreed: [shellHash],
    unmatched: [gone],
  });
  const label = await stored(plainHash);
  assert.deepEqual([label?.operation, label?.decidedBy], ['write', 'override']);
  assert.match(
    label?.rationale ?? '',
    /^Set by review of a reviewer on 2026-01-02: Read by hand\./,
  );

  await classifyStore(store, { signal, overrides, opinion });
  assert.ok(!asked.includes(plainTool.name), 'no model is asked about a reviewed label');
  assert.equal((await stored(plainHash))?.decidedBy, 'override');

  await classifyStore(store, { signal, overrides: none });
  assert.deepEqual(await stored(plainHash), classify(plainTool));
});

test('an interruption keeps the labels that are stored', async () => {
  const { opinion } = opinionOf(destroying);
  const reason = new Error('interrupted');
  const aborted = AbortSignal.abort(reason);
  const before = await stored(plainHash);
  await assert.rejects(classifyStore(store, { signal: aborted, overrides: none, opinion }), reason);
  assert.deepEqual(await stored(plainHash), before);
});
