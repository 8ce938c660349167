import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatReport, type Report } from './report.ts';

const figures = {
  operationMacroF1: 1,
  destructiveRecall: 0.5,
  riskExact: 0.9,
  twoLevelsTooLow: 1,
  capabilityMicroF1: null,
  calibrationError: 0,
};
const intervals = {
  operationMacroF1: null,
  destructiveRecall: null,
  riskExact: null,
  twoLevelsTooLow: [0, 4] as [number, number],
  capabilityMicroF1: null,
  calibrationError: null,
};
const row = { read: 0, write: 0, destructive: 0 };
const report: Report = {
  schemaVersion: '1.0',
  classifierVersion: '1.0.0',
  definitions: 1,
  servers: 1,
  groups: 1,
  figures,
  intervals,
  firstSet: { definitions: 1, servers: 1, figures, intervals },
  heldOut: { definitions: 1, servers: 1, figures, intervals },
  abroad: { definitions: 1, servers: 1, figures, intervals },
  baselines: [],
  confusion: { read: row, write: row, destructive: row },
  capabilities: [],
  floors: { fired: 0, right: 0 },
  warnings: null,
};

test('a count is printed as a count, a share with three places', () => {
  const lines = formatReport(report).split('\n');
  const cells = (title: string) =>
    lines
      .find((line) => line.startsWith(`| ${title} |`))
      ?.split('|')
      .map((cell) => cell.trim());
  assert.deepEqual(cells('risk two levels too low')?.slice(3, 7), ['1', '0 to 4', '1', '0 to 4']);
  assert.deepEqual(cells('operation, macro-F1')?.slice(3, 5), ['1.000', '']);
  assert.deepEqual(cells('capabilities, micro-F1')?.slice(3, 5), ['–', '']);
});
