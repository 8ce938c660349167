import type { Terminal } from './terminal.ts';

/** Exit codes of every command; a `fault` is ours (EX_SOFTWARE of sysexits.h), so that it never looks like findings. */
export const exitCode = {
  fine: 0,
  findings: 1,
  usage: 2,
  unreachable: 3,
  fault: 70,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

export interface CommandOption {
  /** Commander's notation: `--all`, `-p, --port <number>`. */
  flags: string;
  description: string;
  default?: string | boolean;
  choices?: readonly string[];
  /** May be given more than once: its value is the list. */
  isList?: boolean;
}

/** One command: parsed by commander, shown by `--help` and docs/cli.md. Heavy imports belong into `run`. */
export interface Command {
  /** Commander's notation of the arguments: `[server...]`. */
  arguments?: string;
  /** What the first argument can be, where it is one of a few words. */
  firstWords?: readonly string[];
  options: CommandOption[];
  /** Command lines that work, with what they do. */
  examples: [string, string][];
  /** What its files look like and what else a user should know: paragraphs without line breaks. */
  notes?: readonly string[];
  run(call: CommandCall): Promise<ExitCode>;
}

export interface CommandCall {
  args: string[];
  options: Record<string, string | boolean | string[] | undefined>;
  terminal: Terminal;
  /** Aborted by the first Ctrl-C; the second ends the process. */
  signal: AbortSignal;
}

/** Every command's result as JSON on standard output instead of text. */
export const jsonOption: CommandOption = {
  flags: '--json',
  description: 'print the result as JSON on standard output',
};
