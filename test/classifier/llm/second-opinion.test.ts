import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../../../classifier/llm/answer.ts';
import type { Ask, AskOutcome } from '../../../classifier/llm/ask.ts';
import { type Caps, mostTokens, openBudget } from '../../../classifier/llm/budget.ts';
import { questionAbout } from '../../../classifier/llm/prompt.ts';
import {
  openSecondOpinion,
  type SecondOpinionOptions,
} from '../../../classifier/llm/second-opinion.ts';
import { answer, own, plainTool } from './tools.ts';

const raising = answer({ operation: 'destructive', risk: 'high' });
const used = { input: 900, output: 100 };
const answered: AskOutcome = { kind: 'answered', text: JSON.stringify(raising), usage: used };
const busy: AskOutcome = { kind: 'failed', message: 'busy', scope: 'retry', mayCost: false };

/** A second opinion over scripted outcomes; the last one repeats. */
function open(
  outcomes: AskOutcome[],
  parts: Partial<SecondOpinionOptions> = {},
  caps: Caps = { tokens: 1e9 },
) {
  const answers = new Map<string, Answer>();
  const pauses: number[] = [];
  let asked = 0;
  const ask: Ask = async () => {
    asked += 1;
    return outcomes[Math.min(asked, outcomes.length) - 1] as AskOutcome;
  };
  const opinion = openSecondOpinion({
    mode: 'all',
    cache: {
      get: (hash) => answers.get(hash),
      async set(hash, value) {
        answers.set(hash, value);
      },
    },
    ask,
    budget: openBudget(caps),
    patience: {
      async sleep(milliseconds) {
        pauses.push(milliseconds);
      },
      random: () => 0.5,
      attempts: 4,
    },
    signal: new AbortController().signal,
    ...parts,
  });
  return { opinion, answers, pauses, asked: () => asked };
}

/** The n-th of many definitions. */
const label = (n: number, confidence = 0.5) =>
  own(plainTool, { definitionHash: String(n), confidence });

test('off asks about nothing, uncertain below a confidence, all about everything', async () => {
  for (const [mode, expected] of [
    ['off', 0],
    ['uncertain', 1],
    ['all', 2],
  ] as const) {
    const { opinion, asked } = open([answered], { mode, below: 0.7 });
    const sure = label(1, 0.7);
    const improved = await opinion.improve(plainTool, sure);
    if (mode !== 'all') assert.equal(improved, sure);
    await opinion.improve(plainTool, label(2, 0.69));
    assert.equal(asked(), expected, mode);
  }
});

test('an answer is asked for once, then known', async () => {
  const { opinion, asked, answers } = open([answered]);
  const first = await opinion.improve(plainTool, label(1));
  assert.deepEqual(await opinion.improve(plainTool, label(1)), first);
  assert.equal(asked(), 1);
  assert.deepEqual([...answers], [['1', raising]]);
  const { used, cached, spent } = opinion.summary();
  assert.deepEqual([used, cached, spent.tokens], [2, 1, 1000]);
});

test('what passes by itself is asked again, each time later, or when the service says', async () => {
  const waiting: AskOutcome = { ...busy, retryAfterMs: 7000 };
  const { opinion, pauses, asked } = open([busy, waiting, busy, answered]);
  assert.equal((await opinion.improve(plainTool, label(1))).decidedBy, 'llm');
  assert.deepEqual(pauses, [500, 7000, 2000]);
  assert.equal(asked(), 4);
});

test('a service can not make the run wait longer than a minute', async () => {
  const { opinion, pauses } = open([{ ...busy, retryAfterMs: 1e12 }, answered]);
  await opinion.improve(plainTool, label(1));
  assert.deepEqual(pauses, [60_000]);
});

test('after four attempts the label stays as it is', async () => {
  const { opinion, asked } = open([busy]);
  const before = label(1);
  assert.equal(await opinion.improve(plainTool, before), before);
  assert.equal(asked(), 4);
  assert.deepEqual(opinion.summary().dropped, { busy: 1 });
});

test('what never works is not asked again, and a service that is out of order is left alone', async () => {
  const hopeless: AskOutcome = { kind: 'failed', message: '401', scope: 'service', mayCost: false };
  const closed = open([hopeless]);
  for (const n of [1, 2, 3]) await closed.opinion.improve(plainTool, label(n));
  assert.equal(closed.asked(), 1);
  assert.deepEqual(closed.opinion.summary().stopped, { by: 'service', reason: '401' });
  assert.equal(closed.opinion.summary().unasked, 2);

  const single: AskOutcome = { kind: 'failed', message: '400', scope: 'request', mayCost: false };
  const partly = open([single, answered]);
  for (const n of [1, 2]) await partly.opinion.improve(plainTool, label(n));
  assert.equal(partly.opinion.summary().used, 1);

  const broken = open([busy]);
  for (let n = 0; n < 9; n++) await broken.opinion.improve(plainTool, label(n));
  assert.equal(broken.asked(), 5 * 4);
  assert.equal(broken.opinion.summary().stopped?.by, 'service');
});

