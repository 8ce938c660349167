import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { plain } from '../terminal.ts';
import { scanRules } from './findings.ts';
import type { Finding, ScanReport } from './report.ts';

const level: Record<Finding['severity'], 'note' | 'warning' | 'error'> = {
  unknown: 'note',
  low: 'note',
  medium: 'warning',
  high: 'error',
  critical: 'error',
};
/** GitHub's `security-severity`: over 9 critical, 7 high, 4 medium; a rule without it has none. */
const securitySeverity: Record<Finding['severity'], string | undefined> = {
  unknown: undefined,
  low: '2.0',
  medium: '5.0',
  high: '8.0',
  critical: '9.5',
};

/** The report as SARIF 2.1.0, each result at the line of the configuration that brings the tool in. */
export function toSarif(report: ScanReport, project: string, version: string): object {
  const rules = [...new Set(report.findings.map(({ rule }) => rule))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'mcp-risk',
            semanticVersion: version,
            rules: rules.map((id) => toRule(id, report.findings)),
          },
        },
        results: report.findings.map((finding) => toResult(finding, rules, project)),
        columnKind: 'utf16CodeUnits',
      },
    ],
  };
}

function toRule(id: string, findings: readonly Finding[]): object {
  const worst = findings
    .filter(({ rule }) => rule === id)
    .flatMap(({ severity }) => securitySeverity[severity] ?? [])
    .sort((a, b) => Number(b) - Number(a))[0];
  return {
    id,
    name: id.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase()),
    shortDescription: { text: scanRules[id] ?? `The definition fires the signal ${id}.` },
    properties: {
      tags: ['security', 'mcp'],
      ...(worst === undefined ? {} : { 'security-severity': worst }),
    },
  };
}

function toResult(finding: Finding, rules: string[], project: string): object {
  return {
    ruleId: finding.rule,
    ruleIndex: rules.indexOf(finding.rule),
    level: level[finding.severity],
    ...ownSeverity(finding),
    message: { text: plain(finding.message, 1000) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: toArtifact(finding.place.path, project),
          region: { startLine: finding.place.line, startColumn: finding.place.column },
        },
      },
    ],
    partialFingerprints: { 'mcpRisk/v1': finding.id },
    baselineState: finding.isNew ? 'new' : 'unchanged',
  };
}

/** A rule carries the worst of its findings: which of them is high and which critical, each says itself. */
function ownSeverity({ severity }: Finding): object {
  const points = securitySeverity[severity];
  if (points === undefined) return {};
  return { rank: Number(points) * 10, properties: { 'security-severity': points } };
}

/** Relative to the project where the file is in it: what code scanning shows in place. */
function toArtifact(path: string, project: string): object {
  const inside = relative(project, path);
  if (inside.startsWith('..') || inside === path) return { uri: pathToFileURL(path).href };
  return { uri: encodeURI(inside.split(sep).join('/')), uriBaseId: '%SRCROOT%' };
}
