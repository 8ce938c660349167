import { Command as Commander, Option } from 'commander';
import { exitCode } from './command.ts';
import { commands, type NamedCommand } from './commands/index.ts';
import { overview } from './overview.ts';
import { packageVersion } from './package-version.ts';
import { reportError } from './report-error.ts';
import { jsonText, openTerminal, uncommanded } from './terminal.ts';

const interruption = new AbortController();

/** Only the command that is called is loaded whole; of the others the name is known. */
async function buildProgram(called: string | undefined): Promise<Commander> {
  const program = new Commander('mcp-risk')
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError('(add --help for the options, with examples)')
    .configureHelp({ showGlobalOptions: false });
  program.helpInformation = overview;
  for (const [name, { summary, load }] of Object.entries(commands)) {
    if (name === called) addCommand(program, { name, summary, ...(await load()) });
    else program.command(name);
  }
  return program;
}

function addCommand(program: Commander, command: NamedCommand): void {
  const parser = program
    .command(`${command.name} ${command.arguments ?? ''}`.trim())
    .description(command.summary)
    .exitOverride();
  for (const { flags, description, default: value, choices, isList } of command.options) {
    const option = new Option(flags, description);
    if (value !== undefined) option.default(value);
    if (choices) option.choices(choices);
    if (isList) option.argParser((value, before: string[] = []) => [...before, value]);
    parser.addOption(option);
  }
  const examples = command.examples.map(([line, does]) => `  $ ${line}\n      ${does}`);
  const notes = (command.notes ?? []).map((note) => `\n${parser.createHelp().boxWrap(note, 80)}\n`);
  parser.addHelpText('after', `\nExamples:\n${examples.join('\n')}\n${notes.join('')}`);
  parser.action(async () => {
    const options = parser.opts();
    const terminal = openTerminal(options.json === true);
    process.exitCode = await command.run({
      args: parser.args,
      options,
      terminal,
      signal: listenForInterruption(),
    });
  });
}

/** The first Ctrl-C ends the work in order, the second at once. */
function listenForInterruption(): AbortSignal {
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (interruption.signal.aborted) process.exit(exitCode.interrupted);
      interruption.abort();
    });
  }
  return interruption.signal;
}

/** A fault outside the command's own promise ends like one in it. */
process.on('uncaughtException', (error) => {
  end(error);
  process.exit();
});

function end(error: unknown): void {
  const { code, text, message } = reportError(error, interruption.signal);
  process.stderr.write(uncommanded(text));
  // Who reads results as JSON gets the failure as JSON too.
  if (code !== exitCode.fine && process.argv.includes('--json'))
    process.stdout.write(`${jsonText({ error: { code, message } })}\n`);
  process.exitCode = code;
}

// A reader that had enough (`| head`) ends the command, quietly; of what is only told nobody need read a word.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(process.exitCode ?? exitCode.fine);
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  const args = process.argv.slice(2);
  const called = args[0] === 'help' ? args[1] : args[0];
  const program = await buildProgram(called);
  // An unknown name alone is refused; with --help behind it the help of all would be printed.
  const isUnknown = called && !/^-|^help$/.test(called) && !Object.hasOwn(commands, called);
  await program.parseAsync(isUnknown ? [called] : args, { from: 'user' });
} catch (error) {
  end(error);
}
