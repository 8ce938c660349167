import { type Command, exitCode, jsonOption } from '../command.ts';
import { plain } from '../terminal.ts';
import { UserError } from '../user-error.ts';

export const classify: Command = {
  name: 'classify',
  summary: 'label tools: of the store, or of a file of definitions',
  options: [
    {
      flags: '--in <file>',
      description: 'definitions to label, one JSON object a line; - is standard input',
    },
    {
      flags: '--out <file>',
      description: 'where their labels go; - is standard output',
      default: '-',
    },
    jsonOption,
  ],
  examples: [
    ['mcp-risk classify', 'labels every definition in the store that has no label yet'],
    [
      'mcp-risk classify --in definitions.jsonl --out labels.jsonl',
      'labels {"id", "server", "tool"} lines; needs no store and no network',
    ],
  ],
  async run({ options, terminal, signal }) {
    const { in: input, out: output } = options;
    if (typeof input === 'string') {
      return classifyFile(input, String(output), terminal.note);
    }
    if (output !== '-') throw new UserError('--out goes with --in: which definitions?');
    const { withStore } = await import('../store.ts');
    const { classifyStore } = await import('../steps/classify.ts');
    const result = await withStore((store) => classifyStore(store, { signal }));
    terminal.print(options.json ? JSON.stringify(result) : `${result.judged} definitions labelled`);
    return exitCode.fine;
  },
};

async function classifyFile(input: string, output: string, note: (line: string) => void) {
  const { classifyLines } = await import('../classify-lines.ts');
  const { malformed } = await classifyLines(input, output, ({ line, reason }) => {
    process.stderr.write(`${plain(input)}: line ${line}: ${reason}\n`);
  });
  if (malformed === 0) return exitCode.fine;
  note(`${malformed} malformed lines left out`);
  return exitCode.usage;
}
