import { classify } from '../../classifier/classify.ts';
import { decide } from '../../classifier/decide.ts';
import type { ToolDefinition } from '../../classifier/definition.ts';
import { findSignals } from '../../classifier/find-signals.ts';
import { predict, trained } from '../../classifier/model/predict.ts';
import { readText } from '../../classifier/text.ts';
import { readCorpus } from '../evaluate/corpus.ts';

/** Label without hash and warnings: what judging costs by itself. */
function label(tool: ToolDefinition): void {
  const text = readText(tool);
  const hits = findSignals(text);
  decide(hits, predict(trained, text.reading, hits));
}

/**
 * Prints definitions a second on one thread, and the ratio to JSON.parse + splitting into words of the same
 * input. Counts the time of this thread on the processor, so that other programs hardly disturb it.
 */
export async function run(): Promise<void> {
  const tools = readCorpus()
    .slice(0, 600)
    .map(({ tool }) => tool);
  const lines = tools.map((tool) => JSON.stringify(tool));
  const parse = () => lines.reduce((words, line) => words + parsedWords(line), 0);
  const rounds = {
    base: parse,
    label: () => tools.map(label),
    classify: () => tools.map((tool) => classify(tool, { definitionHash: '' })),
  };
  const times = { base: [] as number[], label: [] as number[], classify: [] as number[] };
  for (let round = 0; round < warmUp + measured; round++) {
    for (const name of ['base', 'label', 'classify'] as const) {
      const start = process.threadCpuUsage().user;
      rounds[name]();
      if (round >= warmUp) times[name].push((process.threadCpuUsage().user - start) / 1000);
    }
  }
  const base = median(times.base);
  for (const name of ['base', 'label', 'classify'] as const) {
    const spent = median(times[name]);
    const perSecond = Math.round((tools.length / spent) * 1000);
    console.log(
      `${name.padEnd(10)} ${perSecond} definitions/s, ${(spent / base).toFixed(1)}x of parsing (goal: 20000/s, 3x)`,
    );
  }
}

/** Rounds before the compiler has settled are not counted; of the others the median is. */
const warmUp = 15;
const measured = 15;

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function parsedWords(line: string): number {
  JSON.parse(line);
  return line.split(/\W+/).length;
}
