import type { Client } from '../../policy/client.ts';
import { evaluate, type ToolCall } from '../../policy/evaluate.ts';
import { policyOf, rule } from '../policy/example.ts';
import { alias, toolNames } from './recorded-tools.ts';

/** A rule of each kind. */
export const policy = policyOf([
  rule('list.items'),
  rule('edit_item', { decision: 'ask' }),
  rule('delete_item', { decision: 'deny' }),
  rule('pay', {
    denyIf: [{ conditions: [{ path: 'args.amount', op: 'eq', value: 500 }], message: 'Too much.' }],
  }),
]);

/** What the model asks for: each tool with each of these arguments. */
export const argumentSets = [{}, { amount: 50 }, { amount: 500 }];

export const allCalls: ToolCall[] = toolNames.flatMap((tool) =>
  argumentSets.map((args) => ({ tool, arguments: args })),
);

/** The calls that should reach the server where nobody can be asked: allowed by the policy, and not lost. */
export function expectedCalls({ writePolicy }: Client): ToolCall[] {
  const { losses } = writePolicy(policy, alias);
  const lost = new Set(losses.map(({ tool }) => tool));
  return allCalls.filter(
    (call) => !lost.has(call.tool) && evaluate(policy, call).decision === 'allow',
  );
}
