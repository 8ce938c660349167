import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Classification } from '../../classifier/classification.ts';
import { classify } from '../../classifier/classify.ts';
import type { Json, JsonObject } from '../../classifier/definition.ts';
import { hashDefinition } from '../../classifier/hash.ts';
import type { Capability } from '../../classifier/taxonomy.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { type Posture, postures, type Rule } from '../../policy/policy.ts';
import { type ClassifiedTool, recommend } from '../../policy/recommend.ts';
import { classified, destruction, privateRead, read, write } from './example.ts';

function ruleOf(tool: ClassifiedTool, posture: Posture, within?: string): Rule {
  const options = { server: 's', posture, ...(within === undefined ? {} : { within }) };
  const [rule] = recommend([tool], options).rules;
  assert.ok(rule);
  return rule;
}

function decisionsOf(judgement: Partial<Classification>, properties: JsonObject = {}): string {
  const tool = classified('some_tool', judgement, properties);
  return (['strict', 'balanced', 'permissive'] as const)
    .map((posture) => ruleOf(tool, posture).decision)
    .join(' ');
}

test('each kind of tool gets the decision of its posture', () => {
  assert.equal(decisionsOf(read), 'allow allow allow');
  assert.equal(decisionsOf(privateRead), 'ask allow allow');
  assert.equal(decisionsOf({ operation: 'write', risk: 'low' }), 'ask allow allow');
  assert.equal(decisionsOf(write), 'ask ask allow');
  const sends: Partial<Classification> = { ...write, risk: 'high', capabilities: ['communicates'] };
  assert.equal(decisionsOf(sends), 'ask ask ask');
  assert.equal(
    decisionsOf({ ...write, risk: 'high', capabilities: ['changes-access'] }),
    'ask ask ask',
  );
  assert.equal(
    decisionsOf({ ...read, risk: 'high', capabilities: ['reads-secrets'] }),
    'deny ask ask',
  );
  assert.equal(decisionsOf({ ...destruction, risk: 'high' }), 'deny ask ask');
  assert.equal(decisionsOf(destruction), 'deny deny ask');
  assert.equal(decisionsOf({ ...destruction, capabilities: ['moves-money'] }), 'deny ask ask');
  assert.equal(decisionsOf({ ...destruction, capabilities: ['executes-code'] }), 'deny ask ask');
});

test('private reads and small writes that are allowed have a limit', () => {
  assert.deepEqual(ruleOf(classified('a', privateRead), 'balanced').limits, [
    { counter: 'calls', window: 'hour', max: 120 },
  ]);
  assert.equal(ruleOf(classified('a', write), 'permissive').limits.length, 1);
  assert.equal(ruleOf(classified('a', read), 'balanced').limits.length, 0);
});

test('a definition that nobody judged or that changed is never allowed', () => {
  const unknown: ClassifiedTool = { definition: classified('a', read).definition };
  assert.equal(ruleOf(unknown, 'strict').decision, 'deny');
  assert.equal(ruleOf(unknown, 'balanced').decision, 'ask');
  assert.equal(ruleOf(unknown, 'permissive').decision, 'ask');
  assert.equal(ruleOf(unknown, 'permissive').definitionHash, hashDefinition(unknown.definition));
  const changed = { ...classified('a', read), changed: true };
  assert.equal(ruleOf(changed, 'strict').decision, 'deny');
  assert.equal(ruleOf(changed, 'permissive').decision, 'ask');
});

test('what is too large to be read whole is never allowed, and is denied where what was read is', () => {
  const whole = (judgement: Partial<Classification>, properties: JsonObject = {}) =>
    decisionsOf({ ...judgement, warnings: readInPart }, properties);
  let nested: JsonObject = {};
  for (let level = 0; level <= 40; level += 1) nested = { items: nested };
  const { warnings: readInPart } = classify({ name: 'get_time', inputSchema: nested });
  assert.equal(whole(read), 'deny ask ask');
  assert.equal(whole(destruction), 'deny deny ask');
  const actions = { action: { type: 'string', enum: ['list', 'create', 'delete'] } };
  assert.equal(whole(destruction, actions), 'deny deny ask');
});

test('a poisoned definition is denied and kept from the model in every posture, with its words quoted', () => {
  const poisoned = classified('add', {
    ...read,
    warnings: [
      {
        signal: 'hidden-instruction',
        class: 'poisoning',
        severity: 'critical',
        message: 'It tells the model to read a file.',
        evidence: [
          { signal: 'hidden-instruction', pointer: '/description', quote: 'read ~/.ssh/id_rsa' },
        ],
        owasp: [],
        atlas: [],
      },
    ],
  });
  for (const posture of ['strict', 'balanced', 'permissive'] as const) {
    const rule = ruleOf(poisoned, posture);
    assert.equal(rule.decision, 'hide');
    assert.match(rule.because, /“read ~\/\.ssh\/id_rsa” \(\/description\)/);
  }
});

