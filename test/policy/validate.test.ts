import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { validatePolicy } from '../../policy/validate.ts';
import { classified, read } from './example.ts';

function errorsIn(text: string): string[] {
  return validatePolicy(text).errors.map(
    ({ line, column, pointer, message }) => `${line}:${column} ${pointer} ${message}`,
  );
}

function withTool(checks: unknown): string {
  return JSON.stringify({ version: '1', default: 'deny', tools: { a: checks } }, null, 2);
}

test('each error has its line, column and pointer', () => {
  const text = `{
  "version": "2",
  "default": "maybe",
  "tolls": {},
  "tools": {
    "a~/b": { "limits": [{ "counter": "c", "window": "week", "max": -1 }] }
  }
}`;
  assert.deepEqual(errorsIn(text), [
    '2:3 /version Has to be "1".',
    '3:3 /default Has to be one of allow, deny.',
    '4:3 /tolls The key "tolls" is not known here.',
    '6:44 /tools/a~0~1b/limits/0/window Has to be one of minute, hour, day.',
    '6:62 /tools/a~0~1b/limits/0/max Must be >= 0.',
  ]);
});

test('what is no JSON is said with its place', () => {
  assert.match(errorsIn('{\n  "version": NaN\n}')[0] ?? '', /^2:14 .*invalid symbol/);
  assert.match(errorsIn('')[0] ?? '', /^1:1 /);
  assert.match(errorsIn('{"version": "1", // no\n}')[0] ?? '', /^1:18 /);
  assert.match(errorsIn('['.repeat(100_000))[0] ?? '', /too deeply/);
});

test('a byte order mark is no part of the file, nor a column of it', () => {
  const { errors } = validatePolicy('\uFEFF{"schemaVersion" 1}');
  assert.deepEqual(errors, validatePolicy('{"schemaVersion" 1}').errors);
});

test('a limit has to be a whole number that is not negative and not infinite', () => {
  for (const max of ['-1', '1.5', '1e999', '"3"', 'null']) {
    const text = `{"version":"1","default":"deny","all_tools":{"limits":[{"counter":"c","window":"day","max":${max}}]}}`;
    assert.match(errorsIn(text)[0] ?? '', /\/all_tools\/limits\/0\/max/, max);
  }
});

test('a key that is there twice is an error at its second place', () => {
  const text = '{"version":"1","default":"deny",\n"tools":{"a":{},\n"a":{}}}';
  assert.deepEqual(errorsIn(text), ['3:1 /tools/a The key "a" is there twice.']);
  const prototype = '{"version":"1","default":"deny","tools":{"__proto__":{},"__proto__":{}}}';
  assert.match(errorsIn(prototype)[0] ?? '', /"__proto__" is there twice/);
});

test('conditions are checked by their operator', () => {
  const wrong = [
    { path: 'amount', op: 'lte', value: 1 },
    { path: 'args.amount', op: 'lte', value: '1' },
    { path: 'args.a', op: 'in', value: 'x' },
    { path: 'args.a', op: 'exists', value: 1 },
    { path: 'args.a', op: 'regex', value: '(?<=a)b' },
    { path: 'args.a', op: 'regex', value: '(a' },
    { path: 'args.a', op: 'like', value: 'x' },
    { path: 'args.a', op: 'eq' },
  ];
  for (const condition of wrong) {
    assert.ok(errorsIn(withTool({ require: [condition] })).length > 0, JSON.stringify(condition));
  }
  assert.deepEqual(
    errorsIn(withTool({ require: [{ path: 'args.a', op: 'regex', value: '^a+$' }] })),
    [],
  );
});

test('contradictions are found', () => {
  const amount = (op: string, value: unknown) => ({ path: 'args.amount', op, value });
  const impossible = withTool({ require: [amount('gt', 5), amount('lte', 5)] });
  assert.match(errorsIn(impossible)[0] ?? '', /\/tools\/a\/require No value of args.amount/);
  const never = withTool({ deny_if: [{ conditions: [amount('eq', 1), amount('eq', 2)] }] });
  assert.match(errorsIn(never)[0] ?? '', /\/tools\/a\/deny_if\/0 .*never denies/);
  const double = withTool({
    limits: [
      { counter: 'c', window: 'day', max: 1 },
      { counter: 'c', window: 'day', max: 2 },
    ],
  });
  assert.match(errorsIn(double)[0] ?? '', /\/tools\/a\/limits\/1 .*two limits/);
  const hidden = '{"version":"1","default":"deny","hide":["a"],"tools":{"a":{}}}';
  assert.match(errorsIn(hidden)[0] ?? '', /is hidden/);
});

test('our own key may not contradict what readers of version 1 do', () => {
  const document = (decision: string, tools: object, hide: string[] = []) =>
    JSON.stringify({
      version: '1',
      default: 'deny',
      hide,
      tools,
      'x-mcp-risk': {
        schemaVersion: '1.0',
        server: 's',
        posture: 'strict',
        default: 'deny',
        classifierVersion: '1',
        tools: { a: { decision, because: '' } },
      },
    });
  assert.match(errorsIn(document('deny', { a: {} }))[0] ?? '', /denied here/);
  assert.match(errorsIn(document('allow', {}))[0] ?? '', /not listed/);
  assert.match(errorsIn(document('allow', {}, ['a']))[0] ?? '', /hidden in/);
  assert.deepEqual(errorsIn(document('ask', {})), []);
  assert.deepEqual(errorsIn(document('hide', {}, ['a'])), []);
});

test('rules and conditions about what the server does not have are found when its tools are given', () => {
  const tools = [classified('a', read, { amount: { type: 'number' } }).definition];
  const text = JSON.stringify({
    version: '1',
    default: 'deny',
    hide: ['gone'],
    tools: {
      a: {
        require: [
          { path: 'args.amount', op: 'lte', value: 1 },
          { path: 'args.price', op: 'lte', value: 1 },
        ],
      },
      toString: {},
    },
  });
  assert.deepEqual(
    validatePolicy(text, tools).errors.map(({ pointer }) => pointer),
    ['/hide/0', '/tools/a/require/1/path', '/tools/toString'],
  );
  assert.deepEqual(validatePolicy(text).errors, []);
});

test('no text makes it throw, and what has no policy has an error', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const { policy, errors } = validatePolicy(text);
      assert.equal(policy === undefined, errors.length > 0);
    }),
  );
});
