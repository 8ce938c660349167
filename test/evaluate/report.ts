import { floorOf } from '../../classifier/decide.ts';
import { findSignals } from '../../classifier/find-signals.ts';
import { capabilities, operations, risks } from '../../classifier/taxonomy.ts';
import { readText } from '../../classifier/text.ts';
import { classifierVersion } from '../../classifier/version.ts';
import { annotationBaseline, verbBaseline } from './baselines.ts';
import { type Interval, intervals } from './bootstrap.ts';
import type { Example } from './corpus.ts';
import type { Judged } from './cross-validate.ts';
import {
  type Confusion,
  capabilityCounts,
  confusionOf,
  type Figures,
  measure,
  type Scored,
} from './measure.ts';

/** What `npm run evaluate` found: data/benchmark/figures.json, read by the methodology page. */
export interface Report {
  schemaVersion: '1.0';
  classifierVersion: string;
  definitions: number;
  servers: number;
  /** Operators or products; none of them is in training and test at once. */
  groups: number;
  figures: Figures;
  intervals: Record<keyof Figures, Interval | null>;
  /** The same answers on the first set alone. */
  firstSet: SetFigures;
  /** The shipped weights on servers that neither training nor the writing of a signal has seen. */
  heldOut: SetFigures;
  /** The shipped weights on written definitions in other languages that nothing has learnt from. */
  abroad: SetFigures;
  baselines: { name: string; figures: Figures }[];
  /** Rows are labels, columns answers. */
  confusion: Confusion;
  capabilities: { name: string; hit: number; extra: number; missed: number }[];
  /** Decisive signals: definitions where one fired, and where its floor is not above any accepted label. */
  floors: { fired: number; right: number };
  warnings: WarningFigures | null;
}

export interface SetFigures {
  definitions: number;
  servers: number;
  figures: Figures;
  intervals: Record<keyof Figures, Interval | null>;
}

/** Warnings of class `poisoning`; the first two on files that are not part of the project. */
export interface WarningFigures {
  poisoned: { found: number; of: number } | null;
  benign: { flagged: number; of: number } | null;
  /** `data/attacks/others.jsonl`: attacks by writers who knew neither the detector nor what it learns from. */
  others: { flagged: number; of: number };
  /** Harmless definitions by the same writers, made to resemble those. */
  lookAlikes: { flagged: number; of: number };
  corpus: { flagged: number; of: number };
  heldOut: { flagged: number; of: number };
  abroad: { flagged: number; of: number };
}

/** `heldOut`: judged by the shipped weights. `models`: what models answered by themselves, beside the other baselines. */
export function toReport(
  judged: Judged[],
  heldOut: Judged[],
  abroad: Judged[],
  warnings: WarningFigures | null,
  models: { name: string; rows: Scored[] }[] = [],
): Report {
  const rows = judged.map(toScored);
  const examples = judged.map(({ sample }) => sample.example);
  return {
    schemaVersion: '1.0',
    classifierVersion,
    definitions: rows.length,
    servers: new Set(examples.map(({ server }) => server)).size,
    groups: new Set(examples.map(({ group }) => group)).size,
    figures: measure(rows),
    intervals: intervals(rows),
    firstSet: figuresOf(judged.filter(({ sample }) => sample.example.set === 'first')),
    heldOut: figuresOf(heldOut),
    abroad: figuresOf(abroad),
    baselines: [
      {
        name: 'verb in the name',
        figures: measure(baseline(examples, (tool) => verbBaseline(tool))),
      },
      {
        name: "author's annotations",
        figures: measure(baseline(examples, (tool) => annotationBaseline(tool))),
      },
      ...models.map(({ name, rows: answered }) => ({ name, figures: measure(answered) })),
    ],
    confusion: confusionOf(rows),
    capabilities: capabilities.map((name) => ({ name, ...capabilityCounts(rows, name) })),
    floors: floors(examples),
    warnings,
  };
}

function figuresOf(judged: Judged[]): SetFigures {
  const rows = judged.map(toScored);
  return {
    definitions: rows.length,
    servers: new Set(rows.map(({ server }) => server)).size,
    figures: measure(rows),
    intervals: intervals(rows),
  };
}

export function toScored({ sample, decision }: Judged): Scored {
  return { label: sample.example.label, answer: decision, server: sample.example.server };
}

function baseline(
  examples: Example[],
  answer: (tool: Example['tool']) => Scored['answer']['operation'],
): Scored[] {
  return examples.map(({ label, server, tool }) => ({
    label,
    server,
    answer: { operation: answer(tool) },
  }));
}

function floors(examples: Example[]): Report['floors'] {
  let fired = 0;
  let right = 0;
  for (const { label, tool } of examples) {
    const hits = findSignals(readText(tool)).filter(({ signal }) => signal.strength === 'decisive');
    if (hits.length === 0) continue;
    const floor = floorOf(hits);
    const worst = Math.max(
      ...[label.operation, ...label.accept].map((name) => operations.indexOf(name)),
    );
    const gravest = Math.max(
      ...[label.risk, ...label.risk_accept].map((name) => risks.indexOf(name)),
    );
    fired += 1;
    if (operations.indexOf(floor.operation) <= worst && risks.indexOf(floor.risk) <= gravest)
      right += 1;
  }
  return { fired, right };
}