test('a label that is not sure is asked about instead of allowed', () => {
  assert.equal(decisionsOf({ ...read, confidence: 0.5 }), 'ask ask ask');
});

test('a tool of which nothing is understood is never allowed, until a person judged it', () => {
  const definition = { name: 'frobnicate', description: 'Frobnicates.', inputSchema: {} };
  const guessed = { ...classify(definition), confidence: 0.75 };
  const decisions = (classification: Classification) =>
    postures.map((posture) => ruleOf({ definition, classification }, posture).decision).join(' ');
  assert.equal(decisions(guessed), 'deny ask ask');
  assert.equal(decisions({ ...guessed, decidedBy: 'override' }), 'ask allow allow');
});

test('a way out beside private data and text by third parties is asked about', () => {
  const fetch = classified('fetch', { ...read, capabilities: ['reaches-network'] });
  const mail = classified('mail', {
    ...privateRead,
    capabilities: ['reads-private-data', 'ingests-untrusted'],
  });
  assert.equal(ruleOf(fetch, 'balanced').decision, 'allow');
  const [first] = recommend([fetch, mail], { server: 's', posture: 'balanced' }).rules;
  assert.equal(first?.decision, 'ask');
  assert.match(first?.because ?? '', /way out/);
});

test('amounts have to be given, not negative and within the posture or the schema', () => {
  const pay: Partial<Classification> = { ...destruction, capabilities: ['moves-money'] };
  const rule = ruleOf(
    classified('pay', pay, { amount: { type: 'number', maximum: 50 } }),
    'balanced',
  );
  assert.deepEqual(rule.require, [
    { path: 'args.amount', op: 'gte', value: 0 },
    { path: 'args.amount', op: 'lte', value: 50 },
  ]);
  const asText = ruleOf(classified('pay', pay, { amount: { type: 'string' } }), 'balanced');
  assert.deepEqual(asText.require, []);
});

test('force has to be false or absent, paths keep out of credentials, and stay in a folder that is given', () => {
  const remove = classified(
    'remove_file',
    { ...destruction, risk: 'high' },
    { path: { type: 'string' }, force: { type: 'boolean' } },
  );
  const rule = ruleOf(remove, 'balanced', '/home/me/pro.ject/');
  assert.deepEqual(rule.denyIf.find(({ message }) => message.startsWith('force'))?.conditions, [
    { path: 'args.force', op: 'exists', value: true },
    { path: 'args.force', op: 'neq', value: false },
  ]);
  assert.deepEqual(rule.require, [
    { path: 'args.path', op: 'regex', value: '^/home/me/pro\\.ject([/\\\\]|$)' },
  ]);
  assert.equal(rule.denyIf.filter(({ message }) => message.startsWith('path')).length, 1);
});

test('a list of paths cannot be checked to stay in a folder, a path that may be null can', () => {
  const paths = { type: 'array', items: { type: 'string' } };
  const path = { anyOf: [{ type: 'string' }, { type: 'null' }] };
  const tool = classified('read_files', privateRead, { paths, path });
  const { require, denyIf } = ruleOf(tool, 'permissive', '/home/me');
  assert.deepEqual(denyIf[0]?.conditions, [{ path: 'args.paths', op: 'exists', value: true }]);
  assert.deepEqual(require, [{ path: 'args.path', op: 'regex', value: '^/home/me([/\\\\]|$)' }]);
  assert.equal(ruleOf(tool, 'permissive').denyIf.length, 1);
});

test('the condition on paths and addresses refuses what it says', () => {
  const decide = (judgement: Partial<Classification>, name: string, value: string) => {
    const tool = classified('tool', judgement, { [name]: { type: 'string' } });
    const policy = recommend([tool], { server: 's', posture: 'permissive' });
    return evaluate(policy, { tool: 'tool', arguments: { [name]: value } }).decision;
  };
  const paths = [
    '../x',
    'a/../b',
    'a\\..',
    '/home/me/.ssh/id_rsa',
    '.env',
    'x/.env.local',
    '.git/config',
  ];
  for (const path of paths) assert.equal(decide(privateRead, 'path', path), 'deny', path);
  for (const path of ['a..b', 'src/main.ts', '/tmp/x', 'env', '.gitignore', 'main..feature']) {
    assert.equal(decide(privateRead, 'path', path), 'allow', path);
  }
  const fetches: Partial<Classification> = { ...read, capabilities: ['reaches-network'] };
  const inside = ['http://127.0.0.1', ' http://example.org/', 'http://printer.local/'];
  for (const url of inside) assert.equal(decide(fetches, 'url', url), 'deny', url);
  assert.equal(decide(fetches, 'url', 'https://example.org/localhost'), 'allow');
});