test('failed requests are counted, whatever they failed of and whatever else stopped the asking', async () => {
  const single: AskOutcome = { kind: 'failed', message: '400', scope: 'request', mayCost: true };
  const most = mostTokens(questionAbout(plainTool) ?? assert.fail());
  const { opinion } = open([single], {}, { tokens: 2 * (most.input + most.output) });
  for (const n of [1, 2, 3]) await opinion.improve(plainTool, label(n));
  const { asked, failed, unasked, stopped } = opinion.summary();
  assert.deepEqual([asked, failed, unasked, stopped?.by], [2, 2, 1, 'cap']);
  const partly = open([single, answered]);
  for (const n of [1, 2]) await partly.opinion.improve(plainTool, label(n));
  assert.equal(partly.opinion.summary().failed, 1);
});

test('unusable replies cost, are counted by reason and change nothing', async () => {
  const replies: AskOutcome[] = [
    { kind: 'unusable', reason: 'cut off', usage: used },
    { kind: 'answered', text: '{"operation": "read"', usage: used },
    { kind: 'answered', text: '{"operation": "read"}', usage: used },
    {
      kind: 'answered',
      text: JSON.stringify(answer({ quotes: [{ pointer: '/name', quote: 'not there' }] })),
      usage: used,
    },
  ];
  const { opinion } = open(replies);
  for (let n = 0; n < replies.length; n++) {
    const before = label(n);
    assert.equal(await opinion.improve(plainTool, before), before);
  }
  assert.deepEqual(opinion.summary().dropped, {
    'cut off': 1,
    'not JSON': 1,
    'not of the schema': 1,
    'a quote is not in the definition': 1,
  });
  assert.equal(opinion.summary().spent.tokens, 4000);
});

test('the cap in tokens is never passed, also by requests at the same time', async () => {
  const most = mostTokens(questionAbout(plainTool) ?? assert.fail());
  const room = most.input + most.output;
  const silent: AskOutcome = { kind: 'answered', text: JSON.stringify(raising) };
  const { opinion, asked } = open([silent], {}, { tokens: 2 * room });
  const labels = Array.from({ length: 6 }, (_, n) => opinion.improve(plainTool, label(n)));
  const made = await Promise.all(labels);
  assert.equal(asked(), 2);
  assert.equal(made.filter(({ decidedBy }) => decidedBy === 'llm').length, 2);
  const { stopped, unasked, spent } = opinion.summary();
  assert.equal(stopped?.by, 'cap');
  assert.equal(unasked, 4);
  assert.ok(spent.tokens <= 2 * room);
});

test('what is set aside for requests at the same time ends nothing while they run', async () => {
  const most = mostTokens(questionAbout(plainTool) ?? assert.fail());
  const tokens = most.input + most.output + 5 * 1000;
  const { opinion, asked } = open([answered], {}, { tokens });
  await Promise.all(Array.from({ length: 8 }, (_, n) => opinion.improve(plainTool, label(n))));
  assert.equal(asked(), 6);
  assert.deepEqual([opinion.summary().unasked, opinion.summary().spent.tokens], [2, 6000]);
});

test('the cap in money counts both kinds of tokens at their price', async () => {
  const most = mostTokens(questionAbout(plainTool) ?? assert.fail());
  const pricePerMillion = { input: 1, output: 10 };
  const costOf = ({ input, output }: typeof used) => (input + 10 * output) / 1e6;
  // Room for two settled requests and the reservation of a third, not of a fourth.
  const cost = costOf(most) + 2.5 * costOf(used);
  const { opinion, asked } = open([answered], {}, { tokens: 1e9, cost, pricePerMillion });
  for (let n = 0; n < 6; n++) await opinion.improve(plainTool, label(n));
  assert.equal(asked(), 3);
  assert.equal(opinion.summary().stopped?.by, 'cap');
  assert.ok(Math.abs((opinion.summary().spent.cost ?? 0) - 3 * costOf(used)) < 1e-12);
});

test('a lost connection counts as paid for, a reply without figures too', async () => {
  const most = mostTokens(questionAbout(plainTool) ?? assert.fail());
  const lost: AskOutcome = { kind: 'failed', message: 'lost', scope: 'request', mayCost: true };
  const silent: AskOutcome = { kind: 'answered', text: JSON.stringify(raising) };
  for (const outcome of [lost, silent]) {
    const { opinion } = open([outcome]);
    await opinion.improve(plainTool, label(1));
    assert.equal(opinion.summary().spent.tokens, most.input + most.output);
  }
});

test('with a cache alone nothing is asked', async () => {
  const { opinion } = open([answered], { ask: undefined });
  const before = label(1);
  assert.equal(await opinion.improve(plainTool, before), before);
  assert.deepEqual([opinion.summary().asked, opinion.summary().unasked], [0, 1]);
});
