import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { classifierVersion } from '../../classifier/version.ts';
import { formatReport, type Report } from './report.ts';

const root = join(import.meta.dirname, '../..');
const report: Report = JSON.parse(readFileSync(join(root, 'data/benchmark/figures.json'), 'utf8'));

test('the published figures are those of this version', () => {
  assert.equal(report.classifierVersion, classifierVersion, 'run npm run evaluate');
});

test('docs/METHODOLOGY.md shows the measured figures', () => {
  const text = readFileSync(join(root, 'docs/METHODOLOGY.md'), 'utf8');
  assert.ok(text.includes(formatReport(report)), 'run npm run evaluate');
});
