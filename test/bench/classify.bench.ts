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

/** Prints definitions a second on one thread, and the ratio to JSON.parse + splitting into words. */
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
  const best = {
    base: Number.POSITIVE_INFINITY,
    label: Number.POSITIVE_INFINITY,
    classify: Number.POSITIVE_INFINITY,
  };
  for (let round = 0; round < 4; round++) {
    for (const name of ['base', 'label', 'classify'] as const) {
      const start = performance.now();
      rounds[name]();
      best[name] = Math.min(best[name], performance.now() - start);
    }
  }
  for (const name of ['base', 'label', 'classify'] as const) {
    const perSecond = Math.round((tools.length / best[name]) * 1000);
    console.log(
      `${name.padEnd(10)} ${perSecond} definitions/s, ${(best[name] / best.base).toFixed(1)}x of parsing (goal: 20000/s, 3x)`,
    );
  }
}

function parsedWords(line: string): number {
  JSON.parse(line);
  return line.split(/\W+/).length;
}