test('raw SQL and commands get no condition', () => {
  const code: Partial<Classification> = { ...destruction, capabilities: ['executes-code'] };
  const rule = ruleOf(classified('query', code, { sql: { type: 'string' } }), 'balanced');
  assert.deepEqual([rule.decision, rule.require, rule.denyIf], ['ask', [], []]);
  assert.match(rule.because, /no filter on such text is safe/);
});

const decideAction = (tool: ClassifiedTool, posture: Posture, action: Json | undefined) => {
  const policy = recommend([tool], { server: 's', posture });
  const args: JsonObject = action === undefined ? {} : { action };
  return evaluate(policy, { tool: tool.definition.name, arguments: args }).decision;
};

test('of a tool that takes its action as an argument only the actions sure to be mild are left', () => {
  const actions = [
    'list',
    'delete',
    'bulk_delete',
    'deleteAll',
    'empty',
    'clear',
    'format',
    'create',
  ];
  const manage = classified('manage', destruction, { action: { type: 'string', enum: actions } });
  for (const posture of ['strict', 'balanced'] as const) {
    const rule = ruleOf(manage, posture);
    assert.equal(rule.unchecked, 'deny');
    assert.match(rule.because, /sure to be milder are asked about, all others denied/);
    const asked = actions.filter((action) => decideAction(manage, posture, action) === 'ask');
    assert.deepEqual(asked, ['list', 'create']);
    for (const other of [undefined, 'DELETE', ' delete', 'other', ['list'], null]) {
      assert.equal(decideAction(manage, posture, other), 'deny', JSON.stringify(other));
    }
  }
});

test('a tool whose label does not come from one of its actions is not loosened', () => {
  const action = { type: 'string', enum: ['list', 'create', 'delete'] };
  const ofCapability = (capability: Capability) =>
    classified('manage', { ...destruction, capabilities: [capability] }, { action });
  for (const capability of ['executes-code', 'moves-money', 'reads-secrets'] as const) {
    assert.equal(ruleOf(ofCapability(capability), 'strict').decision, 'deny');
  }
  assert.equal(
    ruleOf(classified('delete_rows', destruction, { action }), 'strict').decision,
    'deny',
  );
  const doubtful = { type: 'string', enum: ['run', 'format', 'delete'] };
  assert.equal(
    ruleOf(classified('manage', destruction, { action: doubtful }), 'strict').decision,
    'deny',
  );
});

test('what is asked about anyway keeps its doubtful actions, a filter of a read all its values', () => {
  const type = { type: 'string', enum: ['format', 'bulkDelete'] };
  const one = ruleOf(classified('manage', { ...destruction, risk: 'high' }, { type }), 'balanced');
  assert.deepEqual(
    [one.require, one.denyIf[0]?.conditions],
    [[], [{ path: 'args.type', op: 'in', value: ['bulkDelete'] }]],
  );
  const filter = classified('payments', privateRead, { type: { enum: ['deposit', 'refund'] } });
  assert.deepEqual(ruleOf(filter, 'balanced').denyIf, []);
});

test('the first of two tools of one name counts, and hostile names stay names', () => {
  const tools = [
    classified('x', destruction),
    classified('x', read),
    classified('__proto__', read),
  ];
  const policy = recommend(tools, { server: 's', posture: 'strict' });
  assert.deepEqual(
    policy.rules.map(({ tool, decision }) => [tool, decision]),
    [
      ['x', 'deny'],
      ['__proto__', 'allow'],
    ],
  );
});

test('a quote in a reason is one short line without invisible characters', () => {
  const quote = `a\u202eb\n\u0007${'c'.repeat(300)}`;
  const tool = classified('a', {
    ...read,
    evidence: [{ signal: 's', pointer: '/description', quote }],
  });
  const { because } = ruleOf(tool, 'balanced');
  assert.doesNotMatch(because, /\p{C}/u);
  assert.ok(because.length < 250);
  for (const unseen of ['\u200b', '\u{e0101}\u{e0102}', '\u3164 \u115f', '\u2800']) {
    const evidence = [{ signal: 's', pointer: '/description', quote: unseen }];
    const reason = ruleOf(classified('a', { ...read, evidence }), 'balanced').because;
    assert.match(reason, /text that is not seen/, JSON.stringify(unseen));
  }
});
