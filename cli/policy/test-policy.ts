import { readFile } from 'node:fs/promises';
import { evaluateRequest } from '../../policy/evaluate-request.ts';
import { isObject, own } from '../../policy/json.ts';
import type { Policy } from '../../policy/policy.ts';
import { validatePolicy } from '../../policy/validate.ts';
import { type CommandCall, type ExitCode, exitCode } from '../command.ts';
import { fileError } from '../file-error.ts';
import { plain } from '../terminal.ts';
import { UserError } from '../user-error.ts';

const callShape = '{"name": "a_tool", "arguments": {}}, or a JSON-RPC request or batch';

/**
 * Prints what a `policy.json` decides about each call of a file, and why. The answer is the result: `deny` ends with
 * code 0 too.
 */
export async function testPolicy(
  { options, terminal }: CommandCall,
  policyFile: string,
  callFile: string | undefined,
): Promise<ExitCode> {
  if (callFile === undefined) throw new UserError('say "policy test FILE CALL": which call?');
  const policy = policyOf(policyFile, await textOf(policyFile));
  const verdicts = evaluateRequest(policy, requestOf(callFile, await textOf(callFile)));
  if (options.json) {
    terminal.printJson(verdicts.map(({ tool, decision, reason }) => ({ tool, decision, reason })));
    return exitCode.fine;
  }
  for (const { tool, decision, reason } of verdicts) {
    const named = tool === undefined ? '' : `${plain(tool)}: `;
    terminal.print(`${decision.padEnd(5)}  ${named}${plain(reason)}`);
  }
  return exitCode.fine;
}

async function textOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error) => {
    throw fileError('read', file, error);
  });
  return text.replace(/^\uFEFF/, '');
}

function policyOf(file: string, text: string): Policy {
  const { policy, errors } = validatePolicy(text);
  if (policy) return policy;
  const [first] = errors;
  const where = first ? `${first.line}:${first.column}: ${plain(first.message)}` : '';
  throw new UserError(
    `${plain(file)}:${where} For each error: mcp-risk policy validate ${plain(file)}`,
  );
}

/** JSON-RPC as it is; of a bare `{name, arguments}` the request, with its text unchanged inside. */
function requestOf(file: string, text: string): string {
  const value = jsonOf(file, text);
  if (Array.isArray(value) && value.length > 0) return text;
  if (isObject(value) && own(value, 'method') !== undefined) return text;
  if (isObject(value) && own(value, 'name') !== undefined) {
    return `{"jsonrpc":"2.0","method":"tools/call","params":${text}}`;
  }
  throw new UserError(`${plain(file)} holds no call: give ${callShape}`);
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(`${plain(file)} is no JSON: give ${callShape}`);
  }
}
