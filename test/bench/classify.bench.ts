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
 * input. The three take turns, and the fastest tenth of the rounds counts: other programs only ever slow one
 * down. (The processor time of the thread is counted in steps as long as a round.)
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
      const start = performance.now();
      rounds[name]();
      if (round >= warmUp) times[name].push(performance.now() - start);
    }
  }
  const base = fastest(times.base);
  for (const name of ['base', 'label', 'classify'] as const) {
    const spent = fastest(times[name]);
    const perSecond = Math.round((tools.length / spent) * 1000);
    const ratio = spent / base;
    const goal = ratio > goalRatio || perSecond < goalPerSecond ? 'missed' : 'met';
    const wanted =
      name === 'base' ? '' : ` (goal: ${goalPerSecond}/s, ${goalRatio}x of parsing: ${goal})`;
    console.log(`${name.padEnd(10)} ${perSecond} definitions/s, ${ratio.toFixed(1)}x${wanted}`);
  }
}

const goalRatio = 3;
const goalPerSecond = 20_000;

/** Rounds before the compiler has settled are not counted. */
const warmUp = 15;
const measured = 40;

/** Milliseconds that nine of ten rounds take longer than. */
function fastest(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 10)] ?? Number.NaN;
}

function parsedWords(line: string): number {
  JSON.parse(line);
  return line.split(/\W+/).length;
}
