import { CommanderError } from 'commander';
import { exitCode } from './command.ts';
import { plain, visible } from './terminal.ts';

/** By name, so that a start does not load the modules that throw them. */
const knownErrors: Record<string, number> = {
  UserError: exitCode.usage,
  StoreInUseError: exitCode.usage,
  RegistryError: exitCode.unreachable,
  ModelServiceError: exitCode.unreachable,
  StoreUnreachableError: exitCode.unreachable,
};

/** How a command that threw ends: one line for a mistake of the caller, the stack for one of ours. */
export function reportError(
  error: unknown,
  interruption: AbortSignal,
): { code: number; text: string } {
  if (error instanceof CommanderError) {
    return { code: error.exitCode === 0 ? exitCode.fine : exitCode.usage, text: '' };
  }
  if (isInterruption(error, interruption)) {
    const text = 'mcp-risk: interrupted; run the same command again to go on\n';
    return { code: exitCode.interrupted, text };
  }
  if (!(error instanceof Error)) return { code: exitCode.fault, text: `${plain(String(error))}\n` };
  const code = knownErrors[error.name];
  if (code !== undefined) return { code, text: `mcp-risk: ${plain(error.message, 2000)}\n` };
  const stack = (error.stack ?? error.message).split('\n').map(visible).join('\n');
  return { code: exitCode.fault, text: `${stack}\n` };
}

function isInterruption(error: unknown, { aborted, reason }: AbortSignal): boolean {
  if (!aborted) return false;
  if (error === reason) return true;
  return error instanceof Error && (error.name === 'AbortError' || error.cause === reason);
}
