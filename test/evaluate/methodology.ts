import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatReport, type Report } from './report.ts';

const file = join(import.meta.dirname, '../../docs/METHODOLOGY.md');
const block =
  /(<!-- figures: written by npm run evaluate -->\n)[\s\S]*?(\n<!-- end of figures -->)/;

/** Writes the figures between the marks of docs/METHODOLOGY.md. */
export function writeFigures(report: Report): void {
  const before = readFileSync(file, 'utf8');
  if (!block.test(before)) throw new Error(`${file} has no marks for the figures`);
  const after = before.replace(
    block,
    (_all, start, end) => `${start}\n${formatReport(report)}\n${end}`,
  );
  writeFileSync(`${file}.new`, after);
  renameSync(`${file}.new`, file);
}
