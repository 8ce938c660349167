import { readFileSync } from 'node:fs';
import { Command as Commander, CommanderError, Option } from 'commander';
import { type Command, exitCode } from './command.ts';
import { commands } from './commands/index.ts';
import { packageFile } from './package-root.ts';
import { openTerminal, plain } from './terminal.ts';
import { UserError } from './user-error.ts';

const description = `What can this MCP tool do to me, and what rule should stand in front of it?

Crawls MCP servers, labels each of their tools read, write or destructive with a risk level
and the evidence for it, and recommends the policy that should stand in front of it.`;

/** Only the command that is called is loaded whole; the others need their summary alone. */
async function buildProgram(called: string | undefined): Promise<Commander> {
  const { version } = JSON.parse(readFileSync(packageFile('package.json'), 'utf8'));
  const program = new Commander('mcp-risk')
    .description(description)
    .version(version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: false })
    .addHelpText('after', '\nExample:\n  $ mcp-risk start --offline\n');
  for (const [name, { summary, load }] of Object.entries(commands)) {
    if (name === called) addCommand(program, await load());
    else program.command(name).description(summary);
  }
  return program;
}

function addCommand(program: Commander, command: Command): void {
  const parser = program
    .command(`${command.name} ${command.arguments ?? ''}`.trim())
    .description(command.summary)
    .exitOverride();
  for (const { flags, description, default: value, choices } of command.options) {
    const option = new Option(flags, description);
    if (value !== undefined) option.default(value);
    if (choices) option.choices(choices);
    parser.addOption(option);
  }
  const examples = command.examples.map(([line, does]) => `  $ ${line}\n      ${does}`);
  parser.addHelpText('after', `\nExamples:\n${examples.join('\n')}\n`);
  parser.action(async () => {
    const options = parser.opts();
    const terminal = openTerminal(options.json === true);
    process.exitCode = await command.run({
      args: parser.args,
      options,
      terminal,
      signal: interruption(),
    });
  });
}

/** The first Ctrl-C ends the work in order, the second at once. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(130);
      controller.abort(new UserError('interrupted; run the same command again to go on'));
    });
  }
  return controller.signal;
}

/** By name, so that a start does not load the modules that throw them. */
const knownErrors: Record<string, number> = {
  UserError: exitCode.usage,
  StoreInUseError: exitCode.usage,
  RegistryError: exitCode.unreachable,
  ModelServiceError: exitCode.unreachable,
  StoreUnreachableError: exitCode.unreachable,
};

/** One line for a mistake of the caller, the stack for one of ours. */
function report(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exitCode.fine : exitCode.usage;
    return;
  }
  const code = error instanceof Error ? knownErrors[error.name] : undefined;
  if (code === undefined) throw error;
  process.stderr.write(`mcp-risk: ${plain((error as Error).message, 2000)}\n`);
  process.exitCode = code;
}

// A reader that had enough (`| head`) ends the command, quietly.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCode.fine);
});

try {
  const program = await buildProgram(process.argv[2]);
  await program.parseAsync();
} catch (error) {
  report(error);
}
