import type { Classification } from '../../classifier/classification.ts';
import type { ToolDefinition } from '../../classifier/definition.ts';
import type { BadLine } from '../classify-lines.ts';
import { type Command, type CommandCall, type ExitCode, exitCode, jsonOption } from '../command.ts';
import { llmBatchOption, llmConcurrency, llmOptions } from '../llm-options.ts';
import type { Llm } from '../open-llm.ts';
import type { OverrideReport } from '../steps/classify.ts';
import { counted, plain } from '../terminal.ts';
import { UserError } from '../user-error.ts';

export const classify: Command = {
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
    ...llmOptions,
    llmBatchOption,
    jsonOption,
  ],
  examples: [
    ['mcp-risk classify', 'labels every definition in the store that has no label yet'],
    [
      'mcp-risk classify --in definitions.jsonl --out labels.jsonl',
      'labels {"id", "server", "tool"} lines; needs no store and no network',
    ],
    [
      'mcp-risk classify --llm uncertain --llm-model qwen3',
      'asks the model at OPENAI_BASE_URL about labels below 0.8',
    ],
  ],
  notes: [
    'A line of --in is {"id", "server", "tool"}: id (text, required) comes back with the label; server is for you and is not read; tool (required) is an entry of a tools/list answer: name (text that is not empty, required), description, inputSchema (none: takes no parameter), outputSchema, annotations, title.',
    'A line of --out is {"id", "definitionHash", "classifierVersion", "operation", "risk", "capabilities", "confidence", "decidedBy", "evidence", "warnings", "rationale"}, in the order of --in; confidence is that of the operation, and the hash is of the definition as it was judged.',
    'A malformed line is told with its number on standard error and has no label; the others have theirs, and the exit code is 2.',
  ],
  async run(call) {
    const { in: input, out: output } = call.options;
    if (typeof input !== 'string' && output !== '-') {
      throw new UserError('--out goes with --in: which definitions?');
    }
    const llm = await openSecondOpinion(call);
    return typeof input === 'string'
      ? classifyFile(call, input, String(output), llm)
      : classifyCatalog(call, llm);
  },
};

async function openSecondOpinion(call: CommandCall): Promise<Llm | undefined> {
  const { llm, llmBatch, in: input } = call.options;
  if (llmBatch && llm === 'off')
    throw new UserError('--llm-batch goes with --llm uncertain or all');
  if (llmBatch && input === '-')
    throw new UserError('--llm-batch reads twice: name a file by --in');
  if (llm === 'off') return undefined;
  const [{ openLlm }, { homeDirectory }] = await Promise.all([
    import('../open-llm.ts'),
    import('../../db/home.ts'),
  ]);
  return openLlm(call, homeDirectory());
}

async function classifyFile(
  call: CommandCall,
  input: string,
  output: string,
  llm: Llm | undefined,
): Promise<ExitCode> {
  const { classifyLines, readRequests } = await import('../classify-lines.ts');
  const { classify } = await import('../../classifier/classify.ts');
  const judgeOwn = (tool: ToolDefinition) => classify(tool);
  const opinion = llm?.opinion;
  if (llm?.askInBatch) {
    await llm.askInBatch(
      uncertainOf(
        readRequests(input, () => {}),
        judgeOwn,
        llm.opinion.below,
      ),
    );
  }
  const judging = opinion && {
    judge: (tool: ToolDefinition) => opinion.improve(tool, judgeOwn(tool)),
    concurrency: llmConcurrency,
  };
  const name = input === '-' ? 'standard input' : plain(input);
  const onBadLine = ({ line, column, reason }: BadLine) => {
    const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
    call.terminal.note(`${name}: ${place}: ${reason}`);
  };
  const { classified, malformed } = await classifyLines(input, output, onBadLine, judging);
  const code = await noteOpinion(call, llm);
  const leftOut = malformed > 0 ? `, ${counted(malformed, 'malformed line')} left out` : '';
  // Standard output holds the labels where no file does.
  if (call.options.json && output !== '-')
    call.terminal.printJson({ labelled: classified, malformed });
  call.terminal.note(`${counted(classified, 'definition')} labelled${leftOut}`);
  return malformed > 0 ? exitCode.usage : code;
}

async function* uncertainOf(
  requests: AsyncIterable<{ tool: ToolDefinition }>,
  judge: (tool: ToolDefinition) => Classification,
  below: number,
) {
  for await (const { tool } of requests) {
    const { definitionHash, confidence } = judge(tool);
    if (confidence < below) yield { hash: definitionHash, definition: tool };
  }
}

async function classifyCatalog(call: CommandCall, llm: Llm | undefined): Promise<ExitCode> {
  const { options, terminal, signal } = call;
  const { withStore } = await import('../store.ts');
  const { classifyStore, uncertainDefinitions } = await import('../steps/classify.ts');
  const { judged, overrides } = await withStore(signal, async (store) => {
    if (!llm?.askInBatch) return classifyStore(store, { signal, opinion: llm?.opinion });
    const first = await classifyStore(store, { signal });
    await llm.askInBatch(uncertainDefinitions(store, llm.opinion.below));
    const second = await classifyStore(store, { signal, opinion: llm.opinion });
    return { ...second, judged: first.judged };
  });
  if (options.json) {
    const secondOpinion = llm && { secondOpinion: llm.opinion.summary() };
    terminal.printJson({ judged, overrides, ...secondOpinion });
  } else {
    terminal.print(`${counted(judged, 'definition')} labelled`);
    for (const line of overrideLines(overrides)) terminal.print(line);
  }
  return noteOpinion(call, llm);
}

/** Labels are made whatever the service does; that it could not be asked is worth an exit code. */
async function noteOpinion({ terminal }: CommandCall, llm: Llm | undefined): Promise<ExitCode> {
  if (llm === undefined) return exitCode.fine;
  const { opinionLines } = await import('../open-llm.ts');
  const summary = llm.opinion.summary();
  for (const line of opinionLines(summary)) terminal.note(line);
  const { asked, failed, stopped } = summary;
  const isDown = stopped?.by === 'service' || (asked > 0 && failed === asked);
  return isDown ? exitCode.unreachable : exitCode.fine;
}

function overrideLines({ applied, agreed, unmatched }: OverrideReport): string[] {
  const lines = applied.length > 0 ? [`${applied.length} labels set by review`] : [];
  for (const hash of agreed) lines.push(`review of ${hash}: the classifier agrees by now`);
  for (const hash of unmatched) lines.push(`review of ${hash}: no definition in the store has it`);
  return lines;
}
