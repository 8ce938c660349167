import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ToolDefinition } from '../../classifier/definition.ts';
import { classifierVersion } from '../../classifier/version.ts';
import { type Example, readAbroad, readCorpus, readHeldOut, readWritten } from './corpus.ts';
import { crossValidate, type Judged, judge } from './cross-validate.ts';
import { toSample } from './learn.ts';
import { llmBaseline } from './llm-baseline.ts';
import { isOperationRight, isRiskRight } from './measure.ts';
import { writeFigures } from './methodology.ts';
import { formatReport, type Report, toReport, toScored, type WarningFigures } from './report.ts';
import { isFlagged, readUnseen } from './unseen-attacks.ts';

const figuresFile = join(import.meta.dirname, '../../data/benchmark/figures.json');

/** Definitions with a warning that they try to steer the model. */
function countFlagged(tools: ToolDefinition[]): number {
  return tools.filter(isFlagged).length;
}

function readTools(file: string): ToolDefinition[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => (JSON.parse(line) as { tool: ToolDefinition }).tool);
}

function warningFigures(
  examples: Example[],
  heldOut: Example[],
  poisoned?: string,
  benign?: string,
): WarningFigures | null {
  if (poisoned === undefined && benign === undefined) return null;
  const attacks = poisoned === undefined ? [] : readTools(poisoned);
  const harmless = benign === undefined ? [] : readTools(benign);
  return {
    poisoned: poisoned === undefined ? null : { found: countFlagged(attacks), of: attacks.length },
    benign: benign === undefined ? null : { flagged: countFlagged(harmless), of: harmless.length },
    others: shareFlagged(readUnseen('others', 'attacks')),
    lookAlikes: shareFlagged(readUnseen('others', 'harmless')),
    corpus: shareFlagged(examples),
    heldOut: shareFlagged(heldOut),
    abroad: shareFlagged(readAbroad()),
  };
}

function shareFlagged(some: { tool: ToolDefinition }[]): { flagged: number; of: number } {
  return { flagged: countFlagged(some.map(({ tool }) => tool)), of: some.length };
}

/** The figures of this version where they are written already: those of files outside the project stay. */
function measuredBefore(): Report | undefined {
  const report = JSON.parse(readFileSync(figuresFile, 'utf8')) as Report;
  return report.classifierVersion === classifierVersion ? report : undefined;
}

/** Each wrong operation or risk, for reading by hand. */
function errorLines(judged: Judged[]): string[] {
  return judged.flatMap(({ sample, decision }) => {
    const row = toScored({ sample, decision });
    const { label } = row;
    const lines: string[] = [];
    if (!isOperationRight(row)) lines.push(`${label.operation} answered as ${decision.operation}`);
    if (!isRiskRight(row)) lines.push(`risk ${label.risk} answered as ${decision.risk}`);
    return lines.map((line) => `${line}: ${sample.example.id} (${decision.rationale})`);
  });
}

const usage =
  'npm run evaluate -- [--json] [--errors] [--poisoned FILE] [--benign FILE] [--llm] [--llm-max-tokens N]';

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      errors: { type: 'boolean', default: false },
      poisoned: { type: 'string' },
      benign: { type: 'string' },
      llm: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      'llm-max-tokens': { type: 'string', default: '10000000' },
    },
  });
  if (values.help) {
    console.log(usage);
    process.exit();
  }
  const examples = readCorpus();
  const heldOut = readHeldOut();
  const judged = crossValidate(examples.map(toSample), readWritten().map(toSample));
  const models = values.llm ? [await llmBaseline(examples, values['llm-max-tokens'])] : [];
  const warnings =
    warningFigures(examples, heldOut, values.poisoned, values.benign) ??
    measuredBefore()?.warnings ??
    null;
  const report = toReport(
    judged,
    heldOut.map((example) => judge(toSample(example))),
    readAbroad().map((example) => judge(toSample(example))),
    warnings,
    models,
  );
  const stored = `${JSON.stringify(report, null, 2)}\n`;
  writeFileSync(`${figuresFile}.new`, stored);
  renameSync(`${figuresFile}.new`, figuresFile);
  writeFigures(report);
  console.log(values.json ? stored : formatReport(report));
  if (values.errors) console.log(errorLines(judged).join('\n'));
}
