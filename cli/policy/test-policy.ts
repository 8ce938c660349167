import { readFile } from 'node:fs/promises';
import { text as textFrom } from 'node:stream/consumers';
import { withoutByteOrderMark } from '../../classifier/without-byte-order-mark.ts';
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
 * Prints what a `policy.json` decides about each call of a file (`-`: of standard input), and why. The answer is the
 * result: `deny` ends with code 0 too.
 */
export async function testPolicy(
  { options, terminal }: CommandCall,
  policyFile: string,
  callFile: string | undefined,
): Promise<ExitCode> {
  if (callFile === undefined) throw new UserError('say "policy test FILE CALL": which call?');
  const policy = policyOf(policyFile, await textOf(policyFile));
  const [name, text] =
    callFile === '-'
      ? ['standard input', await textFrom(process.stdin)]
      : [callFile, await textOf(callFile)];
  const verdicts = evaluateRequest(policy, requestOf(name, withoutByteOrderMark(text)));
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

function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error) => {
    throw fileError('read', file, error);
  });
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
function requestOf(name: string, text: string): string {
  const value = jsonOf(name, text);
  if (Array.isArray(value) && value.length > 0) return text;
  if (isObject(value) && own(value, 'method') !== undefined) return text;
  if (isObject(value) && own(value, 'name') !== undefined) {
    return `{"jsonrpc":"2.0","method":"tools/call","params":${text}}`;
  }
  throw new UserError(`${plain(name)} holds no call: give ${callShape}`);
}

function jsonOf(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(`${plain(name)} is no JSON: give ${callShape}`);
  }
}
