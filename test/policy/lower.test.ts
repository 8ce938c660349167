import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { ExportOptions } from '../../policy/client.ts';
import { type Abilities, lower, plainAbilities } from '../../policy/lower.ts';
import { type Decision, decisions, type Rule } from '../../policy/policy.ts';
import { policyOf, rule } from './example.ts';

const checked: Partial<Rule> = { require: [{ path: 'args.x', op: 'lte', value: 1 }] };
const limited: Partial<Rule> = { limits: [{ counter: 'calls', window: 'hour', max: 5 }] };

function lowered(parts: Partial<Rule>, can: Decision[], onLoss?: ExportOptions['onLoss']) {
  const abilities: Abilities = { ...plainAbilities, decisions: can, defaults: ['ask'] };
  const options = onLoss === undefined ? {} : { onLoss };
  const { rules, losses } = lower(policyOf([rule('a', parts)]), abilities, options);
  return [rules[0]?.decision, losses.filter(({ tool }) => tool === 'a').length];
}

test('what a format can say is said without a loss', () => {
  for (const decision of decisions)
    assert.deepEqual(lowered({ decision }, [...decisions]), [decision, 0]);
});

test('a decision without a word becomes the next stricter, or the next milder by choice', () => {
  assert.deepEqual(lowered({ decision: 'ask' }, ['allow', 'deny']), ['deny', 1]);
  assert.deepEqual(lowered({ decision: 'ask' }, ['allow', 'deny'], 'looser'), ['allow', 1]);
  assert.deepEqual(lowered({ decision: 'hide' }, ['allow', 'ask', 'deny']), ['deny', 1]);
  assert.deepEqual(lowered({ decision: 'deny' }, ['allow', 'ask']), ['ask', 1]);
});

test('lost checks turn allow into ask, unless the looser side was chosen', () => {
  const all: Decision[] = [...decisions];
  assert.deepEqual(lowered(checked, all), ['ask', 1]);
  assert.deepEqual(lowered(checked, all, 'looser'), ['allow', 1]);
  assert.deepEqual(lowered(checked, ['allow', 'deny']), ['deny', 2]);
  assert.deepEqual(lowered({ ...checked, decision: 'deny' }, all), ['deny', 1]);
});

test('where checks are lost, the decision that was loosened for them comes back', () => {
  const loosened: Partial<Rule> = { ...checked, decision: 'ask', unchecked: 'deny' };
  assert.deepEqual(lowered(loosened, [...decisions]), ['deny', 1]);
  assert.deepEqual(lowered(loosened, [...decisions], 'looser'), ['ask', 1]);
  assert.deepEqual(lowered({ ...loosened, decision: 'hide' }, [...decisions]), ['hide', 1]);
  const abilities: Abilities = {
    ...plainAbilities,
    conditions: true,
    decisions,
    defaults: ['ask'],
  };
  assert.equal(lower(policyOf([rule('a', loosened)]), abilities).rules[0]?.decision, 'ask');
});

test('a lost limit is reported, and turns allow into ask only on the strictest choice', () => {
  const all: Decision[] = [...decisions];
  assert.deepEqual(lowered(limited, all), ['allow', 1]);
  assert.deepEqual(lowered(limited, all, 'stricter'), ['ask', 1]);
  assert.deepEqual(lowered(limited, all, 'looser'), ['allow', 1]);
});

test('on the stricter side no decision gets milder where the format has a stricter word', () => {
  const some = fc.subarray([...decisions], { minLength: 1 });
  fc.assert(
    fc.property(fc.constantFrom(...decisions), some, (decision, can) => {
      const [found] = lowered({ decision }, can, 'stricter');
      const at = (word: Decision | number | undefined) => decisions.indexOf(word as Decision);
      const strictest = Math.max(...can.map(at));
      assert.ok(at(found) >= Math.min(at(decision), strictest));
    }),
  );
});

test('a refused name gets no rule, and the loss says what happens instead', () => {
  const abilities: Abilities = {
    ...plainAbilities,
    decisions: [...decisions],
    defaults: ['ask'],
    refuses: (tool) => (tool === '*' ? 'it is a wildcard' : undefined),
  };
  const { rules, losses } = lower(policyOf([rule('*'), rule('\ud800'), rule('b')]), abilities);
  assert.deepEqual(
    rules.map(({ tool }) => tool),
    ['b'],
  );
  assert.deepEqual(losses[0], {
    tool: '*',
    wanted: 'allow',
    instead: 'the default, ask: it is a wildcard',
  });
  assert.match(losses[1]?.instead ?? '', /no valid text/);
});

test('what concerns the whole server is said once', () => {
  const policy = policyOf(
    [
      rule('a', { decision: 'ask', approval: 'session', definitionHash: 'a'.repeat(64) }),
      rule('b', { decision: 'ask', approval: 'session', definitionHash: 'b'.repeat(64) }),
    ],
    { default: 'deny', limits: [{ counter: 'all', window: 'day', max: 1 }] },
  );
  const abilities: Abilities = { ...plainAbilities, decisions: [...decisions], defaults: ['ask'] };
  const wanted = lower(policy, abilities).losses.map((loss) => `${loss.tool} ${loss.wanted}`);
  assert.deepEqual(wanted, [
    '* deny tools without a rule',
    '* ask once in a session for some tools',
    '* limits over all calls of the server',
    '* notice a changed definition',
  ]);
});
