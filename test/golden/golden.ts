import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decide } from '../../classifier/decide.ts';
import { findSignals } from '../../classifier/find-signals.ts';
import { predict, trained } from '../../classifier/model/predict.ts';
import { readText } from '../../classifier/text.ts';
import { classifierVersion } from '../../classifier/version.ts';
import { readCorpus } from '../evaluate/corpus.ts';

export const goldenFile = join(import.meta.dirname, 'golden.txt');

/** The labels of the whole corpus: the version on the first line, then one definition a line. */
export interface Golden {
  version: string;
  lines: string[];
}

/** `id operation risk capability,capability`, in the order of ids. */
export function currentGolden(): Golden {
  const lines = readCorpus().map(({ id, tool }) => {
    const text = readText(tool);
    const hits = findSignals(text);
    const { operation, risk, capabilities } = decide(hits, predict(trained, text.reading, hits));
    return `${id}\t${operation}\t${risk}\t${capabilities.join(',') || '-'}`;
  });
  return { version: classifierVersion, lines };
}

export function readGolden(): Golden {
  if (!existsSync(goldenFile)) return { version: '', lines: [] };
  const [version = '', ...lines] = readFileSync(goldenFile, 'utf8').trimEnd().split('\n');
  return { version, lines };
}

/** Lines whose label changed, as `before -> after`. New and removed definitions are no change of a label. */
export function changedLabels(before: Golden, after: Golden): string[] {
  const known = new Map(before.lines.map((line) => [line.slice(0, line.indexOf('\t')), line]));
  return after.lines.flatMap((line) => {
    const id = line.slice(0, line.indexOf('\t'));
    const old = known.get(id);
    if (old === undefined || old === line) return [];
    return [`${id}: ${labelOf(old)} -> ${labelOf(line)}`];
  });
}

function labelOf(line: string): string {
  return line.split('\t').slice(1).join(' ');
}
