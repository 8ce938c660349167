import fc from 'fast-check';
import type { Json, JsonObject } from '../../classifier/definition.ts';
import {
  type Condition,
  decisions,
  operators,
  type Policy,
  type Rule,
} from '../../policy/policy.ts';
import { policyOf, rule } from './example.ts';

const names = ['list_items', 'get_item', 'edit_item', 'delete_item', 'pay', 'Pay', 'run.sh', 'a-b'];
const parameters = ['amount', 'force', 'path', 'tags', 'nested'];
const texts = [
  '',
  'a',
  'b',
  '/home/me/x',
  '/home/me/../x',
  '/etc/passwd',
  'DELETE',
  'delete',
  'é',
  '"\\\n',
];
const numbers = [-1, 0, 1, 99.5, 100, 1e9, -0.5];
const patterns = ['^/home/me', '\\.\\.', '^[a-z]+$', '', 'DELETE|DROP', '[0-9]{2}'];

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom(...texts),
  fc.constantFrom(...numbers),
  fc.boolean(),
  fc.constant(null),
);
const argument: fc.Arbitrary<Json> = fc.oneof(
  { weight: 5, arbitrary: scalar },
  fc.array(scalar, { maxLength: 3 }),
  fc.record({ inner: scalar }, { requiredKeys: [] }),
);

/** Arguments of a call: known parameters, often of the wrong type or absent. */
export const randomArguments: fc.Arbitrary<JsonObject> = fc.dictionary(
  fc.constantFrom(...parameters),
  argument,
  { maxKeys: 4 },
);

export const randomCall = fc.record({
  tool: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...names) },
    fc.constantFrom('other', '__proto__'),
  ),
  arguments: randomArguments,
});

function condition(ops: readonly Condition['op'][]): fc.Arbitrary<Condition> {
  const path = fc.constantFrom(...parameters.map((name) => `args.${name}`), 'args.nested.inner');
  return fc
    .constantFrom(...ops)
    .chain((op) => fc.record({ path, op: fc.constant(op), value: valueFor(op) }));
}

function valueFor(op: Condition['op']): fc.Arbitrary<Json> {
  switch (op) {
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return fc.constantFrom(...numbers);
    case 'in':
    case 'not_in':
      return fc.array(scalar, { minLength: 1, maxLength: 3 });
    case 'exists':
      return fc.boolean();
    case 'regex':
      return fc.constantFrom(...patterns.filter((pattern) => pattern !== ''));
    case 'contains':
      return fc.constantFrom(...texts);
    default:
      return scalar;
  }
}

export function randomRule(ops: readonly Condition['op'][] = operators): fc.Arbitrary<Rule> {
  return fc
    .record({
      tool: fc.constantFrom(...names),
      decision: fc.constantFrom(...decisions),
      require: fc.array(condition(ops), { maxLength: 2 }),
      denyIf: fc.array(
        fc.record({
          conditions: fc.array(condition(ops), { minLength: 1, maxLength: 2 }),
          message: fc.constant('Refused.'),
        }),
        { maxLength: 2 },
      ),
    })
    .map(({ tool, ...parts }) => rule(tool, parts));
}

/** Policies without limits. */
export function randomPolicy(ops: readonly Condition['op'][] = operators): fc.Arbitrary<Policy> {
  return fc
    .record({
      rules: fc.uniqueArray(randomRule(ops), { selector: ({ tool }) => tool, maxLength: 6 }),
      default: fc.constantFrom('ask', 'deny'),
    })
    .map(({ rules, ...parts }) => policyOf(rules, parts));
}