interface Goal {
  key: keyof Figures;
  title: string;
  /** The best or the worst that is good enough. */
  least?: number;
  most?: number;
}

const goals: Goal[] = [
  { key: 'operationMacroF1', title: 'operation, macro-F1', least: 0.97 },
  { key: 'destructiveRecall', title: 'recall of destructive', least: 0.98 },
  { key: 'riskExact', title: 'risk, exact', least: 0.9 },
  { key: 'twoLevelsTooLow', title: 'risk two levels too low', most: 0 },
  { key: 'capabilityMicroF1', title: 'capabilities, micro-F1', least: 0.9 },
  { key: 'calibrationError', title: 'calibration error (10 bins)', most: 0.05 },
];

function isMet({ key, least = -Infinity, most = Infinity }: Goal, figures: Figures): boolean {
  const value = figures[key];
  return value !== null && value >= least && value <= most;
}

function missedLine(figures: Figures, rows: string): string {
  const missed = goals.filter((goal) => !isMet(goal, figures)).map(({ title }) => title);
  return `Goals missed on ${rows}: ${missed.length === 0 ? 'none' : missed.join('; ')}.`;
}

/** The report as a table in Markdown, as the terminal and docs/METHODOLOGY.md show it. */
export function formatReport(report: Report): string {
  const names = report.baselines.map(({ name }) => name);
  const lines = [
    `${report.definitions} definitions of ${report.servers} servers, cross-validated by operator (${report.groups} groups); classifier ${report.classifierVersion}.`,
    `First set: its ${report.firstSet.definitions} definitions of ${report.firstSet.servers} servers alone, held out in the same way.`,
    `Never seen: ${report.heldOut.definitions} definitions of ${report.heldOut.servers} servers that neither training nor the writing of a signal has seen.`,
    `Abroad: ${report.abroad.definitions} definitions in nine languages, written to measure, that nothing has learnt from.`,
    '',
    `| figure | goal | ours | 95 % interval | first set | 95 % interval | never seen | 95 % interval | abroad | 95 % interval | ${names.join(' | ')} |`,
    `|---|---|---|---|---|---|---|---|---|---|${names.map(() => '---|').join('')}`,
  ];
  for (const { key, title, least, most } of goals) {
    const { firstSet, heldOut, abroad } = report;
    const format = key === 'twoLevelsTooLow' ? count : share;
    const goal = least === undefined ? `<= ${most}` : `>= ${least.toFixed(2)}`;
    const range = (interval: Interval | null) =>
      interval === null ? '' : `${format(interval[0])} to ${format(interval[1])}`;
    const ours = [report, firstSet, heldOut, abroad].map(
      ({ figures, intervals: ranges }) => `${format(figures[key])} | ${range(ranges[key])}`,
    );
    const others = report.baselines.map(({ figures }) => format(figures[key]));
    lines.push(`| ${[title, goal, ...ours, ...others].join(' | ')} |`);
  }
  lines.push(
    '',
    missedLine(report.figures, 'all definitions'),
    missedLine(report.firstSet.figures, 'the first set'),
    missedLine(report.heldOut.figures, 'servers never seen'),
    missedLine(report.abroad.figures, 'other languages'),
  );
  lines.push('', '| label, answered as | read | write | destructive |', '|---|---|---|---|');
  for (const name of operations) {
    lines.push(
      `| ${name} | ${operations.map((answer) => report.confusion[name][answer]).join(' | ')} |`,
    );
  }
  lines.push('', '| capability | found | too much | missed |', '|---|---|---|---|');
  for (const { name, hit, extra, missed } of report.capabilities) {
    lines.push(`| ${name} | ${hit} | ${extra} | ${missed} |`);
  }
  lines.push(
    '',
    `Floors: ${report.floors.right} of ${report.floors.fired} definitions with a decisive signal have a label that allows it.`,
  );
  if (report.warnings !== null) lines.push(...warningLines(report.warnings));
  return lines.join('\n');
}

function warningLines(warnings: WarningFigures): string[] {
  const { poisoned, benign, others, lookAlikes, corpus, heldOut, abroad } = warnings;
  const lines = [''];
  if (poisoned !== null)
    lines.push(
      `Poisoning warnings, on published attacks: ${poisoned.found} of ${poisoned.of} found (goal: 95 %).`,
    );
  if (benign !== null)
    lines.push(
      `On harmless definitions that resemble attacks: ${benign.flagged} of ${benign.of} flagged (goal: at most 5 %).`,
    );
  lines.push(
    `On subtle attacks by writers who knew neither rules nor training texts: ${others.flagged} of ${others.of} found; of their look-alikes ${lookAlikes.flagged} of ${lookAlikes.of} flagged.`,
    `On the labelled definitions, from nearly all of which the clause model learnt: ${corpus.flagged} of ${corpus.of} flagged.`,
    `On the definitions of servers never seen: ${heldOut.flagged} of ${heldOut.of} flagged (goal: at most 1 of 1,000).`,
    `On the definitions in other languages: ${abroad.flagged} of ${abroad.of} flagged.`,
  );
  return lines;
}

function share(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

function count(value: number | null): string {
  return value === null ? '–' : String(value);
}
