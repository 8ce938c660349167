import { CommanderError } from 'commander';
import { exitCode } from './command.ts';
import { plain, visible } from './terminal.ts';

/** By name, so that a start does not load the modules that throw them. */
const knownErrors: Record<string, number> = {
  UserError: exitCode.usage,
  StoreInUseError: exitCode.usage,
  RegistryError: exitCode.unreachable,
  StoreUnreachableError: exitCode.unreachable,
};

/** How a command ends that threw. */
export interface ErrorReport {
  code: number;
  /** For standard error: one line for a mistake of the caller, the stack for one of ours. */
  text: string;
  /** What is wrong, for a program. */
  message: string;
}

/** What is told of an error, and the exit code it ends with; `interruption` tells an interrupted command apart. */
export function reportError(error: unknown, interruption: AbortSignal): ErrorReport {
  if (error instanceof CommanderError) {
    const code = error.exitCode === 0 ? exitCode.fine : exitCode.usage;
    return { code, text: '', message: plain(error.message) };
  }
  if (isInterruption(error, interruption)) {
    return told(exitCode.interrupted, 'interrupted; run the same command again to go on');
  }
  if (!(error instanceof Error)) {
    const message = plain(String(error));
    return { code: exitCode.fault, text: `${message}\n`, message };
  }
  const message = plain(error.message, 2000);
  const code = knownErrors[error.name];
  if (code !== undefined) return told(code, message);
  const stack = (error.stack ?? error.message).split('\n').map(visible).join('\n');
  return { code: exitCode.fault, text: `${stack}\n`, message };
}

function told(code: number, message: string): ErrorReport {
  return { code, text: `mcp-risk: ${message}\n`, message };
}

function isInterruption(error: unknown, { aborted, reason }: AbortSignal): boolean {
  if (!aborted) return false;
  if (error === reason) return true;
  return error instanceof Error && (error.name === 'AbortError' || error.cause === reason);
}
