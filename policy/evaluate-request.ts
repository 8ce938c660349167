import { getNodeValue, type ParseError, parseTree } from 'jsonc-parser';
import { duplicateKeys, isDeeperThan } from './duplicate-keys.ts';
import { evaluate, type History, type Verdict } from './evaluate.ts';
import { isObject, own } from './json.ts';
import type { Policy } from './policy.ts';

const deepest = 200;

/** What is decided about one message of a request. */
export interface MessageVerdict extends Verdict {
  /** The tool that it calls, where it calls one. */
  tool?: string;
}

/**
 * What is decided about one JSON-RPC text on its way to a server: a verdict for each message of a batch.
 * A text that two readers could take for different calls is denied as a whole.
 */
export function evaluateRequest(
  policy: Policy,
  text: string,
  history: History = {},
): MessageVerdict[] {
  if (isDeeperThan(text, deepest)) return [denied('The message is nested too deeply.')];
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  if (!root || errors.length > 0) return [denied('The message is no JSON.')];
  if (duplicateKeys(root).length > 0) return [denied('A key of the message is there twice.')];
  const value: unknown = getNodeValue(root);
  const messages = Array.isArray(value) ? value : [value];
  if (messages.length === 0) return [denied('The batch is empty.')];
  const counts = new Map(history.counts);
  return messages.map((message) => {
    const verdict = verdictOn(policy, message, { ...history, counts });
    for (const key of verdict.counters) counts.set(key, (counts.get(key) ?? 0) + 1);
    return verdict;
  });
}

function verdictOn(policy: Policy, message: unknown, history: History): MessageVerdict {
  if (!isObject(message)) return denied('A message has to be an object.');
  const method = own(message, 'method');
  if (method === undefined && isAnswer(message)) return passed('It is an answer, no call.');
  if (typeof method !== 'string') return denied('The method has to be a text.');
  if (method.trim().normalize('NFKC').toLowerCase() !== 'tools/call') {
    return passed('It calls no tool.');
  }
  const params = own(message, 'params');
  const tool = isObject(params) ? own(params, 'name') : undefined;
  const args = isObject(params) ? (own(params, 'arguments') ?? {}) : undefined;
  if (method !== 'tools/call' || typeof tool !== 'string' || !isObject(args)) {
    return denied('It calls a tool in a way that the protocol does not know.');
  }
  return { tool, ...evaluate(policy, { tool, arguments: args }, history) };
}

function isAnswer(message: object): boolean {
  return Object.hasOwn(message, 'result') || Object.hasOwn(message, 'error');
}

function denied(reason: string): Verdict {
  return { decision: 'deny', reason, counters: [] };
}

function passed(reason: string): Verdict {
  return { decision: 'allow', reason, counters: [] };
}
